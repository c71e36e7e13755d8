"""Figure that the source has, but for something else.

"Three killed, 41 hurt" for "41 killed, three hurt": both figures are the source's, and each is of
the other thing. What stands around a figure of the claim (what it counts, what happened to them,
where and when) is held against what stands around the same figure in the source, wherever it is,
and against what stands around its other figures of that unit. Where another figure fits clearly
better, it is the one that the claim should give: an error where it fits well, else a warning.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.text.names import same_name
from summarizer.text.quotes import fold
from summarizer.text.tokens import has_content
from summarizer.verify.counted import figure_contest
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.slots import exchanged, open_contest
from summarizer.verify.values import claimed_quantities, meets, same_figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.findings import Level
    from summarizer.text.names import Name
    from summarizer.text.numbers import Quantity
    from summarizer.verify.slots import Contest, Place
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

# Two figures as near as this are one, rounded in two ways.
_ROUNDED = 0.05
# A figure copied with so many words of content ("136 percent higher risk of stroke") is in place.
_COPIED = 3
_RANGE = re.compile(r"\s(?:to|and)\s|\s?[-–]\s?")
_MARK = re.compile(r"[,;:()–—]\s")
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
        if not known or place is None or not found.likely or _is_given(part, quantity):
            continue
        if found.own and _is_settled(part, quantity, found.own, place):
            continue
        if _is_range(part, quantity):
            continue
        told = part.source.text[place.value.start : place.value.end]
        message = f"{part.source.id} has {told} here, and this figure for something else"
        fix = Fix(message=f"the source says '{told}'", replacement=None)
        evidence = (place.sentence.evidence(),)
        level: Level = "error" if found.certain else "warning"
        yield Problem(message, evidence, fix, quantity.start, quantity.end, level)


def _is_settled(
    part: PartView, quantity: Quantity, own: Place[Quantity], rival: Place[Quantity]
) -> bool:
    """Whether two figures are one, rounded, or the name before the claim's is before its own."""
    if math.isclose(own.value.value, rival.value.value, rel_tol=_ROUNDED):
        return True
    mine = _last_name(part.claim.names, quantity)
    theirs = [_last_name(each.sentence.names, each.value) for each in (own, rival)]
    same = [bool(mine and name and same_name(mine, name)) for name in theirs]
    return same == [True, False]


def _is_range(part: PartView, quantity: Quantity) -> bool:
    """Whether a figure is an end of a range that the source has with the same two ends."""
    ends = [pair for pair in pairwise(claimed_quantities(part)) if quantity in pair]
    ends = [(a, b) for a, b in ends if _RANGE.fullmatch(part.claim.text, a.end, b.start)]
    return any(
        meets(low, one) and meets(high, other)
        for low, high in ends
        for sentence in part.source.sentences
        for one, other in pairwise(sentence.quantities)
    )


def _last_name(names: Sequence[Name], quantity: Quantity) -> str | None:
    """The name that stands last before a figure."""
    return next((name.text for name in reversed(names) if name.end <= quantity.start), None)


def _is_given(part: PartView, quantity: Quantity) -> bool:
    """Whether the source has the figure and the words of content behind it, word for word."""
    behind = [t for t in part.tokens if t.end > quantity.start]
    full = [n for n, t in enumerate(behind) if t.start >= quantity.end and has_content(t.lower)]
    if len(full) < _COPIED:
        return False
    run = behind[: full[_COPIED - 1] + 1]
    gap = part.claim.text[run[0].start : run[-1].end]
    return not _MARK.search(gap) and fold(gap).lower() in part.source.folded


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
