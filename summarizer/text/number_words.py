"""Numbers as they are written: digits, words, or both ("1.2 million", "two dozen", "half a")."""

from __future__ import annotations

import functools
import math
import re
from typing import NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.quotes import fold
from summarizer.text.tokens import letter_runs, plain_figure

# A currency sign, a number in digits, a word, or any other character; linear.
_PART = re.compile(r"\d{1,3}(?:\.\d{3}){2,5}(?![\d.])|\d+(?:,\d+)*(?:\.\d+)?|[^\W\d_]+|[^\s\w]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
# Figures that may be in continental form: a decimal comma, a point between thousands. Of less than
# ten thousand only round ones: averages have three decimals too ("1.625 children").
_COMMA = re.compile(r"\d{1,3},\d{1,2}\Z")
_POINT = re.compile(r"(?:[1-9]\d{1,2}\.\d{3}|[1-9]\.\d00)\Z")
_COUNTED = ("s", "people", "men", "women", "children")
# What is measured in thousandths, and what a figure with a magnitude goes on with.
_EXACT = frozenset({"second", "seconds", "per"})
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
# Short magnitudes ("5m", "3bn") stand directly behind the digits.
_SHORT = frozenset({"k", "m", "mn", "mln", "bn", "b", "tn", "trn"})


_CLOCK = (("a", ".", "m"), ("p", ".", "m"), ("am",), ("pm",), ("o", "'", "clock"))


class Part(NamedTuple):
    """A word, number or sign with its place; `glued` where no blank stands before it."""

    text: str
    start: int
    end: int
    lower: str
    glued: bool


class Number(NamedTuple):
    """A number that fills the parts up to `next`; kind: unit, ordinal, part or vague."""

    value: float
    kind: str
    next: int
    digits: bool


def parts(text: str, offset: int = 0) -> list[Part]:
    """The parts of a text in order; places are shifted by `offset`."""
    found = []
    last = -1
    for match in _PART.finditer(fold(text)):
        word = match.group()
        start, end = match.span()
        found.append(_part((word, offset + start, offset + end, word.lower(), start == last)))
        last = end
    return found


# Without the named arguments of `Part(...)`, which cost a third of cutting a text into parts.
_part = functools.partial(tuple.__new__, Part)


@functools.cache
def _words() -> dict[str, tuple[str, float]]:
    table = {}
    for word, label in classes("number_words").items():
        kind, value = label.split()
        table[word] = (kind, float(value))
    return table


def has_number_word(text: str) -> bool:
    """Whether any word of a text may be a number."""
    return not _words().keys().isdisjoint(letter_runs(text))


@functools.lru_cache(maxsize=65536)
def may_count(word: str) -> bool:
    """Whether a number may start with a lower-case word, number or sign."""
    return word[0].isdecimal() or word in ("a", "an") or word in _words()


def number_at(row: list[Part], place: int) -> Number | None:
    """The longest number that starts at this part, None where none does."""
    part = row[place]
    if part.text[0].isdecimal():
        return _in_digits(row, place)
    if part.lower in ("a", "an"):
        return _after_article(row, place)
    kind, _ = _words().get(part.lower, ("", 0.0))
    if kind in ("", "scale") and part.lower not in ("dozen", "score", "hundred", "thousand"):
        return None
    if part.lower == "score" or (kind == "scale" and place and row[place - 1].glued):
        return None
    return _in_words(row, place)


def magnitude(row: list[Part], place: int) -> float:
    """By how much the words behind a number multiply it: a million in "115 million crowns"."""
    while not may_count(row[place].lower):  # a sign of currency
        place += 1
    whole, bare = number_at(row, place), number_at(row[: place + 1], place)
    if whole is None or bare is None or not 0 < whole.value < math.inf:
        return 1.0
    return whole.value / bare.value


def clock_end(row: list[Part], behind: int) -> int | None:
    """The place behind a time of day ("10:30 p.m.", "5pm", "6 o'clock"), None if it is none."""
    words = [part.lower for part in row[behind : behind + 6]]
    minutes = words[:1] == [":"] and len(words) > 1 and words[1].isdecimal() and len(words[1]) == 2
    place = 2 if minutes else 0
    for ending in _CLOCK:
        if words[place : place + len(ending)] == list(ending):
            return behind + place + len(ending)
    return behind + place if minutes else None


def clock(row: list[Part], number: Number) -> float:
    """Hours since midnight."""
    behind = row[number.next : number.next + 5]
    words = [part.lower for part in behind]
    minutes = float(words[1]) / 60 if words[:1] == [":"] else 0.0
    later = 12 if ("p" in words or "pm" in words) and number.value < 12 else 0
    return number.value + minutes + later


def _in_digits(row: list[Part], place: int) -> Number | None:
    after = row[place + 1] if place + 1 < len(row) else None
    written = _continental(row, place, after.lower if after else "")
    if "," in written and not _GROUPED.match(written):
        written = written.partition(",")[0]
    value = float(written.replace(",", ""))
    if after and after.glued and after.lower in _SUFFIXES:
        return Number(value, "ordinal", place + 2, digits=True)
    factor, behind = _scales(row, place + 1, short=True)
    return Number(value * factor, "unit", behind, digits=True)


def _continental(row: list[Part], place: int, after: str) -> str:
    """A figure in English form where what stands around it shows that it is written in another.

    "1,4 million" has a decimal comma; "12.350 people" are thousands, as nobody counts in
    thousandths; "3.125 percent", "9.000 seconds" and "$3.100" are decimals as they stand.
    """
    written = row[place].text
    kind, unit, _ = classes("units").get(after, "- - -").split()
    scaled = _words().get(after, ("", 0.0))[0] == "scale"
    if _COMMA.match(written) and (scaled or unit != "-" or after == "per"):
        return written.replace(",", ".")
    exact = scaled or kind == "percent" or after in _EXACT
    priced = place > 0 and row[place - 1].text in "$£"
    if exact or (priced and written[1:2] == ".") or not _POINT.match(written):
        return plain_figure(written) if written.count(".") > 1 else written
    counted = unit == "-" and after.endswith(_COUNTED)
    return written.replace(".", ",") if counted or written.endswith("00") else written


def _after_article(row: list[Part], place: int) -> Number | None:
    """Such as "a hundred", "a dozen", "a third of", "a half"; other articles are none."""
    if place + 1 >= len(row):
        return None
    word = row[place + 1].lower
    kind, value = _words().get(word, ("", 0.0))
    if kind == "scale" and len(word) > 3 and word != "score":
        factor, behind = _scales(row, place + 1, short=False)
        return _added(row, Number(factor, "unit", behind, digits=False))
    if kind == "part":
        return Number(value, "part", place + 2, digits=False)
    of = place + 2 < len(row) and row[place + 2].lower == "of"
    if kind == "ordinal" and value > 2 and of:
        return Number(1 / value, "part", place + 2, digits=False)
    return None


def _in_words(row: list[Part], place: int, limit: float = math.inf) -> Number:
    """A number in words; what follows it is added only if it stays below `limit`."""
    kind, value = _words()[row[place].lower]
    behind = place + 1
    if kind == "part":
        return _half(row, place, value)
    if kind == "ordinal":
        return Number(value, kind, behind, digits=False)
    if kind == "vague":
        factor, behind = _of_scale(row, behind)
        return Number(value * factor, kind, behind, digits=False)
    if kind == "scale":
        value, behind = _scales(row, place, short=False)
    elif kind == "ten":
        value, kind, behind = _ones(row, behind, value)
    if kind == "ordinal":
        return Number(value, kind, behind, digits=False)
    fraction = _fraction(row, behind, value)
    if fraction:
        return fraction
    factor, behind = _scales(row, behind, short=False)
    number = Number(value * factor, "unit", behind, digits=False)
    large = (factor >= 100 or kind == "scale") and number.value < limit
    return _added(row, number) if large else number


def _ones(row: list[Part], place: int, value: float) -> tuple[float, str, int]:
    """What follows a ten: "thirty-five", "thirty five", "thirty-fifth"."""
    next_place = place + 1 if place < len(row) and row[place].text == "-" else place
    kind, ones = _words().get(row[next_place].lower if next_place < len(row) else "", ("", 0.0))
    if kind in ("unit", "ordinal") and 0 < ones < 10:
        return value + ones, "ordinal" if kind == "ordinal" else "ten", next_place + 1
    return value, "ten", place


def _half(row: list[Part], place: int, value: float) -> Number:
    """Such as "half", "half a million", "half a dozen"."""
    if place + 2 < len(row) and row[place + 1].lower in ("a", "-"):
        factor, behind = _scales(row, place + 2, short=False)
        if factor > 1:
            return Number(value * factor, "unit", behind, digits=False)
    return Number(value, "part", place + 1, digits=False)


def _fraction(row: list[Part], place: int, value: float) -> Number | None:
    """Such as "two-thirds", "three quarters"."""
    next_place = place + 1 if place < len(row) and row[place].text == "-" else place
    kind, part = _words().get(row[next_place].lower if next_place < len(row) else "", ("", 0.0))
    if kind != "part" or value > 20:
        return None
    return Number(value * part, "part", next_place + 1, digits=False)


def _scales(row: list[Part], place: int, *, short: bool) -> tuple[float, int]:
    """The product of the magnitudes from here on ("hundred thousand") and the place behind."""
    factor = 1.0
    while place < len(row):
        step = place + 1 if row[place].text == "-" and place + 1 < len(row) else place
        word = row[step]
        kind, value = _words().get(word.lower, ("", 0.0))
        glued_short = short and factor == 1 and word.glued and word.lower in _SHORT
        if kind != "scale" or word.lower == "score" or (len(word.lower) <= 3 and not glued_short):
            break
        factor, place = factor * value, step + 1
    return factor, place


def _of_scale(row: list[Part], place: int) -> tuple[float, int]:
    """Such as "hundreds of thousands", "tens of millions"."""
    if place + 1 < len(row) and row[place].lower == "of":
        kind, value = _words().get(row[place + 1].lower, ("", 0.0))
        if kind == "vague":
            return value, place + 2
    return 1.0, place


def _added(row: list[Part], number: Number) -> Number:
    """The rest of a number in words: "two hundred and five", "a thousand two hundred"."""
    place = number.next
    if place < len(row) and row[place].lower == "and":
        place += 1
    kind, value = _words().get(row[place].lower if place < len(row) else "", ("", 0.0))
    if kind not in ("unit", "ten") or value >= number.value:
        return number
    rest = _in_words(row, place, limit=number.value)
    if rest.kind != "unit" or rest.value >= number.value or number.value < 100:
        return number
    return Number(number.value + rest.value, "unit", rest.next, digits=False)
