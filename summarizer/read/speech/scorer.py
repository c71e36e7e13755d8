"""Linear scorers: sums of weights of readable features.

Weights learnt from PolNeAR v1.0.0 (github.com/networkdynamics/PolNeAR); see
docs/decisions/0006-speech-scorers.md.
"""

from __future__ import annotations

import functools
import math
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")
Sides = tuple[float, float, float]
# Choices less probable than that are not looked at as the right one: bounds the work.
_UNLIKELY = 0.01
_HALF = 0.5


class Scorer:
    """The weights of each question that the reading of statements asks."""

    def __init__(
        self, tables: Mapping[str, Mapping[str, float]], sides: Mapping[str, Sides]
    ) -> None:
        """Take a table of weights for each question, and the three-way one for cues."""
        self._tables = tables
        self._sides = sides

    def sides(self, row: Sequence[str]) -> Sides:
        """Log odds that a cue's content stands right, left, or on both sides, against no cue."""
        right = left = both = 0.0
        for weights in filter(None, map(self._sides.get, row)):
            right += weights[0]
            left += weights[1]
            both += weights[2]
        return right, left, both

    def _scores(self, table: str, rows: Sequence[Sequence[str]]) -> list[float]:
        """The sums of the weights of rows of features."""
        weight = self._tables[table].get
        # None (no such feature) and zero are both left out: the fastest sum in pure Python
        return [sum(filter(None, map(weight, row))) for row in rows]

    def best(self, table: str, choices: Sequence[T], rows: Sequence[Sequence[str]]) -> T | None:
        """The choice whose row of features scores highest, the first of equals."""
        if not choices:
            return None
        scores = self._scores(table, rows)
        return choices[scores.index(max(scores))]

    def best_shared(
        self, table: str, choices: Sequence[T], rows: Sequence[Sequence[str]], sizes: Sequence[int]
    ) -> tuple[T, float] | None:
        """The choice that is expected to share most with the right one, and how sure it is.

        Choices are stretches of the given sizes (in tokens, from 1) with one edge in common: of a
        short one and two long ones that differ in a word, all as likely, a long one is the best.
        It is sure to the probability that it and the right one share at least half of both.
        """
        if not choices:
            return None
        chances = _chances(self._scores(table, rows))
        likely = [each for each in zip(choices, sizes, chances, strict=True) if each[2] > _UNLIKELY]
        best, gain = likely[0], -1.0
        for each in likely:
            worth = sum(part * _worth(each[1], right) for _, right, part in likely)
            if worth > gain:
                best, gain = each, worth
        half = (part for _, right, part in likely if _shared(best[1], right) >= _HALF)
        return best[0], min(1.0, sum(half))


def _chances(scores: Sequence[float]) -> list[float]:
    """The probabilities of choices with the given log odds."""
    most = max(scores)
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    return [each / total for each in odds]


def _worth(size: int, right: int) -> float:
    """What a stretch is worth where another one with the same edge is right.

    Its intersection over union, 1 more if that is half or better, and half more if they are equal.
    """
    shared = _shared(size, right)
    return shared + (shared >= _HALF) + 0.5 * (size == right)


def _shared(size: int, other: int) -> float:
    """The intersection over union of two stretches with one edge in common."""
    return min(size, other) / max(size, other)


@functools.cache
def scorer() -> Scorer:
    """The scorer with the weights that come with the package."""
    return load(Path(__file__).with_name("weights.tsv"))


def load(source: Path) -> Scorer:
    """The scorer with the weights of a table."""
    tables: dict[str, dict[str, float]] = {}
    sides: dict[str, Sides] = {}
    table: dict[str, float] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 2:
            table[cells[0]] = int(cells[1]) / 100
        elif len(cells) == 4:
            sides[cells[0]] = (int(cells[1]) / 100, int(cells[2]) / 100, int(cells[3]) / 100)
        elif line.startswith("["):
            table = tables.setdefault(line.strip("[]"), {})
    return Scorer(tables, sides)
