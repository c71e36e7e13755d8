"""Dates and quantities of short answers, and whether those of two answers can be the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.dates import DateMention, dates
from summarizer.text.numbers import Quantity, quantities, same_value

if TYPE_CHECKING:
    from collections.abc import Iterable

# "Three more years" are three years; "another year" and "a year" are one.
_MORE = re.compile(r"\b(\w+) (?:more|additional|further|extra)\b", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:another|one (?:more|additional|further|extra)|an (?:additional|extra)|a further)\b"
    # not "twice a week", "$5 a week"
    r"|(?:^|(?<=\bin )|(?<=\bfor )|(?<=\bafter )|(?<=\bwithin )|(?<=\bover ))an?\b"
    r"(?= (?:second|minute|hour|day|week|month|year|decade|century)\b)",
    re.IGNORECASE,
)
# A name with a number, a rank and "dozens" are compared as words, if at all.
_WORDS = ("name", "ordinal", "vague")

Day = tuple[int | None, int | None, int | None]


class Figure(NamedTuple):
    """A date (year, month, day; None where not told) or a quantity, with its place."""

    start: int
    end: int
    day: Day | None
    quantity: Quantity | None


def plain_counts(text: str) -> str:
    """A text whose counts stand directly before what they count."""
    return _MORE.sub(r"\1", _ONE.sub("one", text))


def figures(text: str) -> tuple[Figure, ...]:
    """The dates and quantities of a text; a bare year is a date."""
    found = [Figure(d.start, d.end, (d.year, d.month, d.day), None) for d in _absolute(text)]
    for each in quantities(text):
        if each.kind == "year":
            found.append(Figure(each.start, each.end, (int(each.value), None, None), None))
        elif each.kind not in _WORDS:
            found.append(Figure(each.start, each.end, None, each))
    return tuple(found)


def same_figure(one: Figure, other: Figure) -> bool | None:
    """Whether two figures can be the same; None where they measure different things.

    Dates are the same if they contradict one another in nothing ("2031", "4 May 2031").
    """
    if one.day and other.day:
        known = [(a, b) for a, b in zip(one.day, other.day, strict=True) if a and b]
        return all(a == b for a, b in known) if known else None
    if one.quantity is None or other.quantity is None:
        return None
    a, b = one.quantity, other.quantity
    if (a.unit, a.kind) != (b.unit, b.kind) or (a.thing and b.thing and a.thing != b.thing):
        return None
    return same_value(a, b)


def figures_contradict(left: Iterable[Figure], right: Iterable[Figure]) -> bool:
    """Whether two answers have figures that can be compared, and none of them are the same."""
    others = tuple(right)
    found = [same_figure(one, other) for one in left for other in others]
    known = [each for each in found if each is not None]
    return bool(known) and not any(known)


def _absolute(text: str) -> list[DateMention]:
    """The dates that do not hang on the day of publication."""
    return [each for each in dates(text) if each.year or each.month]
