"""Texts as weighted words and word pairs, to tell which of them resemble each other."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summarizer.text.similarity import root
from summarizer.text.tokens import stems_of, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Vector = dict[str, float]

# Tried on grouping/allsides and grouping/ecb: titles and names say more of the story than other
# words, pairs of neighbours tell look-alikes apart, and a power above 1 favours rare words (each
# is worth about .01 BCubed F1).
TITLE = 2.0
NAME = 1.5
PAIR = 0.5
RARE = 1.5
# The heaviest entries kept of each text; the rest changes nothing but the time.
LONGEST = 120


def vectors(texts: Sequence[tuple[str | None, str]]) -> list[Vector]:
    """A unit vector for each title and text; the weights come from all of them together."""
    counts = [_count(title, text) for title, text in texts]
    holders: Counter[str] = Counter()
    for each in counts:
        holders.update(each.keys())
    return [_vector(each, holders, len(counts)) for each in counts]


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The inner product: for unit vectors, their cosine."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[word] for word, value in small.items() if word in large)


def _count(title: str | None, text: str) -> Mapping[str, float]:
    counts: defaultdict[str, float] = defaultdict(float)
    for part, factor in ((title or "", TITLE), (text, 1.0)):
        before = ""
        for token in tokenize(part):
            stems = stems_of([token.lower])
            if not stems:
                before = ""
                continue
            word = root(stems[0])
            counts[word] += factor * (NAME if token.text[0].isupper() else 1.0)
            if before:
                counts[f"{before} {word}"] += factor * PAIR
            before = word
    return counts


def _vector(counts: Mapping[str, float], holders: Mapping[str, int], total: int) -> Vector:
    """Logarithm of the count times a power of the inverse document frequency, to unit length."""
    weighed = {
        word: (1 + math.log(count) if count > 1 else count)
        * math.log(total / holders[word]) ** RARE
        for word, count in counts.items()
        if 1 < holders[word] < total
    }
    heaviest = sorted(weighed.items(), key=lambda each: (-each[1], each[0]))[:LONGEST]
    length = math.sqrt(sum(value * value for _, value in heaviest))
    return {word: value / length for word, value in heaviest if length}
