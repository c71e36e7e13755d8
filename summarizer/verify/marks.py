"""Negations, hedges and quantifiers of a claim beside those of its evidence, word by word.

A mark is compared only through the word it bears on: the hedge of a neighbouring verb says nothing
about this one.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.modality import Mark, certainties, hedges, negations, quantifiers
from summarizer.text.similarity import root
from summarizer.text.tokens import stem
from summarizer.verify.align import counterpart
from summarizer.verify.kept import kept
from summarizer.verify.near import Match, near
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

_FINDERS = {
    "negations": negations,
    "hedges": hedges,
    "quantifiers": quantifiers,
    "certainties": certainties,
}


class Pair(NamedTuple):
    """A word of a claim and the same word at the matching place of the source.

    `mine` are the marks on it in the claim, `theirs` those in the source sentence; `share` says
    how well the place matches without the word, 0 to 1.
    """

    token: Token
    mine: tuple[Mark, ...]
    theirs: tuple[Mark, ...]
    sentence: SourceSentence
    share: float


@kept
def sentence_marks(sentence: SourceSentence, kind: str) -> tuple[Mark, ...]:
    """The marks of a kind (see `_FINDERS`) in a source sentence."""
    return tuple(_FINDERS[kind](sentence.text, sentence.start))


@kept
def part_marks(part: PartView, kind: str) -> tuple[Mark, ...]:
    """The marks of a kind in a part of a claim, those inside quotation marks too."""
    return tuple(_FINDERS[kind](part.text, part.start))


def pairs(part: PartView, kind: str) -> Iterator[Pair]:
    """Words of a part with the place of the source that matches them best and has them.

    Only words that a mark bears on, in the claim or in the source; words in quotation marks have
    rules of their own.
    """
    roots = {target(mark) for mark in part_marks(part, kind)}
    roots |= {target(m) for s in part.context for m in sentence_marks(s, kind)}
    for token in part.content:
        key = base(token.lower)
        if key not in roots or quoted(part, token.start):
            continue
        found = near(part, token.start, token.end)
        match = next((m for m in found if occurrences(m.sentence, key)), None)
        if match is None and found and kind == "negations":
            match = _denied_beside(part, found[0], key)
        if match is not None:
            theirs = _bearing(sentence_marks(match.sentence, kind), key)
            mine = _bearing(part_marks(part, kind), key)
            yield Pair(token, mine, theirs, match.sentence, match.share)


def _denied_beside(part: PartView, match: Match, key: str) -> Match | None:
    """A neighbour of a matching sentence in which a word of this root is denied.

    It has another word of the claim as well: it may speak of others.
    """
    for sentence in part.source.around(match.sentence):
        about = any(counterpart(t, sentence.keys) for t in part.content if base(t.lower) != key)
        if about and _bearing(sentence_marks(sentence, "negations"), key):
            return Match(match.share, sentence)
    return None


def _bearing(marks: tuple[Mark, ...], key: str) -> tuple[Mark, ...]:
    """The marks that bear on a word of this root."""
    return tuple(m for m in marks if m.target and target(m) == key)


def target(mark: Mark) -> str:
    """The root of the word that a mark bears on; empty if there is none."""
    return _root(mark.target or "")


@functools.lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The root of a lower-case word, irregular forms too: "hid", "hiding" and "hidden"."""
    return _root(stem(classes("irregular_forms").get(word, word)))


def _root(plain: str) -> str:
    """The root of a stem."""
    form = classes("irregular_forms").get(plain)
    return root(stem(form) if form else plain)


def occurrences(sentence: SourceSentence, key: str) -> int:
    """How often a word of this root stands in a sentence."""
    return sum(base(token.lower) == key for token in sentence.tokens)
