"""Quantities, dates and names of sources, read once, and how those of a claim compare."""

from __future__ import annotations

import math
import operator
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from summarizer.text.dates import DateMention, resolve
from summarizer.text.numbers import Quantity, same_value
from summarizer.text.quotes import quotation_at
from summarizer.text.tokens import lowered
from summarizer.verify.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

# Figures that differ by less than this share are the same.
_EXACT = 1e-4
_CENTURY = 100
# Words that hold a number without naming it.
_IMPLIED = {
    "both": 2.0,
    "couple": 2.0,
    "pair": 2.0,
    "duo": 2.0,
    "twins": 2.0,
    "twice": 2.0,
    "double": 2.0,
    "doubled": 2.0,
    "trio": 3.0,
    "triple": 3.0,
    "tripled": 3.0,
    "decade": 10.0,
    "decade's": 10.0,
    "dozen": 12.0,
    "century": 100.0,
    "once": 1.0,
    "single": 1.0,
}


def sentence_quantities(sentence: SourceSentence) -> tuple[Quantity, ...]:
    """The quantities of a sentence of a source, in order."""
    return sentence.quantities


@kept
def sentence_dates(sentence: SourceSentence) -> tuple[DateMention, ...]:
    """The dates and bare years of a sentence of a source, in order."""
    return _with_years(sentence.dates, sentence.quantities, sentence.source.text)


def _with_years(
    dates: Iterable[DateMention], quantities: Iterable[Quantity], text: str
) -> tuple[DateMention, ...]:
    """Dates, and figures that are years ("between 2005 and 2008"), in the order of the text.

    A decade ("the 2000s") is no year. The end of a span ("2018-19") is of the century it began in.
    """
    found = list(dates)
    for each in quantities:
        year = int(each.value) if each.kind == "year" else 0
        if 0 < year < _CENTURY:
            begun = max((d for d in found if d.end < each.start), key=_start, default=None)
            year += (begun.year or 0) // _CENTURY * _CENTURY if begun else 0
        decade = text[each.end - 1] == "s" or text.startswith(("'s", "’s"), each.end)
        if year > _CENTURY and not decade:
            found.append(DateMention(each.start, each.end, str(year), year=year))
    return tuple(sorted(found, key=_start))


_start = operator.attrgetter("start")


def source_quantities(source: Source) -> Iterator[tuple[SourceSentence, Quantity]]:
    """The quantities of headline and body with their sentences."""
    for sentence in source.sentences:
        for quantity in sentence_quantities(sentence):
            yield sentence, quantity


def same_figures(source: Source, quantity: Quantity) -> list[tuple[SourceSentence, Quantity]]:
    """The quantities of headline and body with the number of a quantity, whatever the unit."""
    return _with_figure(source, figure(quantity))


@kept
def _with_figure(source: Source, wanted: float) -> list[tuple[SourceSentence, Quantity]]:
    figures, rows = _by_figure(source)
    slack = 2 * _EXACT * abs(wanted) if math.isfinite(wanted) else 0.0
    near = rows[bisect_left(figures, wanted - slack) : bisect_right(figures, wanted + slack)]
    near.sort(key=_number)
    return [(s, q) for _, s, q in near if math.isclose(wanted, figure(q), rel_tol=_EXACT)]


@kept
def _by_figure(
    source: Source,
) -> tuple[list[float], list[tuple[int, SourceSentence, Quantity]]]:
    """The quantities of a source, numbered in the order of the text, sorted by their figures."""
    rows = [(n, *each) for n, each in enumerate(source_quantities(source))]
    rows.sort(key=lambda row: figure(row[2]))
    return [figure(quantity) for _, _, quantity in rows], rows


def _number(row: tuple[int, SourceSentence, Quantity]) -> int:
    return row[0]


@kept
def implied(source: Source) -> frozenset[float]:
    """Numbers that words of a source hold without naming them ("both", "a decade")."""
    return frozenset(_IMPLIED[word] for word in lowered(source.text) if word in _IMPLIED)


def claimed_quantities(part: PartView) -> list[Quantity]:
    """The quantities of a part outside of quotation marks (the words inside have own rules)."""
    found = [q for q in part.claim.quantities if part.start <= q.start < part.end]
    return [q for q in found if not quoted(part, q.start) and q.kind != "name"]


def claimed_dates(part: PartView) -> list[DateMention]:
    """The dates and bare years of a part outside of quotation marks."""
    found = _with_years(part.claim.dates, part.claim.quantities, part.claim.text)
    here = [d for d in found if part.start <= d.start < part.end]
    return [d for d in here if not quoted(part, d.start)]


def quoted(part: PartView, place: int) -> bool:
    """Whether a place of the claim stands inside quotation marks."""
    return quotation_at(part.quotations, place) is not None


def figure(quantity: Quantity) -> float:
    """The number as it is written, in its own unit."""
    return quantity.value / quantity.factor


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities have the same number, whatever the unit."""
    return math.isclose(figure(one), figure(other), rel_tol=_EXACT)


def meets(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be the same figure in the same unit.

    An age meets years, a fraction its percentage.
    """
    if "age" in (one.kind, other.kind):
        return same_figure(one, other)
    if "part" in (one.kind, other.kind):
        left, right = (q.value / 100 if q.unit == "percent" else q.value for q in (one, other))
        return math.isclose(left, right, rel_tol=0.02)
    return same_value(one, other)


def carries(theirs: Quantity, mine: Quantity) -> bool:
    """Whether a figure of a source carries one of a claim, which must not be the more exact."""
    finer = theirs.qualifier is not None and mine.qualifier is None
    known = not finer or theirs.factor != mine.factor
    return meets(mine, theirs) and (known or math.isclose(theirs.value, mine.value, rel_tol=_EXACT))


def compatible(one: DateMention, other: DateMention, published: str | None) -> bool | None:
    """Whether two dates can be the same day; None where that cannot be told."""
    left, right = resolve(one, published), resolve(other, published)
    if left and right:
        return left[0] <= right[1] and right[0] <= left[1]
    pairs = [
        (getattr(one, part), getattr(other, part)) for part in ("year", "month", "day", "weekday")
    ]
    shared = [(a, b) for a, b in pairs if a is not None and b is not None]
    if not shared:
        return None
    return all(a == b for a, b in shared)
