"""What a source softens: the words behind a hedge, up to the end of its clause.

A claim that loses a hedge seldom keeps the verb ("intends to bring further charges" made "has
brought further charges"), so the rest of the clause is looked for in the claim, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.modality import ANNOUNCED
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.kept import kept
from summarizer.verify.marks import base, part_marks, sentence_marks
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.text.modality import Mark
    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

# Where a hedge ends to soften: at marks, at another clause, at a coordinated one.
CLAUSE_END = re.compile(
    r"[;:!?—–“”\"\n]|,\s|\s(?:but|and|because|although|while|who|which|after|before|unless|if|said|"
    r"says)\s"
)
# No more words of content than this belong to a hedge.
_MOST = 8
# The claim must have this share of the softened words, by weight, and two that are no names; a
# sentence that has this share of them without the hedge spares it.
_TAKEN, _COMMON, _PLAIN = 0.6, 2, 0.8
# Attempts were made, and a condition has a rule of its own.
_OTHER = frozenset({"attempt", "try", "tri", "if", "unless", "provid"})
_AGAINST = re.compile(
    r"\b(?:vot\w{1,3} against|against (?:the|a|this) (?:plan|idea|proposal|move)|oppos\w{1,5}|"
    r"reject\w{0,4})\b"
)


# What would be done under a plan is planned.
_UNDER = re.compile(
    r"\b(?:plans?|proposals?|bills?|measures?|legislation|initiatives?|amendments?|deals?)\b"
    r"[^;:]*\bwould\b",
    re.IGNORECASE,
)


class Softened(NamedTuple):
    """A hedge of a source sentence and the words of content that it softens."""

    mark: Mark
    words: tuple[Token, ...]
    sentence: SourceSentence


@kept
def softened(sentence: SourceSentence) -> tuple[Softened, ...]:
    """What the hedges of a sentence soften, announcements ("will") left out."""
    found = []
    for mark in sentence_marks(sentence, "hedges"):
        end = CLAUSE_END.search(sentence.source.text, mark.end, sentence.end)
        last = end.start() if end else sentence.end
        inside = [t for t in sentence.content_tokens if mark.end <= t.start < last][:_MOST]
        if mark.rank < ANNOUNCED and inside:
            found.append(Softened(mark, tuple(inside), sentence))
    return tuple(found)


def hardened(part: PartView) -> Iterator[tuple[Softened, list[Token]]]:
    """What the best evidence softens and a part has without a hedge, with its words for it."""
    for each in softened(part.evidence[0]) if part.evidence else ():
        if base(each.mark.text.split()[0].casefold()) in _OTHER:
            continue
        words = _taken(part, each)
        common = [token for token in words if token.text[0].islower()]
        spared = _spared(part, each.mark, words) or _is_plain(part.source, words)
        if len(common) >= _COMMON and not spared:
            yield each, words


def refused(part: PartView, mark: Mark) -> bool:
    """Whether a part is against what is planned, and need not call it a plan."""
    return mark.kind == "planned" and _AGAINST.search(part.text) is not None


def covers(part: PartView, mark: Mark, token: Token) -> bool:
    """Whether a mark of a part stands in one clause with a word."""
    first, last = min(mark.end, token.end), max(mark.start, token.start)
    return CLAUSE_END.search(part.claim.text, first, last) is None


def _spared(part: PartView, lost: Mark, words: Sequence[Token]) -> bool:
    """Whether a part has a hedge of the same kind, or one beside these words, out of quotations."""
    if refused(part, lost) or (lost.kind == "planned" and _UNDER.search(part.text)):
        return True
    root = base(lost.text.split()[0].casefold())
    if any(base(token.lower) == root for token in part.tokens):
        return True
    marks = [m for m in part_marks(part, "hedges") if m.rank < ANNOUNCED]
    marks = [m for m in marks if not quoted(part, m.start)]
    return any(m.kind == lost.kind or covers(part, m, word) for m in marks for word in words)


def _taken(part: PartView, each: Softened) -> list[Token]:
    """A part's words for what is softened, if it has most of that."""
    mine = [token for token in part.content if not quoted(part, token.start)]
    share = part.claim.document.weights.share(each.words, _keys(mine))
    theirs = _keys(each.words)
    return [token for token in mine if counterpart(token, theirs)] if share >= _TAKEN else []


def _is_plain(source: Source, words: Sequence[Token]) -> bool:
    """Whether a sentence of the source has nearly all of these words where nothing softens them."""
    return any(
        sum(counterpart(token, keys) for token in words) >= _PLAIN * len(words)
        for keys in map(_plain_keys, source.sentences)
    )


@kept
def _plain_keys(sentence: SourceSentence) -> frozenset[str]:
    """The keys of a sentence's words of content that no hedge softens."""
    soft = {token.start for each in softened(sentence) for token in each.words}
    return _keys(token for token in sentence.content_tokens if token.start not in soft)


def _keys(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset[str]().union(*(word_keys(token.lower) for token in tokens))
