"""Overlapping stretches of a text cut into segments that follow each other, for markup."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stretch(NamedTuple):
    """A stretch of the text and what it is for: a layer ("claim") and a label in it ("c1")."""

    start: int
    end: int
    layer: str
    label: str


class Segment(NamedTuple):
    """A piece of the text between two edges, and the stretches that cover it, in their order."""

    start: int
    end: int
    covers: tuple[Stretch, ...]

    def labels(self, layer: str) -> tuple[str, ...]:
        """The labels of one layer, each once."""
        return tuple(dict.fromkeys(each.label for each in self.covers if each.layer == layer))


def segments(length: int, stretches: Iterable[Stretch]) -> list[Segment]:
    """Segments of a text of this length, all of it; what lies outside of the text is cut off."""
    inside = [
        each._replace(start=max(each.start, 0), end=min(each.end, length)) for each in stretches
    ]
    inside = sorted((each for each in inside if each.start < each.end), key=_start)
    edges = sorted({0, length, *(each.start for each in inside), *(each.end for each in inside)})
    found: list[Segment] = []
    active: list[Stretch] = []
    coming = iter(inside)
    following = next(coming, None)
    for start, end in pairwise(edges):
        active = [each for each in active if each.end > start]
        while following is not None and following.start == start:
            active.append(following)
            following = next(coming, None)
        found.append(Segment(start, end, tuple(active)))
    return found


def _start(stretch: Stretch) -> int:
    return stretch.start
