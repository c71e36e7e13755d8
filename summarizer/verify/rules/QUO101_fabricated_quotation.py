"""Quotation that no source has.

Words in quotation marks stand verbatim in each source cited for them. Marks, dashes, white space
and closing punctuation are folded, "..." leaves words out and "[…]" puts words in; nothing else
passes. Quotation marks around invented words are the gravest fault of a news summary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.quoting import locate
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="fabricated",
    example=Example(
        sources=(
            'Fire in Arden\n\n"Everybody left the building in time," said the mayor, Ann Ode.',
        ),
        bad='The mayor, Ann Ode, said that "nobody has to be afraid of smoke". [1]',
        good='The mayor, Ann Ode, said that "everybody left the building in time". [1]',
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations that the source does not have."""
    for quotation in part.quotations:
        words = part.claim.text[quotation.start : quotation.end]
        if locate(part.source, words) is None:
            message = f"{part.source.id} does not have these words"
            yield Problem(message, start=quotation.start, end=quotation.end)
