"""Words that may mean the same, and words that are near in meaning.

The first share a root, a small set of synonyms, an abbreviation or a number; the second a family of
a large thesaurus ("contraband" and "illicit").
"""

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
    kind, _, value = classes("number_words").get(word, "").partition(" ")
    if kind in ("unit", "ten"):
        found.add(value)
    return frozenset(found)


@functools.lru_cache(maxsize=4096)
def families(word: str) -> frozenset[int]:
    """The families that a lower-case word is in: words with one in common are near in meaning."""
    form = classes("irregular_forms").get(word, word)
    return frozenset(n for each in _forms(form) for n in _families().get(each, ()))


def positive(word: str) -> str:
    """The positive of a superlative in -est, as far as spelling tells it: "biggest" is "big"."""
    if not word.endswith("est") or len(word) < 6:
        return word
    base = word.removesuffix("est")
    if base.endswith("i"):
        return base[:-1] + "y"
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] else base


def _synonyms(word: str) -> Iterator[str]:
    """Keys of the groups of synonyms that a word, or its base form, is in."""
    for form in _forms(word):
        for number in _groups().get(form, ()):
            yield f"~{number}"


def _forms(word: str) -> dict[str, None]:
    """A word and what may be its base form, in order."""
    base = stem(word)
    return dict.fromkeys((word, base, base + "e"))


@functools.cache
def _groups() -> dict[str, tuple[int, ...]]:
    return _numbers("synonyms")


@functools.cache
def _families() -> dict[str, tuple[int, ...]]:
    return _numbers("word_families")


def _numbers(name: str) -> dict[str, tuple[int, ...]]:
    """Words with the numbers of the lines of a list that have them.

    Tuples of numbers, unlike lists, are nothing that the garbage collector has to look at.
    """
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(classes(name)):
        for word in line.split():
            found[word] = (*found.get(word, ()), number)
    return found
