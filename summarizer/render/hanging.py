"""The picture of origins: which sources hang on which statement, agency or report.

A drawing in two columns with lines between; the columns are lists, only the lines are drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.summary import Origin, Summary

# More rows than these are no picture any more: a screen of 860 pixels shows 28.
_ORIGINS = 14
_SOURCES = 24
_ROW = 10


class Line(NamedTuple):
    """A line between an origin and a row of sources, as the path of an SVG 100 units wide."""

    path: str
    claimed: bool


class Picture(NamedTuple):
    """Origins on the left, rows of sources on the right, lines between; `rows` is the height.

    `claimed` are the origins that stand behind a sentence of the summary, `left_out` the number of
    origins that have no place in the picture.
    """

    origins: tuple[Origin, ...]
    sources: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]
    rows: int
    claimed: frozenset[str]
    left_out: int

    @property
    def height(self) -> int:
        """Units of the drawing from top to bottom."""
        return self.rows * _ROW


def picture(summary: Summary) -> Picture:
    """The origins that most of the summary rests on, with the sources that carry them."""
    claimed = frozenset(origin for claim in summary.claims for origin in claim.origins)
    ranked = sorted(summary.origins, key=lambda each: (each.id not in claimed, -len(each.sources)))
    shown = ranked[:_ORIGINS]
    origins = tuple(each for each in summary.origins if each in shown)
    sources = _rows(origins)
    rows = max(len(origins), len(sources))
    lines = tuple(
        Line(_path(left, len(origins), right, len(sources), rows), origin.id in claimed)
        for left, origin in enumerate(origins)
        for right, row in enumerate(sources)
        if row[0] in origin.sources
    )
    return Picture(origins, sources, lines, rows, claimed, len(summary.origins) - len(origins))


def _rows(origins: Sequence[Origin]) -> tuple[tuple[str, ...], ...]:
    """Sources in the order of the inputs; where they are too many, those that carry the same."""
    ids = {source for origin in origins for source in origin.sources}
    ordered = sorted(ids, key=lambda source: int(source.removeprefix("s")))
    if len(ordered) <= _SOURCES:
        return tuple((each,) for each in ordered)
    alike: dict[tuple[str, ...], list[str]] = {}
    for source in ordered:
        key = tuple(origin.id for origin in origins if source in origin.sources)
        alike.setdefault(key, []).append(source)
    return tuple(tuple(row) for row in alike.values())


def _path(left: int, lefts: int, right: int, rights: int, rows: int) -> str:
    """A curve between two rows; the shorter column stands in the middle."""
    start = _ROW * (left + 0.5 + (rows - lefts) / 2)
    end = _ROW * (right + 0.5 + (rows - rights) / 2)
    return f"M0 {start:g}C50 {start:g} 50 {end:g} 100 {end:g}"
