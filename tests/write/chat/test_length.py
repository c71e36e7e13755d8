"""An answer that met its limit is asked for once more with a higher one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.summary import Tokens
from tests.fault_server import answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat, Request
    from tests.fault_server import FaultServer
    from tests.write.chat.conftest import Watch

CUT = answers('{"name": "Ida', finish_reason="length")
WHOLE = answers('{"name": "Ida Holm"}')


def test_the_limit_is_raised_once_and_both_answers_are_counted(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    asking: Callable[..., Request],
    watch: Watch,
) -> None:
    fault_server.give(CUT, WHOLE)
    answer = opened()(asking())
    limits = [each.body["max_completion_tokens"] for each in fault_server.requests]
    assert limits == [40, 80]
    assert (answer.text, answer.finish) == ('{"name": "Ida Holm"}', "stop")
    assert answer.tokens == Tokens(input=22, output=14)
    assert watch.notes == ["the answer was cut off at 40 tokens; asked again for 80"]


def test_an_answer_that_meets_that_too_says_so(
    opened: Callable[..., Chat], fault_server: FaultServer, asking: Callable[..., Request]
) -> None:
    fault_server.give(CUT)
    assert opened()(asking()).finish == "length"
    assert len(fault_server.requests) == 2
