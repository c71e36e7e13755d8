"""Loaded words of a claim, and whether its sources have them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.quotes import fold
from summarizer.text.similarity import root
from summarizer.text.tokens import letter_runs, stem

if TYPE_CHECKING:
    from summarizer.text.tokens import Token
    from summarizer.verify.view import ClaimView


@functools.cache
def _stemmed() -> dict[str, str]:
    """Stems of loaded verbs and nouns with their kinds."""
    listed = classes("loaded_words").items()
    return {stem(word): kind for word, kind in listed if kind in ("violence", "emotion", "label")}


@functools.lru_cache(maxsize=65536)
def _kind(word: str) -> str | None:
    """The kind of a lower-case word: adjectives as listed or with -ly, the rest in any form."""
    listed = classes("loaded_words")
    return listed.get(word) or listed.get(word.removesuffix("ly")) or _stemmed().get(stem(word))


def loaded(claim: ClaimView) -> list[tuple[Token, str]]:
    """Loaded words outside of quotation marks and names, with their kinds."""
    found = []
    for number, token in enumerate(claim.tokens):
        kind = _kind(token.lower)
        if not kind or claim.quoted(token.start):
            continue
        named = number > 0 and token.text[0].isupper() and not claim.headline
        if not named:
            found.append((token, kind))
    return found


def sourced(claim: ClaimView, token: Token) -> bool:
    """Whether any cited source has the word or one of its root."""
    key, deep = stem(token.lower), root(stem(token.lower))
    return any(key in source.stems or deep in source.roots for source in claim.sources)


def phrases(claim: ClaimView) -> list[tuple[int, int, str]]:
    """Editorial phrases outside of quotation marks: start, end and kind."""
    text = fold(claim.text).lower()
    present = _phrases().keys() & letter_runs(text)
    found = []
    for _, phrase, kind in sorted(each for first in present for each in _phrases()[first]):
        start = text.find(phrase)
        end = start + len(phrase)
        whole = start >= 0 and not text[end : end + 1].isalnum()
        if whole and not text[max(0, start - 1) : start].isalnum() and not claim.quoted(start):
            found.append((start, end, kind))
    return found


@functools.cache
def _phrases() -> dict[str, list[tuple[int, str, str]]]:
    """Editorial phrases by their first words: number in the list, phrase and kind."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, (phrase, kind) in enumerate(classes("editorial_phrases").items()):
        found.setdefault(letter_runs(phrase)[0], []).append((number, phrase, kind))
    return found
