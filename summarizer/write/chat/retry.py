"""Asking again when a failure may pass: the one place that does, built on tenacity.

What is asked again, and when: timeouts, broken connections, 408, 409, 425, 429 and 5xx, and answers
that are none of the protocol. Before the next attempt as long as Retry-After says and up to a
second more, so that many clients do not come at once; where it says nothing, up to 1, 2, 4 …
30 seconds, at random ("full jitter", AWS Architecture Blog, 2015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenacity import RetryCallState, Retrying, retry_if_exception_type
from tenacity.wait import wait_random, wait_random_exponential

from summarizer.errors import ProviderError
from summarizer.write.chat.failures import TransientError

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Answer, Request
    from summarizer.write.chat.pace import Pace
    from summarizer.write.chat.settings import ChatSettings
    from summarizer.write.chat.timing import Timing

# Seconds. Who is told to come back later than this is better told at once.
LONGEST_WAIT = 60.0
# Seconds. With less than this left there is no use in an attempt.
_SHORTEST = 1.0
_BACKING_OFF = wait_random_exponential(multiplier=1, max=30)
_SPREAD = wait_random(0, 1)


class Retry:
    """Attempts at one answer within a number and a deadline."""

    def __init__(
        self,
        attempt: Callable[[Request, float], Answer],
        settings: ChatSettings,
        timing: Timing,
        pace: Pace,
        notice: Callable[[str], None],
    ) -> None:
        """Remember what an attempt is; `pace` is told how long all have to wait."""
        self._attempt = attempt
        self._settings = settings
        self._timing = timing
        self._pace = pace
        self._notice = notice

    def __call__(self, request: Request) -> Answer:
        """The answer of the first attempt that has one.

        Raises:
            ProviderError: none has, or a failure that does not pass.
        """
        began = self._timing.clock()
        end = began + self._settings.deadline
        again = Retrying(
            retry=retry_if_exception_type(TransientError),
            wait=_wait,
            stop=lambda state: self._is_over(state, end),
            before_sleep=self._announce,
            sleep=self._timing.sleep,
            reraise=True,
        )
        try:
            return again(self._once, request, end)
        except TransientError as error:
            attempts = again.statistics["attempt_number"]
            raise _given_up(error, attempts, self._timing.clock() - began) from None

    def _once(self, request: Request, end: float) -> Answer:
        """One attempt, in what is left of the deadline."""
        self._timing.go_on()
        left = max(end - self._timing.clock(), _SHORTEST)
        return self._attempt(request, min(self._settings.timeout, left))

    def _is_over(self, state: RetryCallState, end: float) -> bool:
        """Whether the next attempt would come too late, or be one too many."""
        next_at = self._timing.clock() + state.upcoming_sleep
        return (
            state.attempt_number >= self._settings.attempts
            or (_failure(state).after or 0) > LONGEST_WAIT
            or next_at + _SHORTEST > end
        )

    def _announce(self, state: RetryCallState) -> None:
        failure = _failure(state)
        if failure.after:
            self._pace.hold(failure.after)
        following = f"attempt {state.attempt_number + 1} of {self._settings.attempts}"
        self._notice(f"{failure.message}; {following} in {state.upcoming_sleep:.1f} seconds")


def _wait(state: RetryCallState) -> float:
    """Seconds until the next attempt."""
    after = _failure(state).after
    return _BACKING_OFF(state) if after is None else after + _SPREAD(state)


def _failure(state: RetryCallState) -> TransientError:
    """What the attempt that is just over ended with."""
    error = state.outcome.exception() if state.outcome else None
    assert isinstance(error, TransientError)  # noqa: S101  (no other is asked again)
    return error


def _given_up(error: TransientError, attempts: int, seconds: float) -> ProviderError:
    """The last failure, with what was tried and what the server asked for."""
    message = error.message
    if attempts > 1:
        message += f"; asked {attempts} times in {seconds:.0f} seconds"
    if (error.after or 0) > LONGEST_WAIT:
        message += f"; it asks to wait {error.after:.0f} seconds"
    return ProviderError(error.code, message, error.hint)
