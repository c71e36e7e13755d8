"""Which of many things in a text meet a stretch of it, without looking at all of them."""

from __future__ import annotations

import operator
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class Placed(Protocol):
    """Something with a place in a text."""

    @property
    def start(self) -> int:
        """Where it starts."""
        ...


P = TypeVar("P", bound=Placed)
_start = operator.attrgetter("start")


def starting(things: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those of some things, given in order, that start in a stretch."""
    first = bisect_left(things, start, key=_start)
    return things[first : bisect_left(things, end, first, key=_start)]


class Places(Generic[T]):
    """Things with the stretches that each takes up."""

    def __init__(self, things: Iterable[tuple[Iterable[tuple[int, int]], T]]) -> None:
        """Take the stretches (start, end) of each thing, in any order."""
        self._things: list[T] = []
        taken: list[tuple[int, int, int]] = []
        for number, (spans, thing) in enumerate(things):
            self._things.append(thing)
            taken += [(start, end, number) for start, end in spans]
        self._taken = sorted(taken)
        self._starts = [start for start, _, _ in self._taken]
        self._reach = list(accumulate((end for _, end, _ in self._taken), max))

    def meeting(self, start: int, end: int) -> list[T]:
        """What shares characters with a stretch, each thing once, in the order it was given.

        The work grows with the number of results where the stretches do not overlap.
        """
        last = bisect_left(self._starts, end)
        first = bisect_left(self._reach, start + 1, hi=last)
        near = {number for _, stop, number in self._taken[first:last] if stop > start}
        return [self._things[number] for number in sorted(near)]
