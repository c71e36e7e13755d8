"""Qualifier of a number lost, added or reversed.

"More than 400", "up to 400" and "400" are three different facts. The claim's figure is compared
with the places of the source that have the same figure in the same unit; it must agree with one of
them. A lost "about" warns. "At least" and "more than" pass for each other, as do "up to" and
"fewer than".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.verify.kept import kept
from summarizer.verify.mending import source_has
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import claimed_quantities, meets, same_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.text.numbers import Quantity
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="qualifier lost",
    example=Example(
        sources=("Fire in Arden\n\nThe fire in Arden destroyed at least 40 boats.",),
        bad="The fire in Arden destroyed up to 40 boats. [1]",
        good="The fire in Arden destroyed at least 40 boats. [1]",
    ),
)

_SIDE = {
    "at least": "lower bound",
    "more than": "lower bound",
    "up to": "upper bound",
    "fewer than": "upper bound",
    "about": "about",
}

_COURSE = re.compile(
    r"(?<!\bfor )(?<!\bjust )(?<!\bwell )(?<!\bof )(?<!\bafter )(?<!\bin )\bover (?:the )?\Z",
    re.IGNORECASE,
)
_OTHER_WORDS = {
    "lower bound": frozenset({"least", "minimum", "exceeded", "exceeds", "more"}),
    "upper bound": frozenset({"most", "maximum", "limit", "limited", "cap"}),
}


def check_part(part: PartView) -> Iterator[Problem]:
    """Figures whose qualifier no place of the source has."""
    for quantity in claimed_quantities(part):
        places = _places(part.source, quantity._replace(start=0, end=0))
        given = {_side(part.source.text, other) for _, other in places}
        mine = _side(part.claim.text, quantity)
        if not places or mine in given or quantity.kind == "year" or _said(part, given):
            continue
        sentence, other = places[0]
        theirs = other.qualifier or "no qualifier"
        message = f"{part.source.id} has {theirs} here, the claim {quantity.qualifier or 'none'}"
        told = part.source.text[other.start : other.end]
        yield Problem(
            message,
            (sentence.evidence(),),
            source_has(f"{other.qualifier or ''} {told}".strip()),
            start=quantity.start,
            end=quantity.end,
            level=_level(mine, given),
        )


def _side(text: str, quantity: Quantity) -> str:
    """On which side of its figure a quantity lies.

    "Over seven years" is in their course, unless "for over seven years" or the like.
    """
    if quantity.unit == "day" and _COURSE.search(text, 0, quantity.start):
        return "exact"
    return _SIDE.get(quantity.qualifier or "", "exact")


@kept
def _places(source: Source, quantity: Quantity) -> list[tuple[SourceSentence, Quantity]]:
    """Where a source has a figure, for each qualifier the first time."""
    first: dict[str | None, tuple[SourceSentence, Quantity]] = {}
    for sentence, other in same_figures(source, quantity):
        if other.qualifier not in first and meets(quantity, other):
            first[other.qualifier] = (sentence, other)
    return list(first.values())


def _said(part: PartView, given: set[str]) -> bool:
    """Whether the claim gives a bound in other words ("the three-year maximum")."""
    words = {token.lower for token in part.tokens}
    return any(words & _OTHER_WORDS.get(side, frozenset()) for side in given)


def _level(mine: str, given: set[str]) -> Level:
    """What only softens, or drops a softening, is no error."""
    return "warning" if {mine} | given <= {"about", "exact"} else "error"
