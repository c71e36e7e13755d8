"""Quotation that no source has.

Words in quotation marks stand verbatim in each source cited for them. Marks, dashes, white space
and closing punctuation are folded, "..." leaves words out and "[…]" puts words in; nothing else
passes. Quotation marks around invented words are the gravest fault of a news summary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="fabricated",
    example=Example(
        sources=(
            '"Everybody left the building in time and nobody was hurt," said Ann Ode, the mayor.',
        ),
        bad='The mayor, Ann Ode, said that "people can be proud of the firefighters". [1]',
        good='Ann Ode said that "everybody left the building in time". [1]',
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations whose words stand nowhere."""
    for judged in part.judged:
        if judged.kind == "fabricated":
            message = f"neither {part.source.id} nor another source has these words"
            span = judged.quotation
            yield Problem(message, start=span.start, end=span.end)
