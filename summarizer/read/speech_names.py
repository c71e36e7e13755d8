"""Full names: what "Doe", "she" or "the minister" stand for inside one article."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.read import speech_words as words
from summarizer.text.lexicon import words as entries
from summarizer.text.quotes import fold


class Names:
    """The full names of an article in the order of their first mention."""

    def __init__(self, text: str) -> None:
        """Collect runs of two to five capitalised words; the last one is the surname."""
        self._full: dict[str, str] = {}
        for match in _RUN.finditer(fold(text[:_LONGEST])):
            run = strip_titles(match.group().split(" "))
            if 2 <= len(run) <= 5:
                self._full.setdefault(_key(run[-1]), " ".join(run))

    def resolve(self, phrase: str) -> str | None:
        """The full name in a phrase; a bare surname gets the full name of its first mention."""
        best = None
        for match in _RUN_OR_WORD.finditer(fold(phrase)):
            run = strip_titles(match.group().split(" "))
            if not run:
                continue
            name = self._full.get(_key(run[-1]), "") if len(run) == 1 else " ".join(run)
            best = name or best or " ".join(run)
            break
        return best


class _Limits(NamedTuple):
    characters: int = 200_000


_LONGEST = _Limits().characters
_WORD = r"[^\W\d_a-zß-ÿ][^\W_]*(?:['.-][^\W_]+)*\.?"
_RUN = re.compile(rf"\b{_WORD}(?: {_WORD}){{1,6}}")
_RUN_OR_WORD = re.compile(rf"\b{_WORD}(?: {_WORD}){{0,6}}")


def strip_titles(run: list[str]) -> list[str]:
    """A run of capitalised words without titles and sentence-initial function words."""
    while run and (
        run[0].casefold() in entries("titles")
        or run[0].casefold()
        in words.DETERMINERS | words.PREPOSITIONS | words.CONJUNCTIONS | words.PRONOUNS
    ):
        run = run[1:]
    return [w.removesuffix("'s") for w in run]


def _key(word: str) -> str:
    return word.casefold().removesuffix("'s").rstrip(".'")
