"""Number whose unit, or what it counts, is not the source's.

The source has the number, but wherever it stands it is in another unit ("30 km", "30 miles"; "four
days", "four weeks"), counts something else ("48 pages", "48 counts"), counts things and not money,
or is for another time ("a month", "a year"). Words that are near in meaning and words for one kind
of casualty ("hurt", "injured") are one thing. Where the source has the number more than once, the
place counts that has what stands around it in the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.counted import alike
from summarizer.verify.rates import rate
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.slots import contest
from summarizer.verify.values import claimed_quantities, meets, same_figure, same_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.numbers import Quantity
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="value wrong",
    yields_to=("CIT105",),
    example=Example(
        sources=("Ash over Arden\n\nAsh fell on farms 30 km from the mountain, the mayor said.",),
        bad="Ash fell on farms 30 miles from the mountain, the mayor said. [1]",
        good="Ash fell on farms 30 kilometres from the mountain, the mayor said. [1]",
    ),
)

# Numbers up to here stand in every text, for many things.
_COMMON = 3
_PLAIN = ("count", "measure", "money", "percent")
_SIGNED = ("money", "percent")
# Places of a number that are looked at.
_MOST = 200
# Where the number stands with another unit, the slot must fit so well, and so much better.
_FIT, _LEAD = 0.15, 0.1


def check_part(part: PartView) -> Iterator[Problem]:
    """Figures that the source has only in another unit, or of another thing."""
    for quantity in claimed_quantities(part):
        if quantity.kind not in _PLAIN or part.claim.text[: quantity.start].rstrip().endswith("#"):
            continue
        places = same_figures(part.source, quantity)[:_MOST]
        wrong = [_difference(part, quantity, sentence, other) for sentence, other in places]
        if places and all(wrong):
            what = next(each for each in ("in another unit", *wrong) if each in wrong)
            yield _problem(part, quantity, places[0][0], what or "")
        else:
            yield from _elsewhere(part, quantity)


def _difference(
    part: PartView, quantity: Quantity, sentence: SourceSentence, other: Quantity
) -> str | None:
    """In what two figures of one number differ; None if they may be one."""
    if quantity.unit and other.unit:
        same = quantity.unit == other.unit and quantity.factor == other.factor
        if not same and not meets(quantity, other):
            return "in another unit"
    elif quantity.value > _COMMON and other.kind in _PLAIN:
        named = (quantity.thing or quantity.unit) and (other.thing or other.unit)
        signed = (quantity.kind in _SIGNED) != (other.kind in _SIGNED)
        if named if signed else alike(part, quantity, sentence, other) is False:
            return "of another thing"
    mine = rate(part.claim.tokens, quantity, part.claim.quantities)
    theirs = rate(sentence.tokens, other, sentence.quantities)
    return None if None in (mine, theirs) or mine == theirs else "for another time or share"


def _elsewhere(part: PartView, quantity: Quantity) -> Iterator[Problem]:
    """A figure that the source has as it is, but with another unit where it says the rest."""

    def same(other: Quantity) -> bool:
        return other in fitting

    pairs = same_figures(part.source, quantity)
    fitting = {o for s, o in pairs if _difference(part, quantity, s, o) is None}
    found = contest(
        part, quantity, lambda s: (o for o in s.quantities if same_figure(quantity, o)), same
    )
    place = found.rival
    if place and place.fit >= _FIT and found.lead >= _LEAD:
        what = _difference(part, quantity, place.sentence, place.value)
        yield _problem(part, quantity, place.sentence, what or "")


def _problem(part: PartView, quantity: Quantity, sentence: SourceSentence, what: str) -> Problem:
    message = f"{part.source.id} has this number {what}"
    return Problem(message, (sentence.evidence(),), start=quantity.start, end=quantity.end)
