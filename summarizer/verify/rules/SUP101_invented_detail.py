"""Detail that no cited source has.

A modifier whose words have no counterpart in any cited source, by root, synonym or abbreviation:
a phrase of place, time, manner or circumstance, or an attribute of a known thing. New verbs and
general nouns pass: paraphrase needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.novelty import additions
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="fabricated",
    example=Example(
        sources=("The council of Arden voted on Monday to close the old bridge.",),
        bad="The council of Arden voted on Monday in a stormy session to close the bridge. [1]",
        good="The council of Arden decided on Monday that the bridge be closed. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """New modifier phrases."""
    if not claim.sources or claim.headline:
        return
    for addition in additions(claim):
        words = claim.text[addition.start : addition.end]
        names = ", ".join(source.id for source in claim.sources)
        fix = Fix(message="leave the detail out, or cite the source that has it", replacement=None)
        message = f"'{words}' has no counterpart in {names}"
        yield Problem(message, fix=fix, start=addition.start, end=addition.end)
