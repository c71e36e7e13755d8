"""Figure that the source has, but for something else.

"Three killed, 41 hurt" for "41 killed, three hurt": both figures are the source's, and each is of
the other thing. What stands around a figure of the claim (what it counts, what happened to them,
where and when) is held against what stands around the same figure in the source, wherever it is,
and against what stands around its other figures of that unit. Where another figure fits clearly
better, it is the one that the claim should give: an error where it fits well, else a warning.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.counted import figure_contest
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.slots import exchanged, open_contest
from summarizer.verify.values import claimed_quantities, meets, same_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.text.numbers import Quantity
    from summarizer.verify.slots import Contest
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="value wrong",
    yields_to=("CIT105",),
    example=Example(
        sources=("Fire\n\nThe fire at the harbour of Arden killed four people and hurt 37.",),
        bad="The fire at the harbour of Arden killed 37 people. [1]",
        good="The fire at the harbour of Arden killed 4 people. [1]",
    ),
)

# Smaller counts stand in every text, for many things.
_COMMON = 1


def check_part(part: PartView) -> Iterator[Problem]:
    """Figures of the claim in whose slot the source has another figure."""
    for quantity in claimed_quantities(part):
        if not _telling(quantity):
            continue
        found = _contest(part, quantity)
        place = found.rival
        known = found.own is not None or same_figures(part.source, quantity)
        if not known or place is None or not found.likely:
            continue
        told = part.source.text[place.value.start : place.value.end]
        message = f"{part.source.id} has {told} here, and this figure for something else"
        fix = Fix(message=f"the source says '{told}'", replacement=None)
        evidence = (place.sentence.evidence(),)
        level: Level = "error" if found.certain else "warning"
        yield Problem(message, evidence, fix, quantity.start, quantity.end, level)


def _telling(quantity: Quantity) -> bool:
    plain = quantity.kind in ("count", "ordinal") and quantity.value <= _COMMON
    return not plain and quantity.kind not in ("year", "vague")


def _contest(part: PartView, quantity: Quantity) -> Contest[Quantity]:
    """The contest of a figure, without those that the claim gives too, or as a sum of two."""
    others = [each for each in claimed_quantities(part) if each != quantity]

    def settled(found: Contest[Quantity], rival: Quantity) -> bool:
        if any(math.isclose(each.value + quantity.value, rival.value) for each in others):
            return True
        given = [each for each in others if meets(each, rival)]
        return not all(
            exchanged(part.claim.text, (quantity, each), (found, figure_contest(part, each)))
            for each in given
        )

    return open_contest(lambda barred: figure_contest(part, quantity, barred), settled)
