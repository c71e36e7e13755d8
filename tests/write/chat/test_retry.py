"""Asking again: when, how often, after how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from summarizer.write.chat.exchange import Answer
from tests.fault_server import Fault, answers, fails
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat, Request
    from tests.fault_server import FaultServer
    from tests.write.chat.conftest import Watch

GOOD = answers("{}")


def failure(chat: Chat, request: Request) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        chat(request)
    return caught.value


@pytest.mark.parametrize(
    "fault",
    [
        fails(408),
        fails(409),
        fails(429),
        fails(500),
        fails(503),
        Fault(),
        Fault(body=b"<html>", headers={"Content-Type": "text/html"}),
        Fault(body=GOOD.body[:50]),
        Fault(reset=True, length=10),
    ],
    ids=["408", "409", "429", "500", "503", "empty", "page", "cut", "reset"],
)
def test_what_may_pass_is_asked_again(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    fault: Fault,
) -> None:
    fault_server.give(fault, fault, GOOD)
    assert isinstance(opened()(question()), Answer)
    assert len(fault_server.requests) == 3
    assert fault_server.requests[0].body == fault_server.requests[2].body


@pytest.mark.parametrize(
    "fault",
    [
        fails(400),
        fails(401),
        fails(403),
        fails(404),
        fails(429, code="insufficient_quota", retry_after="1"),
        answers(None, refusal="No."),
        answers(None, finish_reason="content_filter"),
        Fault(body=b" " * 65536, endless=True),
    ],
    ids=["400", "401", "403", "404", "quota", "refusal", "filter", "endless"],
)
def test_what_does_not_pass_is_asked_once(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
    fault: Fault,
) -> None:
    fault_server.give(fault)
    failure(opened(), question())
    assert (len(fault_server.requests), watch.waits) == (1, [])


def test_attempts_are_bounded_and_told(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(fails(503, "busy", retry_after="2"))
    error = failure(opened(attempts=3), question())
    assert len(fault_server.requests) == 3
    assert error.code == "provider-failed"
    assert "“busy”; asked 3 times in" in error.message
    assert [note.partition(" in ")[0][-16:] for note in watch.notes] == [
        "; attempt 2 of 3",
        "; attempt 3 of 3",
    ]


def test_without_a_word_from_the_server_waits_grow_at_random(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(fails(500))
    failure(opened(attempts=8), question())
    assert len(watch.waits) == 7
    bounds = [1, 2, 4, 8, 16, 30, 30]
    assert all(0 <= wait <= bound for wait, bound in zip(watch.waits, bounds, strict=True))


def test_the_server_says_how_long_to_wait(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(fails(429, retry_after="7"), GOOD)
    opened()(question())
    (wait,) = watch.waits
    assert 7 <= wait <= 8


def test_who_asks_to_wait_for_long_is_not_asked_again(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(fails(429, "later", retry_after="3600"))
    error = failure(opened(), question())
    assert watch.waits == []
    assert error.message.endswith("“later”; it asks to wait 3600 seconds")


def test_the_deadline_holds_for_all_attempts_together(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(fails(503, retry_after="20"))
    failure(opened(attempts=100, deadline=70), question())
    assert len(fault_server.requests) == 4
    assert sum(watch.waits) < 70


def test_who_is_told_to_stop_asks_no_more(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(GOOD)
    chat = opened()
    watch.stop.set()
    assert failure(chat, question()).code == "cancelled"
    assert fault_server.requests == []


def test_a_wait_ends_when_somebody_says_to_stop(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    def stop_while_it_waits(_: object) -> Fault:
        watch.stop.set()
        return fails(503)

    fault_server.made = stop_while_it_waits
    assert failure(opened(), question()).code == "cancelled"
    assert len(fault_server.requests) == 1
