"""Number that belongs to another source.

The cited source does not have the figure, another source has it: the very figure, not one near to
it ("at least 60" is none for 65). Either the citation or the figure is wrong; the finding says
where the figure stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import (
    carries,
    claimed_quantities,
    figure,
    implied,
    same_figure,
    source_quantities,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.numbers import Quantity
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="value of another source",
    yields_to=("CIT105",),
    example=Example(
        sources=(
            "Fire in Arden\n\nThe fire at the harbour of Arden hurt 12 people.",
            "Harbour fire\n\nThe fire at the harbour of Arden hurt 15 people.",
        ),
        bad="The fire at the harbour of Arden hurt 15 people. [1]",
        good="The fire at the harbour of Arden hurt 15 people. [2]",
    ),
)

# Smaller numbers are counted by readers and stand in every text.
_TELLING = 3


def check_part(part: PartView) -> Iterator[Problem]:
    """Figures that only sources have which are not cited."""
    for quantity in claimed_quantities(part):
        if quantity.kind in ("year", "vague", "part") or quantity.value <= _TELLING:
            continue
        if _in_source(part, quantity):
            continue
        found = _elsewhere(part, quantity)
        if found:
            message = f"{part.source.id} does not have this figure, {found.source.id} does"
            fix = Fix(
                message=f"cite {found.source.id}, or give the figure of {part.source.id}",
                replacement=None,
            )
            yield Problem(message, (found.evidence(),), fix, start=quantity.start, end=quantity.end)


def _in_source(part: PartView, quantity: Quantity) -> bool:
    found = [other for _, other in source_quantities(part.source)]
    # "ten degrees, where the law asks for 20": what it counts is understood
    bare = quantity.unit is None and quantity.thing is None
    if bare and any(same_figure(quantity, other) for other in found):
        return True
    return any(carries(o, quantity) for o in found) or figure(quantity) in implied(part.source)


def _elsewhere(part: PartView, quantity: Quantity) -> SourceSentence | None:
    """The sentence of another source, not cited for this claim, that has the figure."""
    for source in part.claim.document.sources.values():
        if source in part.claim.sources:
            continue
        for sentence, other in source_quantities(source):
            if carries(other, quantity):
                return sentence
    return None
