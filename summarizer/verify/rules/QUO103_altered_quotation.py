"""Quotation with a word or two changed.

All other words stand in the source in this order, so the change is an alteration of somebody's
words. Even a synonym or a corrected slip belongs outside of the marks or in brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="altered",
    example=Example(
        sources=(
            '"Everybody left the building in time and nobody was hurt," said Ann Ode, the mayor.',
        ),
        bad='Ann Ode said that "everybody left the house in time and nobody was hurt". [1]',
        good='Ann Ode said that "everybody left the [house] in time and nobody was hurt". [1]',
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations that nearly stand in the source."""
    for judged in part.judged:
        if judged.kind == "altered":
            place = judged.place or (0, 0)
            evidence = part.source.evidence(*place)
            message = _difference(judged.wrong, judged.right)
            fix = Fix(message="quote the source's words", replacement=evidence.exact)
            span = judged.quotation
            yield Problem(message, (evidence,), fix, start=span.start, end=span.end)


def _difference(mine: str, theirs: str) -> str:
    """How the words of a quotation differ from the source's."""
    if not theirs:
        return f"the source does not have '{mine}' here"
    if not mine:
        return f"the source has '{theirs}' too, which the quotation leaves out"
    return f"the source has '{theirs}' where the quotation has '{mine}'"
