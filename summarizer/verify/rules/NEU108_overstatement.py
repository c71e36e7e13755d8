"""Superlative, intensifier or rhetorical question by the narrator.

"Utterly", "the worst ever", "Who could blame them?": a measure says more than a booster, and a
report asks its readers nothing. Words that a cited source has are left alone (the worst flood may
be a measure); questions in quotation marks are the speaker's.
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
        sources=("The council of Arden was late when it voted on Monday to close the old bridge.",),
        bad="The council of Arden was utterly late when it voted on Monday to close the old "
        "bridge. [1]",
        good="The council of Arden was late when it voted on Monday to close the old bridge. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Boosting words and phrases that no source has, and questions outside of quotation marks."""
    for token, kind in claim.loaded:
        if kind == "booster" and not sourced(claim, token):
            message = f"'{token.text}' overstates; a measure would say more"
            yield Problem(message, start=token.start, end=token.end)
    for start, end, kind in claim.phrases:
        words = claim.text[start:end]
        if kind == "booster" and not any(words.lower() in s.folded for s in claim.sources):
            yield Problem(f"'{words}' overstates", start=start, end=end)
    question = claim.text.rstrip(" \t\n\"'”’)").rfind("?")
    if question >= 0 and not claim.text[question + 1 :].strip() and not claim.quoted(question):
        yield Problem("the summary asks its readers", start=question, end=question + 1)
