"""Contentious label without an owner.

"Regime", "extremist", "cult" and the like are somebody's labels: they stand in a quotation or in a
sentence that says who uses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="loaded",
    example=Example(
        sources=("The rebels of Arden took the bridge on Monday.",),
        bad="The extremists of Arden took the bridge on Monday. [1]",
        good="The rebels of Arden took the bridge on Monday. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Labels that nobody is named for."""
    for token, kind in claim.loaded:
        if kind == "label" and not claim.attributed:
            message = f"'{token.text}' is a label; say who uses it"
            yield Problem(message, start=token.start, end=token.end)
