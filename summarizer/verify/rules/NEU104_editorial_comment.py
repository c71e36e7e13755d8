"""Comment by the narrator.

Adverbs and phrases by which a narrator judges ("clearly", "tragically", "of course"). A fact needs
none of them. It is an error if no cited source has the word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.loaded import sourced
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="loaded",
    example=Example(
        sources=("The council of Arden voted on Monday to close the old bridge.",),
        bad="The council of Arden, of course, voted on Monday to close the old bridge. [1]",
        good="The council of Arden voted on Monday to close the old bridge. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Editorial adverbs and phrases."""
    for token, kind in claim.loaded:
        known = sourced(claim, token)
        if kind == "editorial" and not (known and claim.attributed):
            message = f"'{token.text}' is the narrator's comment"
            level: Level = "warning" if known else "error"
            yield Problem(message, start=token.start, end=token.end, level=level)
    for start, end, kind in claim.phrases:
        words = claim.text[start:end]
        if kind == "comment" and not any(words.lower() in s.folded for s in claim.sources):
            yield Problem(f"'{words}' is the narrator's comment", start=start, end=end)
