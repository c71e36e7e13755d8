"""How fast a server is asked: requests and tokens in any minute, and how many at a time."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.model.summary import Tokens
    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.chat.settings import ChatSettings
    from summarizer.write.chat.timing import Timing

MINUTE = 60.0
# Characters for one token when a request is booked before it is counted. English has 4 to 5, and
# JSON 3; what the server counted takes its place once it answers.
_CHARACTERS = 3


class Booking(Protocol):
    """One attempt that a book has; its tokens are mended when they are known."""

    def mend(self, tokens: int) -> None:
        """Put what the server counted in the place of the estimate."""


class Book(Protocol):
    """Where attempts of the last minute are booked; one book may be shared by processes."""

    def enter(self, tokens: int, allowed: Allowed) -> Booking | float:
        """Book an attempt of so many tokens now, or the seconds until there may be room for it."""


class Allowed(NamedTuple):
    """How many requests and tokens there may be in any minute; None is no limit."""

    requests: int | None
    tokens: int | None

    def free_at(self, booked: Sequence[tuple[float, int]], tokens: int, minute: float) -> float:
        """When there is room for so many tokens more.

        `booked` are the moments and tokens of the attempts of the last minute, the oldest first.
        """
        requests, spent, moment = len(booked), sum(each for _, each in booked), float("-inf")
        for oldest, some in booked:
            many = self.requests is not None and requests >= self.requests
            much = self.tokens is not None and spent + tokens > self.tokens
            if not many and not much:
                break
            requests, spent = requests - 1, spent - some
            moment = oldest + minute
        return moment


@dataclass(slots=True, eq=False)
class _Entry:
    moment: float
    tokens: int

    def mend(self, tokens: int) -> None:
        self.tokens = tokens


class BookOfOneProcess:
    """A book for all threads of this process."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Start with an empty minute."""
        self._clock = clock
        self._lock = threading.Lock()
        self._entries: deque[_Entry] = deque()

    def enter(self, tokens: int, allowed: Allowed) -> Booking | float:
        """Book an attempt now, or the seconds until there may be room for it."""
        with self._lock:
            now = self._clock()
            while self._entries and self._entries[0].moment + MINUTE <= now:
                self._entries.popleft()
            booked = [(each.moment, each.tokens) for each in self._entries]
            free_at = allowed.free_at(booked, tokens, MINUTE)
            if free_at > now:
                return free_at - now
            entry = _Entry(now, tokens)
            if allowed != (None, None):
                self._entries.append(entry)
            return entry


class Pace:
    """The attempts of the last minute, shared by all that ask one server.

    In no 60 seconds are there more requests or tokens than allowed. Threads are let through one
    after the other, in turn. A request that alone has more tokens than a minute allows is let
    through when the minute is empty.
    """

    def __init__(self, settings: ChatSettings, timing: Timing) -> None:
        """Use the book of the settings, or one of this process."""
        self._allowed = Allowed(settings.requests_per_minute, settings.tokens_per_minute)
        self._timing = timing
        self._turn = threading.Lock()  # held while waiting, so that nobody is overtaken
        self._book = settings.book or BookOfOneProcess(timing.clock)
        self._not_before = float("-inf")

    def admit(self, request: Request) -> Booking:
        """Wait until a request may be sent, and book it.

        Raises:
            ProviderError: the work was cancelled.
        """
        tokens = _estimate(request)
        with self._turn:
            self._timing.go_on()
            while True:
                wait = self._not_before - self._timing.clock()
                booked = wait if wait > 0 else self._book.enter(tokens, self._allowed)
                if not isinstance(booked, float):
                    return booked
                self._timing.sleep(booked)

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long: what a server tells one request holds for all."""
        self._not_before = max(self._not_before, self._timing.clock() + seconds)

    @staticmethod
    def settle(booking: Booking, tokens: Tokens) -> None:
        """Put what the server counted in the place of the estimate, if it did count."""
        if counted := tokens.input + tokens.output:
            booking.mend(counted)


def _estimate(request: Request) -> int:
    """The tokens a request may cost: what it holds, and the longest answer it allows."""
    characters = sum(len(message.content) for message in request.messages)
    return characters // _CHARACTERS + request.max_tokens


def paced(chat: Chat, pace: Pace, *, concurrency: int) -> Chat:
    """A chat with so many requests on their way at a time, at this pace.

    A request keeps its place while it waits to be asked again: a server that is too busy is not
    given others in the meantime.
    """
    places = threading.BoundedSemaphore(concurrency)

    def ask(request: Request) -> Answer:
        with places:
            booking = pace.admit(request)
            answer = chat(request)
            pace.settle(booking, answer.tokens)
            return answer

    return ask
