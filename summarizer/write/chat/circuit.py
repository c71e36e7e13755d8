"""Asking no more after repeated failures: a batch of stories ends with a reason, not in hours."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from summarizer.errors import ProviderError

if TYPE_CHECKING:
    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.chat.timing import Timing

# Failures in a row, each after all of its attempts.
MOST = 5
# Seconds until one request tries whether the server is back.
REST = 60.0
# What no other request would meet another answer to: the circuit opens at once.
_FOR_ALL = frozenset({"key-refused", "quota-exhausted", "access-refused", "model-not-found"})
_FOR_ALL |= {"wrong-address", "host-unknown", "connection-untrusted"}
# What concerns one request: a server that says so is there.
_FOR_ONE = frozenset({"content-filtered", "model-refused", "request-too-long", "request-refused"})
_FOR_ONE |= {"answer-too-large"}


class Circuit:
    """Counts failures in a row; while it is open nothing is sent.

    After `REST` seconds one request is let through: its answer closes the circuit, its failure
    keeps it open for as long again.
    """

    def __init__(self, timing: Timing) -> None:
        """Start closed."""
        self._timing = timing
        self._lock = threading.Lock()
        self._failures = 0
        self._last: ProviderError | None = None
        self._next_trial = 0.0

    def enter(self) -> None:
        """Hold that a request may be sent.

        Raises:
            ProviderError: the circuit is open.
        """
        with self._lock:
            if self._last is None or self._failures < MOST:
                return
            now = self._timing.clock()
            if now >= self._next_trial:
                self._next_trial = now + REST  # this one tries; others wait for it
                return
            raise _open(self._last)

    def succeeded(self) -> None:
        """Close it."""
        with self._lock:
            self._failures, self._last = 0, None

    def failed(self, error: ProviderError) -> None:
        """Count a failure, unless it says nothing against the server."""
        if error.code in _FOR_ONE:
            self.succeeded()
        if error.code in _FOR_ONE or error.code == "cancelled":
            return
        with self._lock:
            self._failures = MOST if error.code in _FOR_ALL else self._failures + 1
            self._last = error
            self._next_trial = self._timing.clock() + REST


def _open(last: ProviderError) -> ProviderError:
    return ProviderError(
        "circuit-open",
        f"nothing is sent after repeated failures, the last of which was: {last.message}",
        last.hint,
    )


def breaking(chat: Chat, circuit: Circuit) -> Chat:
    """A chat that asks only while the circuit is closed."""

    def ask(request: Request) -> Answer:
        circuit.enter()
        try:
            answer = chat(request)
        except ProviderError as error:
            circuit.failed(error)
            raise
        circuit.succeeded()
        return answer

    return ask
