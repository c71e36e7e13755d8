"""Quantities in news text: value, unit, what is counted, and how the number is qualified.

Years, times, ordinals, ages and numbers inside names ("Channel 4") are found too, with their own
kind, so that a reader of the list can leave them out. Numbers that belong to a date are not listed.
"""

from __future__ import annotations

import bisect
import functools
import math
from typing import NamedTuple

from summarizer.text.dates import dates
from summarizer.text.lexicon import classes
from summarizer.text.number_words import (
    Number,
    Part,
    clock,
    clock_end,
    has_number_word,
    magnitude,
    may_count,
    number_at,
    parts,
)
from summarizer.text.tokens import SENTENCE, has_digit, stem, stopwords
from summarizer.text.units import CURRENCY_SIGNS, Measured, unit_at, units

_PREFIXED = frozenset({"us", "a", "c", "nz", "hk"})  # US$, A$, …
_IRREGULAR = frozenset({"people", "children", "men", "women", "police", "dead", "wounded"})
_NOT_ONE = frozenset({"no", "this", "that", "the", "which", "each", "every", "any", "another"})
_SPATIAL = frozenset({"under", "over", "above", "below", "around", "topped", "tops", "topping"})
_AGED = ("over", "under")  # "the over-60s"
_LONGEST_NAME_OF_THING = 4
# The lower end of a range that is as large as this needs no magnitude of the upper one.
_THOUSAND = 1000


class Quantity(NamedTuple):
    """A number in a text.

    `value` is in the canonical `unit` ("percent", "usd", "km", "kg", "day", …; None for a plain
    count), `factor` the size of the unit as it is written (1.609344 for miles). `thing` is the
    stem of the counted noun. `kind` is one of count, money, percent, measure, ordinal, age,
    part (a fraction), vague ("dozens"), year, time, name ("Boeing 737"). The two ends of a range
    are two quantities.
    """

    start: int
    end: int
    value: float
    unit: str | None
    thing: str | None
    qualifier: str | None
    kind: str
    factor: float = 1.0


def quantities(text: str, offset: int = 0) -> list[Quantity]:
    """The quantities of a text in order; places are shifted by `offset`."""
    found = _remembered(text) if len(text) <= SENTENCE else _quantities(text)
    return [_moved(each, offset) for each in found] if offset else list(found)


def _quantities(text: str) -> tuple[Quantity, ...]:
    if not has_digit(text) and not has_number_word(text):
        return ()
    row = parts(text)
    taken = [(mention.start, mention.end) for mention in dates(text)]
    found: list[Quantity] = []
    behind = 0
    for place in [place for place, part in enumerate(row) if may_count(part.lower)]:
        if place < behind or (found and row[place].start < found[-1].end):
            continue
        number = number_at(row, place)
        if number is None or _inside(row[place].start, taken):
            continue
        found.append(_quantity(row, place, number))
        behind = number.next
    return tuple(each for each in _ranges(row, found) if each.kind != "none")


