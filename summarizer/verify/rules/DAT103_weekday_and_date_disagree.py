"""Weekday and date that do not belong together.

A date with its weekday can be reckoned: 4 March 2025 was a Tuesday. Where the claim gives no year,
the year of the cited source's publication counts. If the source makes the same slip, the claim may
quote it, but it is still wrong for the reader.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.text.dates import resolve
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import claimed_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="warning",
    verdict="value wrong",
    example=Example(
        sources=("Ann Ode opened the new harbour of Arden on Monday, 4 March 2025.",),
        bad="Ann Ode opened the new harbour of Arden on Monday, 4 March 2025. [1]",
        good="Ann Ode opened the new harbour of Arden on 4 March 2025. [1]",
    ),
)

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


# What stands between a weekday and its date: "Monday, 4 March", "4 March (Monday)".
_BETWEEN = re.compile(r",?\s(?:the\s|\()?")


def check_part(part: PartView) -> Iterator[Problem]:
    """Dates of the claim that stand beside another day's name."""
    for one, other in pairwise(claimed_dates(part)):
        weekday, dated = (one, other) if one.weekday is not None else (other, one)
        beside = _BETWEEN.fullmatch(part.claim.text, one.end, other.start)
        if weekday.weekday is None or dated.month is None or dated.day is None or not beside:
            continue
        day = resolve(dated, part.source.article.published)
        if day is not None and day[0].weekday() != weekday.weekday:
            message = f"{day[0].isoformat()} was a {_DAYS[day[0].weekday()]}"
            yield Problem(message, start=one.start, end=other.end)
