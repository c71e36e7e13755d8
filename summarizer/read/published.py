"""Dates of publication: from fields that hold one, and from lines of text that give one.

A day and month whose order cannot be told (03/04/2023 without a weekday) are no date: None.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from summarizer.text.lexicon import classes

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d\d)(?![\d/])")
_MONTH_DAY_YEAR = re.compile(
    r"([^\W\d_]{3,12})\.? {0,2}(\d{1,2})(?:st|nd|rd|th)?,? {1,2}((?:19|20)\d\d)(?!\d)"
)
_DAY_MONTH_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: of| de)? {0,2}-?([^\W\d_]{3,12})\.?,?"
    r"(?: de| del)? {0,2}-?((?:19|20)\d\d)(?!\d)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}Z?)?\Z")


class Dated(NamedTuple):
    """A date found in a text and the place where it stands."""

    start: int
    end: int
    date: str


def iso(value: str) -> str | None:
    """An ISO 8601 date or date-time from the value of a field, None where it gives none."""
    text = value.strip()[:100]
    if not text:
        return None
    if compact := _COMPACT.match(text):
        text = "-".join(compact.groups())
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        found = find(text)
        return found.date if found else None
    if moment.year < 1900:  # a machine's way to say that it has no date
        return None
    return moment.date().isoformat() if len(text) <= 10 else moment.isoformat()


def find(text: str) -> Dated | None:
    """The first date of a text that names day, month and year and leaves no doubt."""
    found = [
        Dated(match.start(), match.end(), date)
        for pattern, reader in _READERS
        for match in pattern.finditer(text)
        if (date := reader(match, text))
    ]
    return min(found, default=None)


def _year_first(match: re.Match[str], _text: str) -> str | None:
    return _date(int(match[1]), int(match[3]), int(match[4]))


def _year_last(match: re.Match[str], text: str) -> str | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if match[2] == ".":
        return day_first  # 03.04.2023 is written so only where the day comes first
    weekday = _weekday(text)
    fitting = [d for d in (day_first, month_first) if _falls_on(d, weekday)]
    return fitting[0] if len(fitting) == 1 else None


def _short_year(match: re.Match[str], _text: str) -> str | None:
    """11/13/23: a date only if one order of day, month and year alone makes one."""
    a, b, c = (int(part) for part in match.groups())
    readings = {_date(2000 + c, a, b), _date(2000 + c, b, a), _date(2000 + a, b, c)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _month_day_year(match: re.Match[str], _text: str) -> str | None:
    return _date(int(match[3]), _month(match[1]), int(match[2]))


def _day_month_year(match: re.Match[str], _text: str) -> str | None:
    return _date(int(match[3]), _month(match[2]), int(match[1]))


_READERS = (
    (_YEAR_FIRST, _year_first),
    (_YEAR_LAST, _year_last),
    (_SHORT_YEAR, _short_year),
    (_MONTH_DAY_YEAR, _month_day_year),
    (_DAY_MONTH_YEAR, _day_month_year),
)


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    label = classes("date_names").get(name.casefold(), "")
    return int(label[1:]) if label.startswith("m") else 0


def is_date_word(word: str) -> bool:
    """Whether a word names a month or a weekday."""
    return classes("date_names").get(word.casefold(), "filler") != "filler"


def is_date_filler(word: str) -> bool:
    """Whether a word stands beside dates in lines that give only a date."""
    return word.casefold() in classes("date_names")


def _weekday(text: str) -> int | None:
    for word in _WORD.findall(text):
        label = classes("date_names").get(word.casefold(), "")
        if label.startswith("d") and label[1:].isdigit():
            return int(label[1:])
    return None


def _falls_on(date: str, weekday: int | None) -> bool:
    return weekday is not None and dt.date.fromisoformat(date).weekday() == weekday