_remembered = functools.lru_cache(maxsize=2048)(_quantities)


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be the same figure.

    Units must agree (a plain count meets any kind of count). A qualified side may be a rounding of
    the other; converted units ("18.6 miles", "30 km") may differ by 4 %, which covers the rounding
    that news texts give in brackets.
    """
    if one.unit != other.unit:
        return False
    if math.isclose(one.value, other.value, rel_tol=1e-6, abs_tol=1e-9):
        return True
    if one.unit and one.kind == "measure" and one.factor != other.factor:
        return math.isclose(one.value, other.value, rel_tol=0.04)
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(coarse: Quantity, fine: Quantity) -> bool:
    """Whether a qualified figure is a rounding of an exact one."""
    if coarse.qualifier is None or not (0 < coarse.value < math.inf and fine.value > 0):
        return False
    ratio = fine.value / coarse.value
    if coarse.qualifier in ("more than", "at least"):
        return 1 <= ratio <= 1.1
    if coarse.qualifier in ("fewer than", "up to"):
        return 0.9 <= ratio <= 1
    step = 10.0 ** math.floor(math.log10(coarse.value))
    while step > 1e-9 and not math.isclose(coarse.value / step, round(coarse.value / step)):
        step /= 10
    return abs(coarse.value - fine.value) <= step * 0.5 and 0.85 <= ratio <= 1.15


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    before = bisect.bisect_right(spans, (place, math.inf)) - 1
    return before >= 0 and place < spans[before][1]


def _quantity(row: list[Part], place: int, number: Number) -> Quantity:
    first, measured = place, None
    plus = _behind_plus(row, number.next)
    if place and row[place - 1].text in CURRENCY_SIGNS:
        kind, unit, factor = units()[row[place - 1].text]
        measured = Measured(kind, unit, number.value, factor, number.next)
        prefixed = place > 1 and row[place - 1].glued and row[place - 2].lower in _PREFIXED
        first = place - 2 if prefixed else place - 1
    elif number.kind != "ordinal" and not _ends_years(row, place):
        measured = unit_at(row, plus, number.value)
    if measured is None:
        kind, behind = _special(row, first, number)
        measured = Measured(kind, None, number.value, 1.0, behind)
    behind = measured.next
    uncounted = measured.kind in ("year", "time", "name", "age")
    return Quantity(
        start=row[first].start,
        end=row[behind - 1].end,
        value=clock(row, number) if measured.kind == "time" else measured.value,
        unit=measured.unit,
        thing=None if uncounted else _thing(row, behind),
        qualifier="at least"
        if plus > number.next
        else _bound(row, first, measured, _qualifier(row, first, behind)),
        kind=measured.kind,
        factor=measured.factor,
    )


def _behind_plus(row: list[Part], behind: int) -> int:
    """The place behind a number and its "-plus" ("90-plus percent")."""
    words = [part.lower for part in row[behind : behind + 2]]
    return behind + 2 if words == ["-", "plus"] else behind


def _bound(row: list[Part], first: int, number: Measured, label: str | None) -> str | None:
    """The qualifier, unless it is a word of place ("under one roof", "topped two lists")."""
    spatial = first and row[first - 1].lower in _SPATIAL
    return None if spatial and number.unit is None and number.value < 10 else label


def _special(row: list[Part], first: int, number: Number) -> tuple[str, int]:
    """The kind of a bare number and the place behind it.

    Kinds: year, time, part of a name, a pronoun (none), or a count.
    """
    behind = number.next
    if number.kind != "unit":
        return number.kind, behind
    before = row[first - 1] if first else None
    after = row[behind] if behind < len(row) else None
    if row[first].lower == "one" and behind == first + 1 and _pronoun(before, after):
        return "none", behind
    if not number.digits:
        return ("name" if _in_capitals(row, first, behind) else "count"), behind
    return _in_digits(row, first, behind, number.value)


def _in_digits(row: list[Part], first: int, behind: int, value: float) -> tuple[str, int]:
    """The kind of a bare number in digits and the place behind it."""
    clock = clock_end(row, behind)
    if clock:
        return "time", clock
    if _is_age(row, first, behind):
        return "age", behind
    if _is_year(value, row, first, behind):
        after = row[behind] if behind < len(row) else None
        return "year", behind + (after is not None and after.glued and after.lower == "s")
    return ("name" if _in_name(row, first, behind) else "count"), behind


def _in_capitals(row: list[Part], first: int, behind: int) -> bool:
    """Whether a number in words is part of a name in running text: "the Four Seasons wept"."""
    if not row[first].text[0].isupper() or not first or behind + 1 >= len(row):
        return False
    before, after, then = row[first - 1].text, row[behind].text, row[behind + 1].text
    led = before[0].islower() and after[0].isupper() and not then[0].isupper()
    trailed = before[0].isupper() and before.isalpha() and after[0].islower()
    return led or trailed


def _is_age(row: list[Part], first: int, behind: int) -> bool:
    """Whether a number between commas stands behind a name: "Ann Ode, 51, resigned"."""
    if first < 2 or row[first - 1].text != "," or not row[first - 2].text[0].isupper():
        return False
    after = [part.text for part in row[behind : behind + 2]]
    closed = not after or after[0] in ".;)" or (after[0] == "," and not after[-1].isdecimal())
    return closed and row[first].text.isdecimal() and len(row[first].text) < 3


def _pronoun(before: Part | None, after: Part | None) -> bool:
    if before and before.lower in _NOT_ONE:
        return True
    word = after.lower if after else ""
    return word[:1].isalpha() is False or (word in stopwords() and word != "of")


def _ends_years(row: list[Part], first: int) -> bool:
    """Whether a number is the end of a span of years ("2018-19")."""
    if first < 2 or len(row[first].text) != 2 or not (row[first].glued and row[first - 1].glued):
        return False
    return row[first - 1].text == "-" and row[first - 2].text[:2] in ("19", "20")


def _is_year(value: float, row: list[Part], first: int, behind: int) -> bool:
    if _ends_years(row, first):
        return True
    if not (row[first].text.isdecimal() and 1500 <= value <= 2100):
        return False
    return behind >= len(row) or not _plural(row[behind].lower)


def _in_name(row: list[Part], first: int, behind: int) -> bool:
    """Such as "Boeing 737", "Apollo 11", "F-16": no counted noun, and a capitalised word before."""
    if not first:
        return False
    before = row[first - 1]
    if before.text == "-" and before.glued and first > 1:
        before = row[first - 2]
    elif row[first].glued:
        return before.text.isalpha()
    capital = before.text[0].isupper() and before.lower not in stopwords()
    return capital and not (behind < len(row) and _plural(row[behind].lower))


def _plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    return len(word) > 2 and word[-1] == "s" and word[-2] != "s" and word not in stopwords()


def _thing(row: list[Part], place: int) -> str | None:
    """The stem of the noun behind a number: the first plural, else the last word of the phrase."""
    stop = stopwords()
    last = None
    if place < len(row) and row[place].text == "-":
        place += 1
    seen = 0
    while place < len(row) and seen < _LONGEST_NAME_OF_THING:
        part = row[place]
        place += 1
        if part.lower in ("of", "the", "his", "her", "their", "its", "more", "other") and not last:
            continue
        if part.text == "-":
            continue
        if not part.text[0].isalpha() or part.lower in stop:
            break
        seen += 1
        last = stem(part.lower)
        following = row[place].text[0] if place < len(row) else "."
        if _plural(part.lower) and not (part.text[0].isupper() and following.isupper()):
            break
    return last


@functools.cache
def _phrases() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): label for phrase, label in classes("qualifiers").items()}


@functools.cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _phrases())


def _qualifier(row: list[Part], first: int, behind: int) -> str | None:
    phrases = _phrases()
    led = first > 0 and row[first - 1].lower in _last_words()
    for length in (4, 3, 2, 1) if led else ():
        words = tuple(part.lower for part in row[max(0, first - length) : first])
        label = phrases.get(words, "after") if len(words) == length else "after"
        if not label.startswith("after"):
            return label
    if first > 1 and row[first - 1].text == "-" and row[first - 2].lower in _AGED:
        return phrases[(row[first - 2].lower,)]
    if behind < len(row) and row[behind].text == "+" and row[behind].glued:
        return "at least"
    start = behind + 1 if behind < len(row) and row[behind].text == "-" else behind
    for length in (2, 1):
        words = tuple(part.lower for part in row[start : start + length])
        label = phrases.get(words, "")
        if label.startswith("after ") and (length == 2 or start > behind):
            return label.removeprefix("after ")
    return None


def _ranges(row: list[Part], found: list[Quantity]) -> list[Quantity]:
    """The first end of a range takes unit, thing and magnitude from the second."""
    if len(found) < 2:
        return found
    between = {part.start: part.lower for part in row}
    starts = [part.start for part in row]
    for place in range(len(found) - 1):
        low, high = found[place], found[place + 1]
        index = bisect.bisect_left(starts, low.end)
        behind = bisect.bisect_left(starts, high.start, lo=index)
        words = [part.lower for part in row[index : min(behind, index + 2)]]
        if words not in (["to"], ["-"], ["and"], ["or"]) or low.kind not in ("count", high.kind):
            continue
        if words in (["and"], ["or"]) and between.get(_before(starts, low.start)) != "between":
            continue
        magnitudes = [
            magnitude(row, bisect.bisect_left(starts, each.start)) for each in (low, high)
        ]
        scale = magnitudes[1] if magnitudes[0] == 1 and low.value < _THOUSAND else 1.0
        found[place] = _end_of_range(low, high, scale)
    return found


def _before(starts: list[int], place: int) -> int:
    index = bisect.bisect_left(starts, place)
    return starts[index - 1] if index else -1


def _end_of_range(low: Quantity, high: Quantity, scale: float) -> Quantity:
    scaled = low.value * scale * (high.factor if low.unit is None else 1.0)
    unit = high.unit if low.unit is None else low.unit
    return low._replace(
        value=scaled, unit=unit, kind=high.kind, thing=high.thing, factor=high.factor
    )


def _moved(quantity: Quantity, offset: int) -> Quantity:
    return quantity._replace(start=quantity.start + offset, end=quantity.end + offset)
