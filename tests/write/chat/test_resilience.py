"""llmock, a server that other people wrote, judges how its clients take failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from summarizer.write.chat import ChatSettings, Timing, open_chat
from tests.question import question

if TYPE_CHECKING:
    from llmock.pytest_plugin import LLMock

    from summarizer.write.chat.exchange import Chat


@pytest.fixture
def chat(llmock: LLMock) -> Chat:
    """A chat in true time: what was waited is judged."""
    return open_chat(ChatSettings(base_url=llmock.base_url("openai")), timing=Timing())


def test_it_waits_as_long_as_it_is_asked_to(llmock: LLMock, chat: Chat) -> None:
    llmock.rate_limit(times=2, retry_after=0.1)
    chat(question())
    assert len(llmock.requests) == 3
    llmock.assert_resilient(strict=True)


def test_it_asks_no_more_where_no_attempt_can_help(llmock: LLMock, chat: Chat) -> None:
    llmock.context_overflow()
    with pytest.raises(ProviderError) as caught:
        chat(question())
    assert caught.value.code == "request-too-long"
    assert len(llmock.requests) == 1
    llmock.assert_resilient(strict=True)


def test_it_keeps_to_its_own_limits_so_that_the_server_s_are_never_met(llmock: LLMock) -> None:
    llmock.limits(rpm=3)
    moved: list[float] = []

    class Enough(Exception):  # noqa: N818  (no error: the test has seen what it came for)
        pass

    def pause(seconds: float) -> None:
        moved.append(seconds)
        if len(moved) == 3:
            raise Enough

    settings = ChatSettings(base_url=llmock.base_url("openai"), requests_per_minute=3)
    limited = open_chat(settings, timing=Timing(clock=lambda: sum(moved), pause=pause))
    for number in range(3):
        limited(question(f"{number}"))
    with pytest.raises(Enough):  # the fourth would be one too many
        limited(question("3"))
    assert [record.status for record in llmock.requests] == [200, 200, 200]
    assert moved == pytest.approx([1.2, 1.2, 58.6])
