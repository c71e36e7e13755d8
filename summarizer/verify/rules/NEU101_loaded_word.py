"""Loaded word in the narrator's voice.

A word that judges, dramatises or humiliates, outside of quotation marks. It is an error if no cited
source has it: then the summary brought it in. So is a judgement that the sources have only in
quotation marks and that the claim makes its own. Any other word of a source is a warning unless
the claim attributes what it tells: the view of a speaker may be reported as it was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.loaded import borrowed, sourced
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="loaded",
    example=Example(
        sources=("The council of Arden voted on Monday to close the old bridge.",),
        bad="The council of Arden voted on Monday disgracefully to close the old bridge. [1]",
        good="The council of Arden voted on Monday to close the old bridge. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Loaded words that no source has, or that nobody is named for."""
    for token, kind in claim.loaded:
        if kind not in ("evaluation", "emotion", "violence"):
            continue
        known = sourced(claim, token)
        own = kind == "evaluation" and borrowed(claim, token)
        if known and claim.attributed and not own:
            continue
        source = "the sources only quote it" if own else "a cited source has it too"
        who = source if known else "no cited source has it"
        message = f"'{token.text}' takes a side, and {who}"
        fix = Fix(message="leave it out, or quote the speaker who says it", replacement=None)
        level: Level = "warning" if known and not own else "error"
        yield Problem(message, fix=fix, start=token.start, end=token.end, level=level)
