"""Alignment of words: which words of a claim have a counterpart among words of a source."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from summarizer.text.tokens import Token


def counterpart(token: Token, stems: AbstractSet[str]) -> bool:
    """Whether one of these stems means what the word means."""
    return not stems.isdisjoint(alternatives(token.lower))


@functools.lru_cache(maxsize=65536)
def alternatives(word: str) -> tuple[str, ...]:
    """The stems that may stand for a lower-case word, its own first."""
    found = [stem(word)]
    if "-" in word:
        found += [stem(piece) for piece in word.split("-") if len(piece) > 2]
    if "." in word:
        found.append(word.replace(".", ""))
    return tuple(dict.fromkeys(found))
