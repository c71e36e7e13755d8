"""Servers that refuse the present form of a request are asked in an older one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from tests.fault_server import answers, fails
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat
    from tests.fault_server import Fault, FaultServer
    from tests.write.chat.conftest import Watch

GOOD = answers("{}")
NO_LIMIT = fails(400, "Unrecognized request argument supplied: max_completion_tokens")
NO_FORMAT = fails(422, "body.response_format: extra fields not permitted")


def forms(server: FaultServer) -> list[tuple[list[str], str | None]]:
    """For each request: how its answer was limited, and the type of its format."""
    bodies = [received.body for received in server.requests]
    return [
        (
            sorted(key for key in body if key.startswith("max_")),
            body["response_format"]["type"] if "response_format" in body else None,
        )
        for body in bodies
    ]


def test_a_server_that_knows_only_max_tokens(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(NO_LIMIT, GOOD)
    assert opened()(question()).text == "{}"
    new, old = ["max_completion_tokens"], ["max_tokens"]
    assert forms(fault_server) == [(new, "json_schema"), (old, "json_schema")]
    assert fault_server.requests[1].body["max_tokens"] == 40


def test_a_server_without_schemas_and_one_without_json(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(NO_FORMAT, NO_FORMAT, GOOD)
    opened()(question())
    assert [form for _, form in forms(fault_server)] == ["json_schema", "json_object", None]


def test_what_was_refused_once_is_not_sent_again_and_people_are_told_once(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(NO_LIMIT, NO_FORMAT, GOOD)
    chat = opened()
    chat(question())
    chat(question("another question"))
    assert forms(fault_server)[3] == (["max_tokens"], "json_object")
    assert len(fault_server.requests) == 4
    assert watch.notes == [
        "the server refuses 'max_completion_tokens' and is asked without",
        "the server refuses the JSON Schema of the answer and is asked without",
    ]


@pytest.mark.parametrize(
    "fault",
    [
        fails(400, "max_completion_tokens is too large; the context length is 4096"),
        fails(400, "messages: must not be empty"),
        fails(500, "response_format crashed the server"),
    ],
    ids=["too long", "something else", "a crash"],
)
def test_other_failures_teach_nothing(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    fault: Fault,
) -> None:
    fault_server.give(fault)
    with pytest.raises(ProviderError):
        opened(attempts=1)(question())
    assert len(fault_server.requests) == 1


def test_a_server_that_refuses_every_form_fails(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    fault_server.give(NO_LIMIT, NO_FORMAT)
    with pytest.raises(ProviderError) as caught:
        opened()(question())
    assert caught.value.code == "request-refused"
    assert len(fault_server.requests) == 4
