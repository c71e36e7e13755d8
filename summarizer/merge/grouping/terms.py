"""What a text says as weighted words, and the weekdays that it names."""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.similarity import root
from summarizer.text.tokens import stem, stems_of, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word of the title counts as much as this many of the text, one with a capital as this many
# without: titles and names say more of the story than other words.
TITLE = 2.0
NAME = 1.5
# Characters of a text that are looked at: news tells what happened first.
LOOKED_AT = 4000

# Scripts that put no blanks between words: Thai to Burmese, Khmer, Chinese and Japanese.
_UNSPACED = "[\u0e00-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff]"


class Terms(NamedTuple):
    """How much a text has of each word root, and its weekdays as bits (Monday is 1, Sunday 64).

    An amount is the logarithm of the weighted count plus 1.
    """

    amounts: dict[str, float]
    weekdays: int


def terms(title: str | None, text: str) -> Terms:
    """The terms of an item; of a huge text those of its beginning."""
    counts: dict[str, float] = {}
    weekdays = 0
    for part, factor in ((title or "", TITLE), (text, 1.0)):
        for token in tokenize(part[:LOOKED_AT]):
            capital = token.text[0].isupper()
            if capital and token.lower in _weekdays():
                weekdays |= _weekdays()[token.lower]
                continue
            for word in _roots(token.lower):
                counts[word] = counts.get(word, 0.0) + factor * (NAME if capital else 1.0)
    amounts = {word: 1 + math.log(n) if n > 1 else n for word, n in counts.items()}
    return Terms(amounts, weekdays)


@functools.lru_cache(maxsize=65536)
def _roots(word: str) -> tuple[str, ...]:
    """The roots that stand for a lower-case word; of a demonym that of its country."""
    country = _countries().get(word)
    if country:
        return (country,)
    # compiling takes 4 ms, so it waits for a word of another script
    if not word.isascii() and re.search(_UNSPACED, word):
        return tuple(_pairs(word))
    return tuple(root(each) for each in stems_of([word]))


def _pairs(run: str) -> Iterator[str]:
    """The overlapping pairs of characters of a run without blanks, which stand for its words."""
    if len(run) == 1:
        yield run
    for n in range(len(run) - 1):
        yield run[n : n + 2]


@functools.cache
def _weekdays() -> dict[str, int]:
    """The full names of the weekdays, each with its bit."""
    kinds = {word: kind.split() for word, kind in classes("calendar").items()}
    return {
        word: 1 << int(kind[1])
        for word, kind in kinds.items()
        if kind[0] == "weekday" and word.endswith("day")
    }


@functools.cache
def _countries() -> dict[str, str]:
    """The root of the last word of its country for each demonym: "German" meets "Germany"."""
    return {
        word: root(stem(country.lower().split()[-1]))
        for word, country in classes("demonyms").items()
        if country
    }
