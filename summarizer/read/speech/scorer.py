"""Linear scorers: sums of weights of readable features.

Weights learnt from PolNeAR v1.0.0 (github.com/networkdynamics/PolNeAR); see
docs/decisions/0006-speech-scorers.md.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")
Sides = tuple[float, float, float]


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

    def best(self, table: str, choices: Sequence[T], rows: Sequence[Sequence[str]]) -> T | None:
        """The choice whose row of features scores highest, the first of equals."""
        if not choices:
            return None
        weight = self._tables[table].get
        # None (no such feature) and zero are both left out: the fastest sum in pure Python
        scores = [sum(filter(None, map(weight, row))) for row in rows]
        return choices[scores.index(max(scores))]


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
