"""After repeated failures nothing more is sent, until one request finds the server back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from summarizer.write.chat.circuit import MOST, REST
from tests.fault_server import Fault, answers, fails
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat, Request
    from tests.fault_server import FaultServer
    from tests.write.chat.conftest import Watch

GOOD = answers("{}")
DOWN = fails(500, "down")


def codes(chat: Chat, requests: list[Request]) -> list[str]:
    """What becomes of each request."""
    found = []
    for request in requests:
        try:
            chat(request)
        except ProviderError as error:
            found.append(error.code)
        else:
            found.append("answered")
    return found


def test_it_opens_after_failures_in_a_row(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(DOWN)
    found = codes(opened(attempts=1), [question()] * (MOST + 3))
    assert found == ["provider-failed"] * MOST + ["circuit-open"] * 3
    assert len(fault_server.requests) == MOST


def test_an_answer_between_failures_closes_it(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    row = [DOWN] * (MOST - 1)
    fault_server.give(*row, GOOD, *row, GOOD)
    found = codes(opened(attempts=1), [question()] * (2 * MOST))
    assert found == [*["provider-failed"] * (MOST - 1), "answered"] * 2


def test_what_no_request_would_change_opens_it_at_once(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(fails(401))
    chat = opened()
    assert codes(chat, [question()]) == ["key-refused"]
    with pytest.raises(ProviderError) as caught:
        chat(question())
    assert "does not accept the key" in caught.value.message
    assert "OPENAI_API_KEY" in caught.value.hint


@pytest.mark.parametrize(
    "fault", [fails(400), answers(None, refusal="No.")], ids=["request", "refusal"]
)
def test_what_concerns_one_request_does_not_count(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    fault: Fault,
) -> None:
    fault_server.give(fault)
    assert "circuit-open" not in codes(opened(), [question()] * (MOST + 3))


def test_after_a_rest_one_request_tries(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(*[DOWN] * (MOST + 1), GOOD)
    chat = opened(attempts=1)
    codes(chat, [question()] * MOST)
    watch.now += REST
    assert codes(chat, [question()] * 2) == ["provider-failed", "circuit-open"]
    watch.now += REST
    assert codes(chat, [question()] * 3) == ["answered"] * 3
