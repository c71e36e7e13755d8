"""The time or the share that a figure is for: "a year", "monthly", "per head"."""

from __future__ import annotations

import operator
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.numbers import Quantity
    from summarizer.text.tokens import Token

_WORDS = {
    **dict.fromkeys(("hourly",), "hour"),
    **dict.fromkeys(("daily", "nightly"), "day"),
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    **dict.fromkeys(("yearly", "annual", "annually"), "year"),
    "biennial": "two years",
    "apiece": "head",
}
_EACH = frozenset({"a", "an", "per", "each", "every"})
_SPANS = {
    **{each: each for each in ("second", "minute", "hour", "day", "week", "month", "quarter")},
    **dict.fromkeys(("year", "annum", "season"), "year"),
    **dict.fromkeys(("night", "shift"), "day"),
    **dict.fromkeys(("capita", "head", "person", "passenger", "household", "family"), "head"),
}
# Words before a figure ("a yearly average of") and behind it ("pounds of grain a year").
_BEFORE, _BEHIND = 4, 6


def rate(tokens: Sequence[Token], quantity: Quantity, others: Sequence[Quantity]) -> str | None:
    """What a figure is for, by the words beside it up to the next figures; None if not said.

    `others` are the figures of the same text, in order.
    """
    place = bisect_left(others, quantity.start, key=_start)
    left = others[place - 1].end if place else 0
    right = others[place + 1].start if place + 1 < len(others) else None
    first = bisect_left(tokens, quantity.start, key=_start)
    behind = bisect_left(tokens, quantity.end, lo=first, key=_start)
    before = [t.lower for t in tokens[max(0, first - _BEFORE) : first] if t.start >= left]
    after = [t.lower for t in tokens[behind : behind + _BEHIND] if right is None or t.end <= right]
    return _named(after) or _named(before)


def _named(row: Sequence[str]) -> str | None:
    for n, word in enumerate(row):
        if word in _WORDS:
            return _WORDS[word]
        if word in _EACH and n + 1 < len(row) and row[n + 1] in _SPANS:
            return _SPANS[row[n + 1]]
    return None


_start = operator.attrgetter("start")
