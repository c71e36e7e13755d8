"""Motive that the narrator supplies.

"In a bid to", "desperate to", "to save face": a motive is somebody's interpretation. Unless the
sources have it, it is the summary's own. A state of mind ("bent on") may be a paraphrase and warns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        bad="To save face, the council of Arden voted on Monday to close the old bridge. [1]",
        good="The council of Arden voted on Monday to close the old bridge. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Phrases that give a motive which no cited source gives."""
    for start, end, kind in claim.phrases:
        words = claim.text[start:end]
        given = kind in ("motive", "mind")
        if given and not any(words.lower() in s.folded for s in claim.sources):
            level: Level | None = "error" if kind == "motive" and claim.sources else None
            message = f"'{words}' gives a motive that no cited source gives"
            yield Problem(message, start=start, end=end, level=level)
