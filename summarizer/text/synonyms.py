"""Words that may mean the same: one root, one small set of synonyms, or an abbreviation."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.similarity import root
from summarizer.text.tokens import stem

if TYPE_CHECKING:
    from collections.abc import Iterator


@functools.lru_cache(maxsize=65536)
def word_keys(word: str) -> frozenset[str]:
    """The keys of a lower-case word: words with a key in common may mean the same."""
    pieces = [piece for piece in word.replace("'", "-").split("-") if len(piece) > 2]
    found: set[str] = set()
    for piece in dict.fromkeys([word, *pieces]):
        form = classes("irregular_forms").get(piece, piece)
        found.add(root(stem(form)))
        found.update(_synonyms(form))
        long = classes("abbreviations").get(piece, "")
        found.update(root(stem(each)) for each in long.split())
    if "." in word:
        found.add(word.replace(".", ""))
    return frozenset(found)


def _synonyms(word: str) -> Iterator[str]:
    """Keys of the groups of synonyms that a word, or its base form, is in."""
    base = stem(word)
    for form in dict.fromkeys((word, base, base + "e")):
        yield from _groups().get(form, ())


@functools.cache
def _groups() -> dict[str, list[str]]:
    """Words with the keys of their groups."""
    found: dict[str, list[str]] = {}
    for number, line in enumerate(classes("synonyms")):
        for word in line.split():
            found.setdefault(word, []).append(f"~{number}")
    return found
