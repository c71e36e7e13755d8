"""Units behind a number, in canonical form: miles as km, weeks as days, "per cent" as percent."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.number_words import Part

CURRENCY_SIGNS = "$£€¥₹₽₪₩"
_PAIRS = {
    "per cent": "percent",
    "percentage point": "point",
    "percentage points": "point",
}


class Measured(NamedTuple):
    """A value in its canonical unit; it was written in a unit of `factor` canonical ones.

    `next` is the place behind the unit.
    """

    kind: str
    unit: str | None
    value: float
    factor: float
    next: int


@functools.cache
def units() -> dict[str, tuple[str, str, float]]:
    """Each unit's word or sign with its kind, canonical unit and factor."""
    table = {}
    for word, label in classes("units").items():
        kind, canonical, factor = label.split()
        table[word] = (kind, canonical, float(factor))
    return table


def unit_at(row: Sequence[Part], place: int, value: float) -> Measured | None:
    """The unit that stands behind a number ("km", "-year-old", "per cent"), None if none does."""
    if place < len(row) and row[place].text == "-" and row[place].glued:
        place += 1
    words = [part.lower for part in row[place : place + 3]]
    if not words:
        return None
    pair = _PAIRS.get(" ".join(words[:2]))
    if pair:
        return Measured("percent", pair, value, 1.0, place + 2)
    entry = units().get(words[0])
    if entry is None or (len(words[0]) > 3 and row[place].text.isupper()):
        return None
    kind, unit, factor = entry
    if unit == "day" and "old" in words[1:] and words[1] in ("-", "old"):
        return Measured("age", None, value, 1.0, place + words.index("old") + 1)
    if unit == "degree":
        return _temperature(words[1] if len(words) > 1 else "", value, place + 1)
    return Measured(kind, unit, value * factor, factor, place + 1)


def _temperature(scale: str, value: float, behind: int) -> Measured:
    if scale in ("f", "fahrenheit"):
        return Measured("measure", "celsius", (value - 32) / 1.8, 1.8, behind + 1)
    if scale in ("c", "celsius", "centigrade"):
        return Measured("measure", "celsius", value, 1.0, behind + 1)
    return Measured("measure", "degree", value, 1.0, behind)
