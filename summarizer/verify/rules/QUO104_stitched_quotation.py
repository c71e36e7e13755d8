"""Two pieces of speech in one pair of marks.

Each piece is verbatim, but words between them are left out without "...", so that something is
quoted that nobody said in one breath.
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
    verdict="stitched",
    example=Example(
        sources=(
            '"Everybody left the building in time and nobody was hurt," said Ann Ode, the mayor.',
        ),
        bad='Ann Ode said that "everybody left and nobody was hurt". [1]',
        good='Ann Ode said that "everybody left ... and nobody was hurt". [1]',
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations made of pieces from several places."""
    for judged in part.judged:
        if judged.kind == "stitched":
            place = judged.place or (0, 0)
            evidence = part.source.evidence(*place)
            message = "the pieces of this quotation do not stand side by side in the source"
            fix = Fix(message='mark what is left out with "...", or quote twice', replacement=None)
            span = judged.quotation
            yield Problem(message, (evidence,), fix, start=span.start, end=span.end)
