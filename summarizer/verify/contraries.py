"""Little words that turn a fact round: for and against, to and from, none and some, first and last.

Paraphrase seldom touches them, and most lists of words leave them out. Each is judged only between
the words that it stands between: "voted for the deal" is held against what the source has between
"voted" and "deal".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.tokens import has_content
from summarizer.verify.align import counterpart, word_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

# Prepositions, judged by the words on both sides.
_ASIDE = {
    "for": ("against",),
    "against": ("for",),
    "to": ("from",),
    "from": ("to",),
    "with": ("without",),
    "without": ("with",),
}
# Words that count or order, judged by the word behind them.
_SOME = ("some", "all", "most", "many", "part", "much")
_FIRST, _LAST = ("first", "opening", "earliest"), ("last", "final", "closing", "latest")
_START, _END = ("beginning", "start"), ("end", "close")
_AHEAD = {
    "none": _SOME,
    **dict.fromkeys(_SOME, ("none",)),
    **dict.fromkeys(_FIRST, _LAST),
    **dict.fromkeys(_LAST, _FIRST),
    **dict.fromkeys(_START, _END),
    **dict.fromkeys(_END, _START),
    "earlier": ("later",),
    "later": ("earlier",),
}
# "Due to" tells no direction.
_JOINED = frozenset({"due", "according", "owing", "thanks", "prior", "next", "subject"})
# "The first stop", not "first in the race".
_ORDERING = frozenset({*_FIRST, *_LAST})
# Words between such a word and those of content on its sides; sentences that are looked at.
_BEFORE, _BEHIND = 2, 4
_SENTENCES = 3


class Contrary(NamedTuple):
    """A word of a claim and the one that the source has in its place."""

    token: Token
    theirs: Token
    sentence: SourceSentence


def contraries(part: PartView) -> Iterator[Contrary]:
    """Words of a part whose contrary stands in their place, and nowhere near they themselves."""
    rows = part.evidence[:_SENTENCES]
    for place, token in enumerate(part.tokens):
        others = _AHEAD.get(token.lower) or _ASIDE.get(token.lower) or ()
        if not others or part.claim.quoted(token.start):
            continue
        slot = _slot(part.tokens, place)
        if slot is None or any(_found(s, slot, (token.lower,)) for s in part.context):
            continue
        for sentence in rows:
            theirs = _found(sentence, slot, others)
            if theirs and not _since(slot, part.tokens, sentence.tokens):
                yield Contrary(token, theirs, sentence)
                break


def _since(slot: _Slot, mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether "the last time" and "the first time since" may be one: either side has "since"."""
    rows = (*mine, *theirs)
    return slot.behind.lower == "time" and any(token.lower == "since" for token in rows)


class _Slot(NamedTuple):
    """The word of content before a place, None where it does not count, and the one behind it."""

    before: Token | None
    behind: Token


def _slot(tokens: Sequence[Token], place: int) -> _Slot | None:
    reach = 1 if tokens[place].lower in _ORDERING else _BEHIND
    behind = next((t for t in tokens[place + 1 :][:reach] if has_content(t.lower)), None)
    if behind is None:
        return None
    if tokens[place].lower in _AHEAD:
        return _Slot(None, behind)
    row = tokens[max(0, place - _BEFORE) : place]
    before = next((t for t in reversed(row) if has_content(t.lower)), None)
    return _Slot(before, behind) if before else None


def _found(sentence: SourceSentence, slot: _Slot, wanted: tuple[str, ...]) -> Token | None:
    """One of these words of a sentence that stands in such a slot."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if place and tokens[place - 1].lower in _JOINED:
            continue
        if token.lower in wanted and _stands(tokens, place, slot):
            return token
    return None


def _stands(tokens: Sequence[Token], place: int, slot: _Slot) -> bool:
    behind = tokens[place + 1 :][: 1 if tokens[place].lower in _ORDERING else _BEHIND]
    if not any(counterpart(slot.behind, word_keys(t.lower)) for t in behind):
        return False
    before = tokens[max(0, place - _BEFORE) : place]
    return slot.before is None or any(
        counterpart(slot.before, word_keys(t.lower)) for t in before if has_content(t.lower)
    )
