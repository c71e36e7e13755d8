"""What a sentence is worth in its story: weighted concepts, after Gillick and Favre (2009).

A concept is a content word or a pair of neighbouring ones, worth more the more articles carry it
and the earlier they do; a sentence is worth the concepts that it adds to those already told.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

# How fast a concept's worth falls with the position of its sentence: half at this many sentences.
_HALF_LIFE = 12
# Worth of a concept that only one article has, and of a pair of words, beside a shared word.
_SINGLE, _PAIR = 0.3, 3.0
# What each further article that carries a fact adds to its worth.
_SUPPORT = 0.4
# Cost of length: 0 ignores it, 1 prefers short sentences.
_LENGTH_EXPONENT = 0.5


def concepts(stems: Sequence[str]) -> tuple[str, ...]:
    """Words and pairs of neighbouring words, each once, in order."""
    pairs = (f"{a} {b}" for a, b in pairwise(stems))
    return tuple(dict.fromkeys([*stems, *pairs]))


def concept_weights(sentences: Iterable[tuple[str, int, Sequence[str]]]) -> dict[str, float]:
    """The worth of each concept: its earliest place in each article, summed over articles.

    A sentence is its article's id, its number in the article's body from 0, and its stems.
    """
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for article, position, stems in sentences:
        worth = 0.5 ** (position / _HALF_LIFE)
        for concept in concepts(stems):
            here = best[concept]
            here[article] = max(here.get(article, 0.0), worth)
    return {
        concept: sum(here.values())
        * (_PAIR if " " in concept else 1.0)
        * (_SINGLE if len(here) == 1 else 1.0)
        for concept, here in best.items()
    }


def gain(
    own: Iterable[str],
    weights: Mapping[str, float],
    covered: Collection[str],
    *,
    articles: int,
    length: int,
) -> float:
    """The worth that a sentence with these concepts adds to what is covered, for its length.

    `articles` is how many carry its fact; `length` is in any unit, the same for all.
    """
    fresh = sum(weights.get(concept, 0.0) for concept in own if concept not in covered)
    return float((fresh + 0.01) * (1 + _SUPPORT * (articles - 1)) / length**_LENGTH_EXPONENT)
