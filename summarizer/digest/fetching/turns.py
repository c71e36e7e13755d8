"""One request at a time for each host, with a pause between two."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.read.web.target import Target

Task = TypeVar("Task")
Done = TypeVar("Done")


class _Slot:
    """A host: who asks it holds the lock; nobody asks before `free` (`time.monotonic`)."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free = 0.0
        self.delay = 0.0
        self.count = 0


class Turns:
    """Who may ask which host when.

    Between two requests lies the delay and up to half of it more, so that hosts are not asked in
    step; how much is drawn from the seed, the host and the number of the request.
    """

    def __init__(self, delay: float, seed: str) -> None:
        """Start with no host asked yet."""
        self._delay = delay
        self._seed = seed
        self._slots: dict[str, _Slot] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, target: Target) -> Iterator[None]:
        """Held while a host is asked."""
        slot = self._slot(target.host)
        with slot.lock:
            time.sleep(max(0.0, slot.free - time.monotonic()))
            try:
                yield
            finally:
                slot.count += 1
                delay = max(self._delay, slot.delay)
                pause = delay * stretch(f"{self._seed} {target.host} {slot.count}")
                slot.free = time.monotonic() + pause

    def slow(self, host: str, seconds: float) -> None:
        """Ask a host less often than the others, as its robots.txt wishes."""
        self._slot(host).delay = seconds

    def rest(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while."""
        slot = self._slot(host)
        slot.free = max(slot.free, time.monotonic() + seconds)

    def _slot(self, host: str) -> _Slot:
        with self._lock:
            return self._slots.setdefault(host, _Slot())


def stretch(seed: str) -> float:
    """By how much a pause is made longer: 1 to 1.5, always the same for a seed."""
    return random.Random(seed).uniform(1.0, 1.5)  # noqa: S311  (no secret)


def host_by_host(
    tasks: Sequence[Task], host: Callable[[Task], str], work: Callable[[Task], Done], most: int
) -> list[Done]:
    """What work makes of tasks, in their order: several hosts at a time, each in order of its own.

    A host holds up its own tasks and no others.
    """
    queues: dict[str, list[int]] = {}
    for number, task in enumerate(tasks):
        queues.setdefault(host(task), []).append(number)

    def through(numbers: list[int]) -> list[tuple[int, Done]]:
        return [(number, work(tasks[number])) for number in numbers]

    with ThreadPoolExecutor(max_workers=max(1, most)) as pool:
        done = dict(pair for pairs in pool.map(through, queues.values()) for pair in pairs)
    return [done[number] for number in range(len(tasks))]
