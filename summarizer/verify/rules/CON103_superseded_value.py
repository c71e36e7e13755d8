"""Value that its outlet has revised since.

One outlet's later figure is a revision, not a conflict: the first count is out of date. A claim
that gives the older value alone, without saying that it is an early one, tells yesterday's news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.model.story import Reading, Revision
from summarizer.text.numbers import quantities
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import meets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="value wrong",
    example=Example(
        sources=(
            "Fire in Arden\n\nThe fire in Arden hurt 12 people.",
            "Arden fire\n\nThe fire in Arden hurt 15 people.",
        ),
        bad="The fire in Arden hurt 12 people. [1]",
        good="The fire in Arden hurt 15 people. [2]",
        revisions=(
            Revision(
                topic="people hurt",
                slot="count",
                outlet="Arden Times",
                readings=(
                    Reading(value="12 people", sentences=("s1.1",), origins=("o1",), as_of=None),
                    Reading(value="15 people", sentences=("s2.1",), origins=("o1",), as_of=None),
                ),
            ),
        ),
    ),
)

_EARLY = frozenset(
    {"first", "initially", "earlier", "originally", "early", "initial", "previous", "previously"}
    | {"later", "revised", "raised", "preliminary", "then", "from", "up"}
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Claims that give an older value of a revision as the current one."""
    if any(token.lower in _EARLY for token in claim.tokens):
        return
    for revision in claim.document.story.revisions:
        *older, newest = revision.readings
        told = next((each for each in older if _tells(claim, each)), None)
        if told and not _gives(claim, newest):
            fix = Fix(message=f"the later value is {newest.value}", replacement=None)
            message = f"{revision.outlet} has revised this ({revision.topic}): {newest.value}"
            yield Problem(message, fix=fix)


def _tells(claim: ClaimView, reading: Reading) -> bool:
    """Whether a claim gives a reading's value from a sentence of the reading."""
    if not _gives(claim, reading):
        return False
    for part in claim.parts:
        starts = {s.start: s.id for s in part.source.article.sentences}
        if any(starts.get(sentence.start) in reading.sentences for sentence in part.evidence):
            return True
    return False


def _gives(claim: ClaimView, reading: Reading) -> bool:
    """Whether the value stands in the claim."""
    wanted = quantities(reading.value)
    if not wanted:
        return reading.value.casefold() in claim.text.casefold()
    return all(any(meets(q, other) for other in claim.quantities) for q in wanted)
