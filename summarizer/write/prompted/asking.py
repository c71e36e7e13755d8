"""Asking until an answer can be used, a bounded number of times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.write.chat.exchange import Message
from summarizer.write.prompted.options import Spent, Unusable
from summarizer.write.prompted.unwrapping import Malformed, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.prompted.prompt import Prompt

T = TypeVar("T")

# An answer that is not usable is shown to the model again up to so many characters.
_SHOWN = 8_000
_TRIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A request with the prompt that it was made from."""

    request: Request
    prompt: Prompt


class _Meter:
    """A chat that counts what it spends, and raises the limit of tokens once.

    It remembers the answers, since those of no use are not to be given again.
    """

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.spent = Spent()
        self.raised = 1
        self._answers: list[Answer] = []

    def ask(self, request: Request) -> Answer:
        """A whole answer.

        Raises:
            Unusable: it was cut off, also with twice the tokens.
        """
        limit = request.max_tokens * self.raised
        answer = self.chat(replace(request, max_tokens=limit))
        self.spent += _spent(answer)
        self._answers.append(answer)
        if answer.finish == "length":
            if self.raised > 1:
                raise self.given_up(f"the answer was cut off at {limit} tokens")
            self.raised = 2
            return self.ask(request)
        return answer

    def given_up(self, reason: str) -> Unusable:
        """The outcome that no answer can be used; none of them is kept."""
        for answer in self._answers:
            answer.forget()
        return Unusable(reason, self.spent)


def ask(
    chat: Chat, question: Question, read: Callable[..., tuple[T, tuple[str, ...]]]
) -> tuple[T, Spent, tuple[str, ...]]:
    """What the model answers, read; what it cost; and notes for people.

    `read` makes a value of an answer's JSON and notes what is odd in it. With `strict` it raises
    Malformed where any part has the wrong shape, else it does without such parts if it can.

    Raises:
        Unusable: no answer could be used, also after one more try.
        ProviderError: the provider failed or refused (from `chat`).
    """
    meter = _Meter(chat)
    request, prompt = question.request, question.prompt
    notes: tuple[str, ...] = ()
    given: list[Any] = []
    for _ in range(_TRIES):
        answer = meter.ask(request)
        try:
            data, wrapping = unwrapped(answer.text)
            given.append(data)
            value, odd = read(data, strict=True)
        except Malformed as reason:
            notes += (f"the model's answer was of no use: {reason}",)
            request = _once_more(question.request, prompt, answer, str(reason))
        else:
            return value, meter.spent, (*notes, *wrapping, *odd)
    for data in reversed(given):
        try:
            value, odd = read(data, strict=False)
        except Malformed:
            continue
        return value, meter.spent, (*notes, *odd)
    raise meter.given_up(notes[-1])


def _once_more(request: Request, prompt: Prompt, answer: Answer, reason: str) -> Request:
    """The request with the answer and what is wrong with it: another request to every cache."""
    # half a character of UTF-16, which JSON can spell, cannot be sent
    bad = answer.text.strip()[:_SHOWN].encode(errors="replace").decode()
    said = (Message(role="assistant", content=bad),) if bad else ()
    messages = (*request.messages, *said, prompt.again_because(reason))
    return replace(request, messages=messages)


def _spent(answer: Answer) -> Spent:
    if answer.stored:
        return Spent(requests=1, stored=1)
    return Spent(tokens=answer.tokens, requests=1, seconds=answer.seconds)
