"""Number that the cited source does not have.

Every figure of a claim must stand in each source cited for it, in any form: "12", "twelve" and "a
dozen" are the same, so are "1.2m" and "1,200,000", or 30 km and 18.6 miles. A figure that is
rounded must say so ("about 400" for 397). Small numbers that a reader counts ("two men"), vague
ones ("dozens") and fractions only warn; sums and differences of figures of the evidence pass. Where
an article that is not cited has the figure, NUM104 says so instead: here none of them has it.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from summarizer.verify.counted import figure_contest
from summarizer.verify.kept import kept
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import (
    carries,
    claimed_quantities,
    figure,
    implied,
    same_figure,
    sentence_quantities,
    source_quantities,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.model.findings import Level
    from summarizer.text.numbers import Quantity
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="value wrong",
    yields_to=("CIT105",),
    example=Example(
        sources=("Fire in Arden\n\nThe fire at the harbour of Arden hurt twelve people.",),
        bad="The fire at the harbour of Arden hurt 14 people. [1]",
        good="The fire at the harbour of Arden hurt 12 people. [1]",
    ),
)

# A reader counts up to here without the source naming the number.
_COUNTED = 3
_LONGEST_LIST = 12
# Another figure that fits so well in the claim's place contradicts one that a reader may count.
_SURE = 0.5
# Words that go with a difference.
_COMPARISON = frozenset(
    {"more", "fewer", "less", "higher", "lower", "older", "younger", "later", "earlier", "apart"}
    | {"rise", "rose", "increase", "increased", "up", "fall", "fell", "drop", "dropped", "down"}
    | {"difference", "gap", "margin", "lead", "led", "remaining", "other", "others", "extra"}
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Figures that the source does not have, and that no other source explains."""
    for quantity in claimed_quantities(part):
        if quantity.kind in ("year", "vague") or _known(part, quantity):
            continue
        if any(_has(other, quantity) for other in _others(part)):
            continue  # a figure of another source is NUM104
        message = f"{part.source.id} does not have this figure"
        evidence = tuple(sentence.evidence() for sentence in part.evidence[:1])
        level = _level(part, quantity)
        yield Problem(message, evidence, start=quantity.start, end=quantity.end, level=level)


def _others(part: PartView) -> list[Source]:
    sources = part.claim.document.sources.values()
    return [source for source in sources if source not in part.claim.sources]


def _known(part: PartView, quantity: Quantity) -> bool:
    """Whether the source has the number: where the claim is from, anywhere, or by reckoning."""
    near = (other for s in part.context for other in sentence_quantities(s))
    return _is_one(quantity, near) or _has(part.source, quantity) or _derived(part, quantity)


def _has(source: Source, quantity: Quantity) -> bool:
    """Whether a source has the number, in this or (for the rule on units) another unit."""
    return _is_one(quantity, _figures(source)) or figure(quantity) in implied(source)


def _is_one(quantity: Quantity, others: Iterable[Quantity]) -> bool:
    return any(carries(other, quantity) or same_figure(quantity, other) for other in others)


@kept
def _figures(source: Source) -> tuple[Quantity, ...]:
    """The quantities of a source wherever they stand, each once."""
    bare = (q._replace(start=0, end=0, thing=None) for _, q in source_quantities(source))
    return tuple(dict.fromkeys(bare))


def _derived(part: PartView, quantity: Quantity) -> bool:
    """Whether the figure is the sum of two that the evidence lists, or a difference it speaks of.

    Sums are of neighbours ("three girls and two boys"), differences of figures for one thing.
    """
    compared = any(token.lower in _COMPARISON for token in part.tokens)
    return any(
        math.isclose(quantity.value, one.value + other.value)
        or (compared and _of_one(one, other) and _apart(one, other, quantity.value))
        for sentence in part.context
        for one, other in _neighbours(sentence, quantity)
    )


def _neighbours(
    sentence: SourceSentence, quantity: Quantity
) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of figures of the claim's unit that follow one another in a sentence."""
    row = [q for q in sentence_quantities(sentence) if q.kind == quantity.kind != "ordinal"]
    for one, other in itertools.pairwise(row):
        if one.unit == other.unit == quantity.unit and (
            quantity.unit or (one.thing and other.thing)
        ):
            yield one, other


def _of_one(one: Quantity, other: Quantity) -> bool:
    return one.unit is not None or one.thing == other.thing


def _apart(one: Quantity, other: Quantity, by: float) -> bool:
    return math.isclose(abs(one.value - other.value), by, rel_tol=1e-4)


def _level(part: PartView, quantity: Quantity) -> Level:
    """A warning where a reader may have counted: few things, or the items of a list.

    But an error where the source has another figure for the very thing.
    """
    whole = quantity.kind in ("count", "ordinal")
    counted = whole and quantity.value <= _COUNTED
    commas = max((sentence.text.count(",") for sentence in part.evidence), default=0)
    listed = whole and quantity.value <= min(_LONGEST_LIST, commas + 2)
    doubtful = counted or listed or quantity.kind in ("part", "time")
    return "warning" if doubtful and not _gives_another(part, quantity) else "error"


def _gives_another(part: PartView, quantity: Quantity) -> bool:
    """Whether the source has another figure where the claim has this one."""
    place = figure_contest(part, quantity).rival
    return place is not None and place.fit >= _SURE and place.value.value != 1
