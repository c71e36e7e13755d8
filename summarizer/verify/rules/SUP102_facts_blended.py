"""Halves of two facts told as one.

The subject of one fact with the predicate of another makes a sentence whose every word is in the
source. Each phrase of the claim is left out in turn: the words that remain show the place that it
should stand at. A phrase that the sources have only elsewhere may belong to another fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.displaced import displaced
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

_SOURCE = (
    "The mayor blamed a broken pump for the flood at the harbour of Arden. The quay is closed. "
    "Nobody was hurt. Tom Reyes found a rusty water tank at the mill of Holt."
)

RULE = Rule(
    level="warning",
    verdict="blended",
    yields_to=(
        "ENT",
        "NUM",
        "DAT",
        "SPK",
        "ATT104",
        "ATT105",
        "SUP101",
        "SUP103",
        "SUP105",
        "SUP106",
        "CIT105",
    ),
    example=Example(
        sources=(_SOURCE,),
        bad="The mayor blamed a rusty water tank for the flood at the harbour of Arden. [1]",
        good="For the flood at the harbour of Arden the mayor blamed a broken pump. [1]",
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Phrases that stand elsewhere than the words around them."""
    if part.claim.headline:
        return
    for found in displaced(part):
        words = part.claim.text[found.start : found.end]
        message = f"'{words}' does not stand where {part.source.id} has the rest of this"
        evidence = (found.place.evidence(), found.home.evidence())
        fix = Fix(message="tell the two facts apart, each with its own words", replacement=None)
        yield Problem(message, evidence, fix, start=found.start, end=found.end)
