"""How much two texts say the same: shared word roots, the rarer the heavier, and shared sequences.

Rarity is the inverse document frequency of Spärck Jones (1972), counted within the texts at hand:
words that the whole story shares (its people and places) weigh little, so that two sentences
about the same people but about different acts stay apart. Sequences of words are the shingles of
Broder (1997).
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.text.tokens import has_content, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from summarizer.text.tokens import Token

# Endings that make one part of speech of another, longest first: "condemn" and "condemnation",
# "normalise" and "normalization" meet. What is left must keep four letters.
_ENDINGS = (
    "isation",
    "ization",
    "ation",
    "ement",
    "ment",
    "ness",
    "tion",
    "sion",
    "ally",
    "ist",
    "ise",
    "ize",
    "ion",
    "ity",
    "ive",
    "ant",
    "ent",
    "ful",
    "al",
    "er",
    "or",
    "ly",
    "is",
    "iz",
    "iv",
    "at",
    "e",
)
_KEEP = 4


@functools.lru_cache(maxsize=65536)
def root(plain: str) -> str:
    """A stem without its derivational ending."""
    if len(plain) <= _KEEP or not plain.isascii() or not plain.isalpha():
        return plain
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _KEEP:
            return plain[: -len(ending)]
    return plain


def roots(text: str) -> frozenset[str]:
    """Roots of the content words of a text."""
    return roots_of(tokenize(text))


def roots_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Roots of those of these words that carry content."""
    return frozenset(content_root(token.lower) for token in tokens) - {""}


@functools.lru_cache(maxsize=65536)
def content_root(word: str) -> str:
    """The root of a lower-case word, or an empty string if it carries no content."""
    return root(stem(word)) if has_content(word) else ""


def rarity(texts: Iterable[Collection[str]]) -> dict[str, float]:
    """The weight of each root: log(1 + number of texts / number of texts that have it)."""
    counts: Counter[str] = Counter()
    total = 0
    for each in texts:
        counts.update(set(each))
        total += 1
    return {word: math.log1p(total / count) for word, count in counts.items()}


def weight(words: Iterable[str], rare: Mapping[str, float]) -> float:
    """The weights of some roots together; a root without a weight counts 0.

    The sum is exact, so that it does not depend on the order in which a set gives its members.
    """
    return math.fsum(rare.get(word, 0.0) for word in words)


def overlap(a: frozenset[str], b: frozenset[str], rare: Mapping[str, float]) -> float:
    """Weight of the common roots over the weight of all, 0 to 1 (weighted Jaccard)."""
    everything = weight(a | b, rare)
    return weight(a & b, rare) / everything if everything else 0.0


def shingles(text: str, size: int = 4) -> frozenset[str]:
    """All sequences of `size` words; a shorter text is one sequence."""
    return sequences([token.lower for token in tokenize(text)], size)


def sequences(words: Sequence[str], size: int = 4) -> frozenset[str]:
    """All sequences of `size` of these words; fewer words are one sequence."""
    if len(words) <= size:
        return frozenset([" ".join(words)]) if words else frozenset()
    return frozenset(" ".join(words[n : n + size]) for n in range(len(words) - size + 1))
