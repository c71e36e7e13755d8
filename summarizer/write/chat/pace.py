"""How fast a server is asked: requests and tokens in any minute, and how many at a time."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.model.summary import Tokens
    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.chat.settings import ChatSettings
    from summarizer.write.chat.timing import Timing

MINUTE = 60.0
# Characters for one token when a request is booked before it is counted. English has 4 to 5, and
# JSON 3; what the server counted takes its place once it answers.
_CHARACTERS = 3


@dataclass(slots=True, eq=False)
class _Booking:
    """One attempt of the last minute; its tokens are mended when they are known."""

    moment: float
    tokens: int


class Pace:
    """The attempts of the last minute, shared by all threads that ask one server.

    In no 60 seconds are there more requests or tokens than allowed. Threads are let through one
    after the other, in turn. A request that alone has more tokens than a minute allows is let
    through when the minute is empty.
    """

    def __init__(self, settings: ChatSettings, timing: Timing) -> None:
        """Start with an empty minute."""
        self._requests = settings.requests_per_minute
        self._tokens = settings.tokens_per_minute
        self._timing = timing
        self._turn = threading.Lock()  # held while waiting, so that nobody is overtaken
        self._book = threading.Lock()
        self._bookings: deque[_Booking] = deque()
        self._not_before = float("-inf")

    def admit(self, request: Request) -> _Booking:
        """Wait until a request may be sent, and book it.

        Raises:
            ProviderError: the work was cancelled.
        """
        tokens = _estimate(request)
        with self._turn:
            self._timing.go_on()
            while True:
                booked = self._try(tokens)
                if isinstance(booked, _Booking):
                    return booked
                self._timing.sleep(booked)

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long: what a server tells one request holds for all."""
        with self._book:
            self._not_before = max(self._not_before, self._timing.clock() + seconds)

    def settle(self, booking: _Booking, tokens: Tokens) -> None:
        """Put what the server counted in the place of the estimate, if it did count."""
        with self._book:
            booking.tokens = tokens.input + tokens.output or booking.tokens

    def _try(self, tokens: int) -> _Booking | float:
        """A booking, or the seconds until there may be room for one."""
        with self._book:
            now = self._timing.clock()
            while self._bookings and self._bookings[0].moment + MINUTE <= now:
                self._bookings.popleft()
            free_at = max(self._not_before, self._room_at(tokens))
            if free_at > now:
                return free_at - now
            booking = _Booking(now, tokens)
            if self._requests is not None or self._tokens is not None:
                self._bookings.append(booking)
            return booking

    def _room_at(self, tokens: int) -> float:
        """When enough of the last minute's attempts are older than a minute."""
        requests = len(self._bookings)
        spent = sum(each.tokens for each in self._bookings)
        free_at = float("-inf")
        for oldest in self._bookings:
            many = self._requests is not None and requests >= self._requests
            much = self._tokens is not None and spent + tokens > self._tokens
            if not many and not much:
                break
            requests, spent = requests - 1, spent - oldest.tokens
            free_at = oldest.moment + MINUTE
        return free_at


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
