"""Who does what to whom, by words: the nouns on the two sides of a verb.

Names alone leave out most acts ("the lion struck a man"). The words of content before a verb and
right behind it stand for its doer and its target, the passive turned round; two acts of one verb
are compared by whether their sides meet.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes, words
from summarizer.text.speech_verbs import is_cue
from summarizer.text.tokens import has_content
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence

# Words of content further from the verb than this belong to something else.
_DOERS, _TARGETS = 3, 3
_BREAK = re.compile(r"[.;:!?“”\"—–]|, (?:and|but|while|who|which)\b| (?:and|but|that|who|which) ")
_BEHIND = re.compile(
    r"[,.;:!?“”\"—–]|\s(?:in|on|at|of|for|from|after|before|about|over|when|while|if|whether|that|and|"
    r"but|as|into|because|who|which|during|by)\s"
)
_BE = re.compile(r"\b(?:am|is|are|was|were|be|been|being|get|got)(?:\s\w+ly)?\s\Z", re.IGNORECASE)
_BY = re.compile(r"\s(?:\w{1,20}\s){0,2}?by\s")
_NOMINAL = frozenset({"the", "a", "an", "of", "in", "at", "on", "his", "her", "its", "their", "no"})
# Auxiliaries have no sides of their own, and what is said behind "say" is a clause.
_NO_ACT = frozenset({"have", "has", "had", "be", "been", "was", "were", "is", "are", "do", "did"})
_NO_ACT |= {"does", "say", "says", "said", "saying"}


class Sides(NamedTuple):
    """A verb with the words of content on its doer's side and on its target's."""

    verb: Token
    doers: list[Token]
    targets: list[Token]


def sides(text: str, tokens: Sequence[Token], offset: int = 0) -> Iterator[Sides]:
    """The acts of a sentence that have words on both sides."""
    for before, token in pairwise(tokens):
        if before.lower in _NOMINAL or not _is_verb(token.lower):
            continue
        place, end = token.start - offset, token.end - offset
        cuts = [match.end() for match in _BREAK.finditer(text, 0, place)]
        left = [t for t in tokens if (cuts[-1] if cuts else 0) <= t.start - offset < place]
        if _BE.search(text[max(0, place - 20) : place]):
            by = _BY.match(text, end)
            right = _behind(text, tokens, by.end() - 1, offset) if by else []
            found = Sides(token, right, _nouns(left)[-_DOERS:])
        else:
            found = Sides(token, _nouns(left)[-_DOERS:], _behind(text, tokens, end, offset))
        if found.doers and found.targets:
            yield found


@kept
def sentence_sides(sentence: SourceSentence) -> tuple[Sides, ...]:
    """The acts of a source sentence."""
    return tuple(sides(sentence.text, sentence.tokens, sentence.start))


def turned(mine: Sides, theirs: Sides) -> bool:
    """Whether doer and target of one act are target and doer of the other."""
    if not counterpart(mine.verb, word_keys(theirs.verb.lower)):
        return False
    return _meet(mine.doers, theirs.targets) and _meet(mine.targets, theirs.doers)


def agree(mine: Sides, theirs: Sides) -> bool:
    """Whether two acts of one verb have a doer or a target in common."""
    same = counterpart(mine.verb, word_keys(theirs.verb.lower))
    return same and (_meet(mine.doers, theirs.doers) or _meet(mine.targets, theirs.targets))


def _behind(text: str, tokens: Sequence[Token], place: int, offset: int) -> list[Token]:
    """The first words of content behind a place, up to a preposition or mark."""
    end = _BEHIND.search(text, place)
    last = end.start() if end else len(text)
    return _nouns([t for t in tokens if place <= t.start - offset < last])[:_TARGETS]


def _nouns(tokens: Sequence[Token]) -> list[Token]:
    """The words that may name somebody or something."""
    light = words("generic_words")
    return [
        token
        for token in tokens
        if has_content(token.lower)
        and not token.lower.endswith("ly")
        and (token.text[0].isupper() or token.lower not in light)
    ]


def _is_verb(word: str) -> bool:
    """Whether a lower-case word looks like a finite verb or a participle."""
    looks = word.endswith("ed") or word in classes("irregular_forms") or is_cue(word)
    return looks and word not in _NO_ACT


def _meet(ones: Sequence[Token], others: Sequence[Token]) -> bool:
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in others))
    return any(counterpart(token, keys) for token in ones)
