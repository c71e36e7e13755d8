"""Clocks and waiting, so that nothing else looks at a clock or sleeps."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from summarizer.errors import ProviderError

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What tells the time in seconds, and what waits. `stop` ends every waiting."""

    stop: Event = field(default_factory=Event)
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] | None = None

    def sleep(self, seconds: float) -> None:
        """Wait so long, or until `stop` is set.

        Raises:
            ProviderError: `stop` is set.
        """
        if self.pause is not None:
            self.pause(seconds)
        else:
            self.stop.wait(seconds)
        self.go_on()

    def go_on(self) -> None:
        """Hold that nobody said to stop.

        Raises:
            ProviderError: `stop` is set.
        """
        if self.stop.is_set():
            raise cancelled()


def cancelled() -> ProviderError:
    """The error of what is not done since somebody said to stop."""
    return ProviderError("cancelled", "the work was cancelled", "start it again")
