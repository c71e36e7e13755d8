"""Word that casts doubt.

"So-called", "supposed", "purported", "self-styled": the narrator sides against what is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.loaded import sourced
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="loaded",
    example=Example(
        sources=("The council of Arden heard an expert on bridges on Monday.",),
        bad="The council of Arden heard a so-called expert on bridges on Monday. [1]",
        good="The council of Arden heard an expert on bridges on Monday. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Words of doubt that no cited source has."""
    for token, kind in claim.loaded:
        if kind == "doubt" and not sourced(claim, token):
            message = f"'{token.text}' casts doubt on what it names"
            yield Problem(message, start=token.start, end=token.end)
