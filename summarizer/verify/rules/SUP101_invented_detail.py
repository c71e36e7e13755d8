"""Detail that no cited source has.

A modifier (a phrase of place, time, manner or circumstance, a clause, an attribute) of which no
cited source has a word where it has the words around it, nor the whole phrase elsewhere. Words
count by what they tell: one that something near could stand for, or a general one, counts little,
because paraphrase brings its own verbs and nouns. Much that is new is an error, a word or two may
be paraphrase and warn.
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
    yields_to=("ENT", "SPK102", "SUP105", "CIT105", "BOI101"),
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
        place = (addition.start, addition.end, addition.level)
        yield Problem(message, addition.evidence, fix, *place)
