"""Slots of figures: what a number in a sentence counts, so that sources can be compared.

How many people were killed, injured, missing and so on is sure enough to compare over the whole
story; any other figure is compared only where the words around it are alike (see `frames`).
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.numbers import Quantity, quantities, same_value
from summarizer.text.tokens import Token, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

# How many words before and behind a number may say what happened to those it counts.
_BEFORE, _BEHIND = 6, 6
# A longer "sentence" is a list or a table: its figures are not looked at.
LONGEST = 1500
_PEOPLE = frozenset({"people", "person", "persons", "victims", "civilians", "passengers"})
# Words that may stand between the number and what happened.
_BETWEEN = frozenset(
    {"were", "was", "are", "is", "been", "be", "have", "has", "had", "being", "left"}
)
_BETWEEN |= frozenset(
    {"also", "reported", "confirmed", "resulted", "reportedly", "found", "slightly"}
)
_QUALIFIERS = frozenset(
    {"at", "least", "about", "around", "some", "more", "than", "over", "nearly"}
)
_QUALIFIERS |= frozenset({"almost", "up", "to", "as", "many", "fewer", "approximately", "roughly"})
# Verbs that take those they count behind them ("killing three").
_ACTIVE = frozenset({"killed", "killing", "kills", "kill", "injured", "injuring", "injures"})
_ACTIVE |= frozenset({"wounded", "wounding", "wounds", "arrested", "detained", "displaced"})
# A number beside one of these counts a part, or comes on top of others.
_PART = frozenset({"them", "whom", "these", "those", "more", "others", "other", "another", "only"})
_PART |= frozenset({"additional", "seriously", "critically", "severely", "including", "every"})
_FROM_BELOW = frozenset({"at least", "more than"})
_FROM_ABOVE = frozenset({"up to", "fewer than"})
# From here on a figure that ends in noughts may be a rounding without saying so.
_ROUND = 1000
_PLACE = frozenset({"scene", "spot", "hospital", "instantly", "later"})


class Figure(NamedTuple):
    """A number in a sentence: what it counts, and the words that give it."""

    slot: str
    quantity: Quantity
    words: str


def toll(text: str) -> list[Figure]:
    """The figures of a sentence that count people killed, injured, missing and so on."""
    lower = text.casefold()
    if len(text) > LONGEST or not any(word in lower for word in _hints()):
        return []
    tokens = tokenize(text)
    found = []
    every = [
        each for each in quantities(text) if each.kind in {"count", "ordinal", "age", "measure"}
    ]
    for n, quantity in enumerate(every):
        left = every[n - 1].end if n else 0
        right = every[n + 1].start if n + 1 < len(every) else len(text)
        slot = _slot(tokens, quantity, left, right) if quantity.kind == "count" else None
        if slot:
            found.append(Figure(slot, quantity, shown(text, quantity)))
    return found


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures of one thing may both be right.

    A bound ("more than 10") goes with all figures up to the next round one of its size, and a round
    figure with one that it rounds.
    """
    if same_value(one, other):
        return True
    if one.unit != other.unit:
        return False
    return _bounds(one, other) or _bounds(other, one) or _rounds(one, other) or _rounds(other, one)


def _bounds(bound: Quantity, other: Quantity) -> bool:
    step = _step(bound.value)
    if bound.qualifier in _FROM_BELOW:
        return bound.value <= other.value < bound.value + step
    return bound.qualifier in _FROM_ABOVE and bound.value - step < other.value <= bound.value


def _rounds(coarse: Quantity, fine: Quantity) -> bool:
    finer = _step(fine.value) < _step(coarse.value)
    return finer and coarse.value >= _ROUND and math.isclose(coarse.value, fine.value, rel_tol=0.05)


def _step(value: float) -> float:
    """The size of the last figure that is not 0, as 100 in 1,300."""
    if value <= 0 or value != int(value):
        return 0.0
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return float(step)


def _slot(tokens: Sequence[Token], quantity: Quantity, left: int, right: int) -> str | None:
    before = [each.lower for each in tokens if left <= each.start < quantity.start][-_BEFORE:]
    while before and before[-1] in _QUALIFIERS:
        before.pop()
    behind = [each.lower for each in tokens if quantity.end <= each.start < right][:_BEHIND]
    if _PART.intersection(before[-2:] + behind[:3]) or _PLACE.intersection(behind):
        return None
    if before and before[-1] in _ACTIVE:
        thing = [word for word in behind[:3] if stem(word) == quantity.thing]
        return None if thing and thing[0] not in _PEOPLE else _happened(before[-1:])
    return _behind(behind) or _total(before)


def _behind(words: Sequence[str]) -> str | None:
    """What happened by the words behind a number: "41 injured", "three people were killed"."""
    for word in words:
        if _happened([word]):
            return _happened([word])
        if word not in _PEOPLE and word not in _BETWEEN:
            return None
    return None


def _total(words: Sequence[str]) -> str | None:
    """What is counted by "the number of injured at" or "the death toll rose to"."""
    for n, word in enumerate(words[:-1]):
        if word == "toll" or (word == "number" and words[n + 1] == "of"):
            return _happened(words[max(n - 1, 0) : n + 3])
    return None


def _happened(words: Sequence[str]) -> str | None:
    return next((_tolls()[stem(word)] for word in words if stem(word) in _tolls()), None)


@functools.cache
def _tolls() -> dict[str, str]:
    return {stem(word): slot for word, slot in classes("tolls").items()}


@functools.cache
def _hints() -> tuple[str, ...]:
    """The shortest beginnings of the words that tell what happened: a quick first look."""
    return tuple(sorted({word[:3] for word in classes("tolls")}))


def shown(text: str, quantity: Quantity) -> str:
    """The number as written, with its qualifier and the noun behind it."""
    start = quantity.start
    if quantity.qualifier:
        front = text[:start].rstrip()
        if front.casefold().endswith(quantity.qualifier):
            start = len(front) - len(quantity.qualifier)
    behind = next((each for each in tokenize(text[quantity.end :]) if each.start <= 1), None)
    end = quantity.end + behind.end if behind and stem(behind.lower) == quantity.thing else None
    return text[start : end or quantity.end]
