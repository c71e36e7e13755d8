"""Words that judge, dramatise or label, in any form that they take in a sentence."""

from __future__ import annotations

import functools

from summarizer.text.lexicon import classes
from summarizer.text.tokens import stem

# Of these kinds verbs and nouns are listed in one form for all of theirs.
_INFLECTED = ("violence", "emotion", "label")


@functools.lru_cache(maxsize=65536)
def loaded_kind(word: str) -> str | None:
    """The kind of a loaded lower-case word, None for others.

    Adjectives count as listed or with -ly, verbs and nouns in any form.
    """
    listed = classes("loaded_words")
    return listed.get(word) or listed.get(word.removesuffix("ly")) or _stemmed().get(stem(word))


@functools.cache
def _stemmed() -> dict[str, str]:
    """Stems of loaded verbs and nouns with their kinds."""
    listed = classes("loaded_words").items()
    return {stem(word): kind for word, kind in listed if kind in _INFLECTED}
