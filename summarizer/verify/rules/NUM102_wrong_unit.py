"""Number whose unit, or what it counts, is not the source's.

The source has the number, but wherever it stands it is in another unit ("30 km", "30 miles"; "four
days", "four weeks"): an error. Where the same unit counts another thing ("48 pages", "48 counts")
and nothing of the claim's phrase stands in that sentence, it is a warning, for a paraphrase may
name the thing differently; words for one kind of casualty ("hurt", "injured") are one thing.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.tokens import stem, tokenize
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import (
    claimed_quantities,
    meets,
    same_figures,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from summarizer.model.findings import Level
    from summarizer.text.numbers import Quantity
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="value wrong",
    example=Example(
        sources=("Ash over Arden\n\nAsh fell on farms 30 km from the mountain, the mayor said.",),
        bad="Ash fell on farms 30 miles from the mountain, the mayor said. [1]",
        good="Ash fell on farms 30 kilometres from the mountain, the mayor said. [1]",
    ),
)

# Numbers up to here stand in every text, for many things.
_COMMON = 3
_WINDOW = 60  # characters, enough for two words


def check_part(part: PartView) -> Iterator[Problem]:
    """Figures that the source has only in another unit, or of another thing."""
    for quantity in claimed_quantities(part):
        if quantity.kind in ("year", "vague", "part", "time", "ordinal", "age"):
            continue
        places = same_figures(part.source, quantity)
        if not places:
            continue
        if not any(_same_unit(quantity, other) for _, other in places):
            yield _problem(part, quantity, places[0][0], "in another unit")
        elif _is_money_made_of_things(quantity, places):
            yield _problem(part, quantity, places[0][0], "of things, not of money")
        elif (
            quantity.value > _COMMON
            and quantity.unit is None
            and _other_thing(part, quantity, places)
        ):
            yield _problem(part, quantity, places[0][0], "of another thing")


def _same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether units agree; a unit that only one side names may be understood."""
    same = one.unit == other.unit and one.factor == other.factor
    return meets(one, other) or same or None in (one.unit, other.unit)


def _is_money_made_of_things(
    quantity: Quantity, places: list[tuple[SourceSentence, Quantity]]
) -> bool:
    """Whether a sum of money is a plain count of something wherever the source has its number."""
    counted = all(o.kind == "count" and o.unit is None and o.thing for _, o in places)
    return quantity.kind == "money" and counted


def _other_thing(
    part: PartView, quantity: Quantity, places: list[tuple[SourceSentence, Quantity]]
) -> bool:
    """Whether the counted noun is new to every place, and theirs are new to the claim."""
    if quantity.thing is None:
        return False
    for sentence, other in places:
        theirs = _first_word(sentence, other)
        if _stands(quantity.thing, sentence.stems) or theirs is None or _stands(theirs, part.stems):
            return False
        if other.thing is None or other.unit is not None:
            return False
    return True


def _stands(thing: str, stems: AbstractSet[str]) -> bool:
    """Whether a counted thing is among these stems, or the same kind of casualty is."""
    kind = _casualties().get(thing)
    return thing in stems or bool(kind and any(_casualties().get(s) == kind for s in stems))


@functools.cache
def _casualties() -> dict[str, str]:
    """The kind of casualty that a stem names: killed, injured or missing."""
    return {stem(word): kind for word, kind in classes("tolls").items()}


def _first_word(sentence: SourceSentence, quantity: Quantity) -> str | None:
    """The stem of the content word right behind a number ("page" in "a 48-page report")."""
    behind = tokenize(sentence.text[quantity.end - sentence.start :][:_WINDOW])
    return next((stem(token.lower) for token in behind[:2]), None)


def _problem(part: PartView, quantity: Quantity, sentence: SourceSentence, what: str) -> Problem:
    message = f"{part.source.id} has this number {what}"
    level: Level = "error" if "unit" in what else "warning"
    return Problem(
        message, (sentence.evidence(),), start=quantity.start, end=quantity.end, level=level
    )
