"""Quotation that only another source has.

The words are real, but the source cited for them does not have them; the finding says where they
stand.
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
    verdict="wrong source",
    yields_to=("CIT105",),
    example=Example(
        sources=(
            '"We all left in time and nobody was hurt," said Ann Ode, the mayor.',
            "Ann Ode, the mayor, said that nobody was hurt when all left the building.",
        ),
        bad='Ann Ode said that "we all left in time". [2]\n\nNobody was hurt, Ann Ode said. [1]',
        good='Ann Ode said that "we all left in time". [1]\n\nNobody was hurt, Ann Ode said. [2]',
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations that stand in a source that is not cited for them."""
    for judged in part.judged:
        if judged.kind == "elsewhere":
            place = judged.place or (0, 0)
            evidence = judged.source.evidence(*place)
            where = f"{judged.source.id}, {place[0]}–{place[1]}"
            message = f"{part.source.id} does not have these words; verbatim in {where}"
            fix = Fix(message=f"cite {judged.source.id}", replacement=None)
            span = judged.quotation
            yield Problem(message, (evidence,), fix, start=span.start, end=span.end)
