"""What caused the event, where articles give different causes.

Only plain signals count: "caused by", "due to", "blamed on" and the like, with a word for the event
before them ("the fire was caused by"), or "started the fire" with the cause before. Words for the
event are those that the openings of several articles share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.conflicts.ledger import Given
from summarizer.merge.passages import times, weights
from summarizer.merge.sets import Sets
from summarizer.text.agreement import agreeing
from summarizer.text.similarity import roots

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.summary import Slot

OPENING = 2
# A longer "sentence" is a list or a table.
_LONGEST = 1500
_BY = re.compile(
    r"\b(?:(?:caused|sparked|triggered|started|set off|ignited|brought on) by|due to|because of"
    r"|blamed on|attributed to|as a result of|owing to|resulted from|stemmed from|put down to"
    r"|the cause (?:of [^.;]{3,40} )?(?:was|is))\b",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\b(?:caused|sparked|triggered|started|set off|ignited) (?=(?:the|a|an|this|that) )",
    re.IGNORECASE,
)
# How far the word for the event may be from the signal, and where a cause ends.
_REACH = 70
_END = re.compile(r"[.,;:–—]| (?:which|who|that|when|while|but|after|before|according|said|says) ")
_CAUSE = 80
# Causes of one effect that are compared at most; the work grows with the cube of their number.
CROWD = 20
# What says that the cause is not known.
_OPEN = roots("unknown unclear undetermined investigation determined known cause")


class Cause(NamedTuple):
    """A cause of the event as an article gives it: the words for it and their roots."""

    words: str
    roots: frozenset[str]
    effect: frozenset[str]
    passage: Passage


def causes(passages: Sequence[Passage]) -> Iterator[tuple[str, Slot, list[Given]]]:
    """Topic, slot and values where articles name causes that do not say the same."""
    event = _event_words(passages)
    found = [cause for passage in passages for cause in _causes(passage, event)]
    rare = weights(passages)
    effects = {effect for cause in found for effect in cause.effect}
    taken: set[str] = set()
    for effect in sorted(effects):
        values = _values([each for each in found if effect in each.effect], rare)
        sentences = {cause.passage.id for value in values for cause in value}
        if len(values) > 1 and not sentences & taken:
            taken |= sentences
            yield f"cause of the {_word(effect, values)}", "cause", [_given(v) for v in values]


def _event_words(passages: Sequence[Passage]) -> frozenset[str]:
    """Roots that are no names and stand in the openings of two articles or more."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for passage in passages:
        if passage.place < OPENING:
            for each in passage.roots - passage.names:
                holders[each].add(passage.article)
    return frozenset(each for each, names in holders.items() if len(names) > 1) - times()


def _causes(passage: Passage, event: frozenset[str]) -> Iterator[Cause]:
    text = passage.text
    if len(text) > _LONGEST:
        return
    by = list(_BY.finditer(text))
    for match in by:
        before = _last_clause(text[max(0, match.start() - _REACH) : match.start()])
        yield from _cause(_first_clause(text[match.end() :]), roots(before) & event, passage)
    for match in () if by else _DID.finditer(text):
        behind = _first_clause(text[match.end() :])
        before = _last_clause(text[max(0, match.start() - _REACH) : match.start()])
        yield from _cause(before, roots(behind) & event, passage)


def _cause(words: str, effect: frozenset[str], passage: Passage) -> Iterator[Cause]:
    own = roots(words)
    if effect and own - effect and not own & _OPEN:
        yield Cause(words, own - effect, effect, passage)


def _first_clause(text: str) -> str:
    end = _END.search(text[:_CAUSE])
    return text[: end.start() if end else _CAUSE].strip()


def _last_clause(text: str) -> str:
    return _END.split(text)[-1].strip()


def _values(causes: Sequence[Cause], rare: Mapping[str, float]) -> list[list[Cause]]:
    """The causes of one effect in sets that say the same, or have a word in common.

    A word in common is enough: causes that one word joins are hardly ever a conflict.
    """
    first = causes[:CROWD]
    sets = Sets(range(len(first)))
    for same in agreeing([each.words for each in first], rare=rare):
        for other in same[1:]:
            sets.join(same[0], other)
    for a, b in combinations(range(len(first)), 2):
        if first[a].roots & first[b].roots:
            sets.join(a, b)
    return [[first[n] for n in own] for own in sets.all()]


def _given(value: Sequence[Cause]) -> Given:
    passages = {each.passage.id: each.passage for each in value}
    return Given(min((each.words for each in value), key=len), tuple(passages.values()))


def _word(effect: str, values: Sequence[Sequence[Cause]]) -> str:
    """The word of a text that has this root."""
    words = values[0][0].passage.text.split()
    return next((w.strip(".,;:").casefold() for w in words if effect in roots(w)), effect)
