"""How fast a server is asked: requests and tokens in any minute, and how many at a time.

A minute's requests are not sent in one burst either: servers enforce their limits over shorter
spans ("60,000 requests a minute may be enforced as 1,000 a second", says OpenAI of its own), so no
second has more than its share, rounded up. Tokens have no such share: one request has more of them
than a second.
"""

from __future__ import annotations

import contextlib
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

# Seconds that a booking counts against the minute and against the second. A server sees requests
# closer together than they were booked: five processes of four threads at work on two cores under
# a load of 7 to 12 came .06 s closer, and 1.2 s before `Pace.send` looked at the age of a booking.
# The rest is for networks. Each tenth costs a tenth of the rate where the limit is n times 60.
SPAN = 60.0 + 1.0
_SECOND = 1.0 + 0.2
# Seconds after which a booking is too old to send by: it is withdrawn for a new one.
_FRESH = 0.1
# So often a booking is made anew that took too long itself: a database that is far away, or comes
# back from a restart, is slow with each.
_AGAIN = 5
# Characters for one token when a request is booked before it is counted. English has 4 to 5, and
# JSON 3; what the server counted takes its place once it answers.
_CHARACTERS = 3


class Booking(Protocol):
    """One attempt that a book has; its tokens are mended when they are known."""

    def age(self) -> float:
        """Seconds since the moment that the book has."""

    def mend(self, tokens: int) -> None:
        """Put what the server counted in the place of the estimate."""

    def withdraw(self) -> None:
        """Take the attempt out of the book: it was not made."""


class Book(Protocol):
    """Where attempts of the last minute are booked; one book may be shared by processes."""

    def enter(self, tokens: int, allowed: Allowed) -> Booking | float:
        """Book an attempt of so many tokens now, or the seconds until there may be room for it."""


class Allowed(NamedTuple):
    """How many requests and tokens there may be in any minute; None is no limit.

    The one place that says when there is room, for the book of a process and for shared ones.
    """

    requests: int | None
    tokens: int | None

    @property
    def within_a_second(self) -> int | None:
        """How many requests there may be in any second: a sixtieth of a minute's, rounded up."""
        return None if self.requests is None else -(-self.requests // 60)

    def free_at(self, booked: Sequence[tuple[float, int]], tokens: int) -> float:
        """When there is room for so many tokens more.

        `booked` are the moments and tokens of the attempts that `SPAN` holds, the oldest first.
        """
        most, moment = self.within_a_second, self._minute_free_at(booked, tokens)
        if most is None or len(booked) < most:
            return moment
        return max(moment, booked[-most][0] + _SECOND)

    def _minute_free_at(self, booked: Sequence[tuple[float, int]], tokens: int) -> float:
        requests, spent, moment = len(booked), sum(each for _, each in booked), float("-inf")
        for oldest, some in booked:
            many = self.requests is not None and requests >= self.requests
            much = self.tokens is not None and spent + tokens > self.tokens
            if not many and not much:
                break
            requests, spent = requests - 1, spent - some
            moment = oldest + SPAN
        return moment


@dataclass(slots=True, eq=False)
class _Entry:
    moment: float
    tokens: int
    book: BookOfOneProcess

    def age(self) -> float:
        return self.book.clock() - self.moment

    def mend(self, tokens: int) -> None:
        self.tokens = tokens

    def withdraw(self) -> None:
        self.book.strike(self)


class BookOfOneProcess:
    """A book for all threads of this process."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Start with an empty minute."""
        self.clock = clock
        self._lock = threading.Lock()
        self._entries: deque[_Entry] = deque()

    def enter(self, tokens: int, allowed: Allowed) -> Booking | float:
        """Book an attempt now, or the seconds until there may be room for it."""
        with self._lock:
            now = self.clock()
            while self._entries and self._entries[0].moment + SPAN <= now:
                self._entries.popleft()
            booked = [(each.moment, each.tokens) for each in self._entries]
            free_at = allowed.free_at(booked, tokens)
            if free_at > now:
                return free_at - now
            entry = _Entry(now, tokens, self)
            if allowed != (None, None):
                self._entries.append(entry)
            return entry

    def strike(self, entry: _Entry) -> None:
        """Take an entry out, if it is still there."""
        with self._lock, contextlib.suppress(ValueError):
            self._entries.remove(entry)


@dataclass(slots=True, eq=False)
class Admitted:
    """A request that may be sent: its newest booking, and whether it was sent by that."""

    tokens: int
    booking: Booking
    sent: bool = False


class Pace:
    """The attempts of the last minute, shared by all that ask one server.

    In no 60 seconds are there more requests or tokens than allowed, and in no second more requests
    than its share. Threads are let through one after the other, in turn. A request that alone has
    more tokens than a minute allows is let through when the minute is empty.
    """

    def __init__(self, settings: ChatSettings, timing: Timing) -> None:
        """Use the book of the settings, or one of this process."""
        self._allowed = Allowed(settings.requests_per_minute, settings.tokens_per_minute)
        self._timing = timing
        self._turn = threading.Lock()  # held while waiting, so that nobody is overtaken
        self._book = settings.book or BookOfOneProcess(timing.clock)
        self._mine = threading.local()  # what this thread was admitted with
        self._not_before = float("-inf")

    def admit(self, request: Request) -> Admitted:
        """Wait until this thread may send a request, and book it.

        Raises:
            ProviderError: the work was cancelled.
        """
        tokens = _estimate(request)
        admitted = Admitted(tokens, self._book_attempt(tokens))
        self._mine.admitted = admitted
        return admitted

    def send(self) -> None:
        """Hold, before the first byte, that the attempt of this thread is booked just now.

        Further attempts of an admitted request are booked here, and those that came late to their
        sending: a connection had to be made, other threads or processes had the processor, or this
        one was stopped.

        Raises:
            ProviderError: the work was cancelled.
        """
        mine = self._mine.admitted
        if mine.sent:
            mine.booking = self._book_attempt(mine.tokens)
        for _ in range(_AGAIN):
            if mine.booking.age() <= _FRESH:
                break
            mine.booking.withdraw()
            mine.booking = self._book_attempt(mine.tokens)
        mine.sent = True

    def _book_attempt(self, tokens: int) -> Booking:
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
    def settle(admitted: Admitted, tokens: Tokens) -> None:
        """Put what the server counted in the place of the estimate, if it did count."""
        if counted := tokens.input + tokens.output:
            admitted.booking.mend(counted)


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
            admitted = pace.admit(request)
            answer = chat(request)
            pace.settle(admitted, answer.tokens)
            return answer

    return ask
