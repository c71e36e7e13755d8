"""Dates in news text, and what days they can mean for an article of a known date."""

from __future__ import annotations

import calendar
import functools
import re
from datetime import date, timedelta
from typing import NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.quotes import fold
from summarizer.text.tokens import SENTENCE, has_digit, letter_runs

_PART = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)|\d+|[^\W\d_]+|[^\s\w]"
)
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\Z")
_DAY_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_YEAR_WORDS = frozenset({"in", "since", "until", "by", "from", "of", "during", "before", "after"})
_WHEN = _YEAR_WORDS | {"till", "through", "last", "next", "this", "early", "late", "mid", "and"}
_WHEN |= {"to", "between", "for", "the"}
_VERBS = frozenset({"may", "march"})  # months that are verbs in lower case
_SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
# What stands between a weekday and its date: "Monday, 4 March", "4 March (Monday)".
_BESIDE = re.compile(r"\.?,?\s(?:the\s|\()?")
# A year in running text: no news text counts people in this range without a noun behind.
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


class DateMention(NamedTuple):
    """A date, as exact as the text gives it; what it does not give is None.

    `weekday` counts from Monday = 0; a weekday and the date beside it are one mention. `relative`
    is an offset in days from publication ("yesterday" -1, "last week" -7) and `length` the number
    of days that the mention covers (1, 7, 30 or 365, about). `shift` is -1 for "last", 1 for
    "next", else 0.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: int | None = None
    length: int = 1
    shift: int = 0


class _Part(NamedTuple):
    text: str
    start: int
    end: int
    lower: str


# Without the named arguments of `_Part(...)`, which cost a third of cutting a text into parts.
_part = functools.partial(tuple.__new__, _Part)


def dates(text: str, offset: int = 0) -> list[DateMention]:
    """The dates of a text in order; places are shifted by `offset`.

    A day-month-year in figures whose order cannot be told ("3/4/2021") gives only its year.
    """
    found = _remembered(text) if len(text) <= SENTENCE else _dates(text)
    return [_moved(mention, offset) for mention in found] if offset else list(found)


def _dates(text: str) -> tuple[DateMention, ...]:
    if not has_digit(text) and _calendar().keys().isdisjoint(letter_runs(text)):
        return ()
    row = [_part((m[0], *m.span(), m[0].lower())) for m in _PART.finditer(fold(text))]
    found = []
    behind = 0
    for place, part in enumerate(row):
        if place >= behind and (part.lower in _openers() or part.text[0].isdecimal()):
            mention, behind = _mention(row, place, text)
            if mention is not None:
                found.append(mention)
    return _joined(found, text)


def _joined(found: list[DateMention], text: str) -> tuple[DateMention, ...]:
    """The mentions, with a weekday and the date beside it ("Monday, 4 March") as one."""
    whole: list[DateMention] = []
    for each in found:
        one = whole[-1] if whole else each
        named, dated = (one, each) if one.weekday is not None else (each, one)
        pair = named.weekday is not None and named.month is None and dated.day is not None
        if whole and pair and _BESIDE.fullmatch(text, one.end, each.start):
            whole[-1] = dated._replace(
                start=one.start,
                end=each.end,
                text=text[one.start : each.end],
                weekday=named.weekday,
            )
        else:
            whole.append(each)
    return tuple(whole)


_remembered = functools.lru_cache(maxsize=2048)(_dates)


def resolve(mention: DateMention, published: str | None) -> tuple[date, date] | None:
    """The first and the last day that a mention can mean; None where that cannot be told.

    `published` is the article's ISO date. A weekday means the latest such day up to publication
    (the next one after "next"); a day without a year is the one nearest to publication.
    """
    if mention.year is not None:
        return _in_year(mention.year, mention.month, mention.day)
    day = _iso(published)
    if day is None:
        return None
    if mention.month is not None:
        return _nearest(day, mention)
    return _weekday(day, mention) if mention.relative is None else _relative(day, mention)


def _relative(published: date, mention: DateMention) -> tuple[date, date]:
    first = published + timedelta(days=mention.relative or 0)
    if mention.length == 1:
        return first, first
    # "last week" reaches from the start of the week before to the day of publication at most
    return first - timedelta(days=mention.length), first + timedelta(days=mention.length)


def _iso(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _in_year(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    try:
        first = date(year, month or 1, day or 1)
        if day is not None:
            return first, first
        last_month = month or 12
        return first, date(year, last_month, calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None


def _nearest(published: date, mention: DateMention) -> tuple[date, date] | None:
    """The day or month of this name nearest to publication; after "last", one before it."""
    options = []
    for year in (published.year - 1, published.year, published.year + 1):
        span = _in_year(year, mention.month, mention.day)
        if span and not (mention.shift < 0 and span[0] > published):
            options.append(span)
    # news tells more of the past: a day ahead counts as twice as far away
    return min(options, key=lambda s: _distance((s[0] - published).days), default=None)


def _distance(days: int) -> int:
    return 2 * days if days > 0 else -days


def _weekday(published: date, mention: DateMention) -> tuple[date, date]:
    back = (published.weekday() - (mention.weekday or 0)) % 7
    if mention.shift > 0:
        day = published + timedelta(days=7 - back)
        return day, day + timedelta(days=7 if back else 0)
    if mention.shift < 0 and back == 0:
        back = 7
    day = published - timedelta(days=back)
    return day, day


@functools.cache
def _calendar() -> dict[str, tuple[str, int]]:
    table = {}
    for word, label in classes("calendar").items():
        kind, value = label.split()
        table[word] = (kind, int(value))
    return table


@functools.cache
def _openers() -> frozenset[str]:
    """The words that a date may start with; figures may too."""
    return frozenset(_calendar()) | frozenset(_SHIFT)


def _mention(row: list[_Part], place: int, text: str) -> tuple[DateMention | None, int]:
    part = row[place]
    if part.text[0].isdecimal():
        return _from_figure(row, place, text)
    kind, value = _calendar().get(part.lower, ("", 0))
    if kind == "day":
        return _made(row, place, place + 1, text)._replace(relative=value), place + 1
    if kind == "weekday" and part.text[0].isupper() and _full_weekday(part, row, place):
        shift = _SHIFT.get(row[place - 1].lower, 0) if place else 0
        return _made(row, place, place + 1, text)._replace(weekday=value, shift=shift), place + 1
    if kind == "month":
        return _from_month(row, place, text, value)
    if part.lower in _SHIFT and place + 1 < len(row):
        return _from_shift(row, place, text)
    return None, place + 1


def _full_weekday(part: _Part, row: list[_Part], place: int) -> bool:
    """Short forms ("Mon.") need a point or a comma: "Wed" and "Sun" are words too."""
    following = row[place + 1].text if place + 1 < len(row) else ""
    return part.lower.endswith("day") or following in (".", ",")


def _from_figure(row: list[_Part], place: int, text: str) -> tuple[DateMention | None, int]:
    """ISO and slashed dates, "7 October 2023", "the 7th of October", bare years."""
    figure = row[place].text
    if "-" in figure:
        year, number, day = map(int, figure.split("-"))
        return _checked(_made(row, place, place + 1, text), year, number, day), place + 1
    numeric = _NUMERIC.match(figure)
    if numeric:
        first, second, year = map(int, numeric.groups())
        if first > 12 or first == second:
            return _checked(_made(row, place, place + 1, text), year, second, first), place + 1
        if second > 12:
            return _checked(_made(row, place, place + 1, text), year, first, second), place + 1
        return _made(row, place, place + 1, text)._replace(year=year), place + 1
    after = place + 1
    if after < len(row) and row[after].lower in _DAY_SUFFIXES:
        after += 1
    if after < len(row) and row[after].lower == "of":
        after += 1
    month = _month_at(row, after)
    if month and len(figure) <= 2:
        in_year, behind = _year_at(row, after + 1)
        return _checked(_made(row, place, behind, text), in_year, month, int(figure)), behind
    return _bare_year(row, place, text)


def _bare_year(row: list[_Part], place: int, text: str) -> tuple[DateMention | None, int]:
    figure = row[place].text
    before = row[place - 1].lower if place else ""
    if len(figure) != 4 or not _FIRST_YEAR <= int(figure) <= _LAST_YEAR:
        return None, place + 1
    if before not in _YEAR_WORDS or (
        place + 1 < len(row) and row[place + 1].text in "%,.:" and _digit_follows(row, place + 1)
    ):
        return None, place + 1
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if following.endswith("s") and following not in ("was", "is", "has", "as", "his"):
        return None, place + 1  # "of 2000 soldiers"
    return _made(row, place, place + 1, text)._replace(year=int(figure)), place + 1


def _digit_follows(row: list[_Part], place: int) -> bool:
    glued = place + 1 < len(row) and row[place + 1].start == row[place].end
    return row[place].text == "%" or (glued and row[place + 1].text[0].isdecimal())


def _from_month(
    row: list[_Part], place: int, text: str, month: int
) -> tuple[DateMention | None, int]:
    """Such as "October 7", "Oct. 7, 2023", "October 2023", "in October"."""
    after = place + 1
    if row[place].lower in _VERBS and row[place].text.islower() and not _led(row, place):
        return None, place + 1
    if after < len(row) and row[after].text == "." and row[place].lower not in _VERBS:
        after += 1
    if after < len(row) and len(row[after].text) <= 2 and row[after].text.isdecimal():
        day, behind = int(row[after].text), after + 1
        if behind < len(row) and row[behind].lower in _DAY_SUFFIXES:
            behind += 1
        year, behind = _year_at(row, behind)
        return _checked(_made(row, place, behind, text), year, month, day), behind
    only_year, behind = _year_at(row, after)
    before = row[place - 1].lower if place else ""
    if row[place].text[0].islower():
        return None, place + 1
    clear = row[place].lower not in ("may", "march", "mar", "jan", "dec", "sep")
    if only_year is None and before not in _WHEN and not (clear and place):
        return None, place + 1
    shift = _SHIFT.get(before, 0)
    if only_year is None:
        behind = place + 1
    return _made(row, place, behind, text)._replace(
        year=only_year, month=month, shift=shift, length=30
    ), behind


def _led(row: list[_Part], place: int) -> bool:
    """Whether a word that leads a date stands before this place."""
    return place > 0 and row[place - 1].lower in _WHEN | {"on"}


def _from_shift(row: list[_Part], place: int, text: str) -> tuple[DateMention | None, int]:
    """Such as "last week", "next month"; weekdays and months look back at this word."""
    kind, value = _calendar().get(row[place + 1].lower, ("", 0))
    if kind != "span":
        return None, place + 1
    shift = _SHIFT[row[place].lower]
    mention = _made(row, place, place + 2, text)._replace(
        relative=shift * max(value, 7), length=value, shift=shift
    )
    return mention, place + 2


def _month_at(row: list[_Part], place: int) -> int | None:
    if place >= len(row):
        return None
    kind, value = _calendar().get(row[place].lower, ("", 0))
    return value if kind == "month" else None


def _year_at(row: list[_Part], place: int) -> tuple[int | None, int]:
    """A year here, after a point, a comma or "of"; else None and the same place."""
    after = place
    while after < len(row) and after < place + 2 and row[after].lower in (".", ",", "of"):
        after += 1
    if after < len(row) and row[after].text.isdecimal() and len(row[after].text) == 4:
        year = int(row[after].text)
        if _FIRST_YEAR <= year <= _LAST_YEAR:
            return year, after + 1
    return None, place


def _checked(found: DateMention, year: int | None, month: int, day: int) -> DateMention | None:
    """The mention with its parts, if the calendar has the day (29 February without a year)."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    return found._replace(year=year, month=month, day=day)


def _made(row: list[_Part], place: int, behind: int, text: str) -> DateMention:
    start, end = row[place].start, row[behind - 1].end
    return DateMention(start, end, text[start:end])


def _moved(mention: DateMention, offset: int) -> DateMention:
    return mention._replace(start=mention.start + offset, end=mention.end + offset)
