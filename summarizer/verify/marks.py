"""Negations, hedges and quantifiers of a claim beside those of its evidence, word by word.

A mark is compared only through the word it bears on: the hedge of a neighbouring verb says nothing
about this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.modality import Mark, hedges, negations, quantifiers
from summarizer.text.tokens import stem
from summarizer.verify.kept import kept
from summarizer.verify.near import near
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

_FINDERS = {"negations": negations, "hedges": hedges, "quantifiers": quantifiers}


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
    """The marks of a kind ("negations", "hedges", "quantifiers") in a source sentence."""
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
    targets = {mark.target for mark in part_marks(part, kind)}
    targets |= {m.target for s in part.context for m in sentence_marks(s, kind)}
    for token in part.content:
        key = stem(token.lower)
        if key not in targets or quoted(part, token.start):
            continue
        match = next(
            (m for m in near(part, token.start, token.end) if key in m.sentence.stems), None
        )
        if match is None:
            continue
        theirs = tuple(m for m in sentence_marks(match.sentence, kind) if m.target == key)
        mine = tuple(m for m in part_marks(part, kind) if m.target == key)
        yield Pair(token, mine, theirs, match.sentence, match.share)


def occurrences(sentence: SourceSentence, key: str) -> int:
    """How often a stem stands in a sentence."""
    return sum(stem(token.lower) == key for token in sentence.tokens)
