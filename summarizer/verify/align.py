"""Alignment of words: which words of a claim have a counterpart among words of a source.

Counterparts are words of one root ("condemned", "condemnation"), words of one small set of
synonyms, and abbreviations with what they stand for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.synonyms import word_keys

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from summarizer.text.tokens import Token

__all__ = ["counterpart", "word_keys"]


def counterpart(token: Token, keys: AbstractSet[str]) -> bool:
    """Whether one of these keys (see `word_keys`) means what the word means."""
    return not keys.isdisjoint(word_keys(token.lower))
