"""Weekday and date that do not belong together.

A date with its weekday can be reckoned: 4 March 2025 was a Tuesday. Where the claim gives no year,
the year of the cited source's publication counts. If the source makes the same slip, the claim may
quote it, but it is still wrong for the reader.
"""

from __future__ import annotations

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


def check_part(part: PartView) -> Iterator[Problem]:
    """Dates of the claim that stand beside another day's name."""
    for each in claimed_dates(part):
        if each.weekday is None or each.day is None:
            continue
        day = resolve(each, part.source.article.published)
        if day is not None and day[0].weekday() != each.weekday:
            message = f"{day[0].isoformat()} was a {_DAYS[day[0].weekday()]}"
            yield Problem(message, start=each.start, end=each.end)
