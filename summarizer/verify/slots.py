"""Slots of values: the words around a figure, a date or a name, and what else fits among them.

A source may have every value of a claim, and the claim still be wrong: "41 killed, 3 hurt" with the
two figures changed about. So a value is taken with its slot: the words of content around it, near
ones more than far ones, and those behind a comma or a linking word as if they were further away.
The slot is held against the words around each value of its kind in the source. A value that fits
better than the claim's own does anywhere is its rival. Reworded sentences fit both of them less.
"""

from __future__ import annotations

import functools
import operator
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from summarizer.text.lexicon import classes
from summarizer.text.synonyms import word_keys
from summarizer.text.tokens import has_content, stem
from summarizer.verify.evidence import gained
from summarizer.verify.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from summarizer.text.dates import DateMention
    from summarizer.text.names import Name
    from summarizer.text.numbers import Quantity
    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

V = TypeVar("V", "Quantity", "DateMention", "Name")

# How fast words tell less with distance, and how many steps a mark, a linking word and a word of no
# content are worth. Right claims of 15 stories, 64 more and 750 pairs against the same with a value
# of the source put in another's place: of 786 figures and 360 dates 4 of each gave way to a rival
# by .1 to .2, and of those put in place .46 and .62; fades of .2 to .6, 1 to 4 steps for a mark and
# .5 to 3 for a link all lie within .02 of that.
_FADE = 0.35
_MARK, _LINK, _EMPTY = 2.0, 1.5, 0.5
_MARKS = re.compile(r"[,;:()–—]")
_LINKS = frozenset(
    {"and", "but", "or", "while", "as", "when", "after", "before", "until", "since", "who", "which"}
    | {"that", "whose", "where", "because", "if", "although", "though"}
)
# What only a neighbouring sentence has counts so much (.15 and .5 lost up to .03 there).
_BESIDE = 0.3
# Each value of right claims about 21 stories and 750 pairs, and values of the source put in its
# place: a rival is certain for 2 of 625 figures and none of 358 dates, and for .78 and .68 of those
# put in place; it is likely for 2 and 3, and for .81 and .75.
_FITS, _LEADS = 0.45, 0.15
_FITTING, _LEADING = 0.35, 0.1
# The leads of two values that were changed about, together.
_EXCHANGED = 0.2
_RANGE = frozenset({"to", "and", "or", "-", "–", "—", "through", "until"})
# Words on a side, values of a sentence, sentences, and rivals given in their own places that are
# looked at: the work stays bounded.
_REACH = 40
_CROWD = 40
_MOST = 40
_ROUNDS = 6


class Place(NamedTuple, Generic[V]):
    """A value of a source, its sentence, and how well a claim's slot fits there, 0 to 1."""

    fit: float
    value: V
    sentence: SourceSentence


class Contest(NamedTuple, Generic[V]):
    """Where a claim's slot fits best: at its own value, and at another one; None: nowhere."""

    own: Place[V] | None
    rival: Place[V] | None

    @property
    def certain(self) -> bool:
        """Whether the rival fits well, and clearly better."""
        return self.rival is not None and self.rival.fit >= _FITS and self.lead >= _LEADS

    @property
    def likely(self) -> bool:
        """Whether the rival fits better."""
        return self.rival is not None and self.rival.fit >= _FITTING and self.lead >= _LEADING

    @property
    def lead(self) -> float:
        """By how much the rival fits better, -1 to 1."""
        return (self.rival.fit if self.rival else 0.0) - (self.own.fit if self.own else 0.0)


def contest(
    part: PartView,
    value: V,
    values: Callable[[SourceSentence], Iterable[V]],
    same: Callable[[V], bool | None],
) -> Contest[V]:
    """The best places for the slot of a claim's value in the part's source.

    `values` gives the values of a sentence that may stand in the slot, `same` says whether one is
    the claim's; one of which that cannot be told (None) speaks for the claim.
    """
    words = _slot(part, value)
    best: dict[bool, Place[V]] = {}
    for sentence in _sentences(part):
        most = _most(words, sentence.number)
        for other in tuple(values(sentence))[:_CROWD]:
            mine = same(other) is not False
            if mine in best and best[mine].fit >= most:
                continue
            fit = _fit(words, sentence, other)
            if mine not in best or fit > best[mine].fit:
                best[mine] = Place(fit, other, sentence)
    return Contest(best.get(True), best.get(False))


def _most(words: Sequence[_Near], number: int) -> float:
    """The best fit that any value of a sentence can have: few sentences have most of the words."""
    beside = {number - 1, number + 1}
    total = got = 0.0
    for _, _, counts, numbers in words:
        total += counts
        if number in numbers:
            got += counts
        elif not beside.isdisjoint(numbers):
            got += counts * _BESIDE
    return got / total if total else 0.0


def open_contest(
    hold: Callable[[tuple[V, ...]], Contest[V]], settled: Callable[[Contest[V], V], bool]
) -> Contest[V]:
    """The contest without rivals that the claim gives as well, each in its own place.

    `hold` holds the contest without some rivals, `settled` says whether one is in its place.
    """
    barred: list[V] = []
    found = hold(())
    while found.rival and found.likely and settled(found, found.rival.value):
        if len(barred) == _ROUNDS:
            return found._replace(rival=None)
        barred.append(found.rival.value)
        found = hold(tuple(barred))
    return found


def exchanged(text: str, values: tuple[V, V], contests: tuple[Contest[V], Contest[V]]) -> bool:
    """Whether two values of a text may stand in one another's place, seen from both.

    The ends of a range stand in one place.
    """
    first, then = sorted(values, key=_start)
    between = text[first.end : then.start].strip().casefold()
    return between not in _RANGE and sum(each.lead for each in contests) >= _EXCHANGED


@kept
def _sentences(part: PartView) -> list[SourceSentence]:
    """The sentences of the source that have most of the claim's words, in order."""
    gains = gained(part.weighed)
    ranked = sorted(gains, key=lambda number: (-gains[number], number))
    return [part.source.sentences[number] for number in sorted(ranked[:_MOST])]


class _Near(NamedTuple):
    """A word around a value of a claim: its keys, how near it is, and what it counts for there.

    `numbers` are the sentences of the source that have it.
    """

    keys: frozenset[str]
    near: float
    counts: float
    numbers: frozenset[int]


@kept
def _slot(part: PartView, value: V) -> list[_Near]:
    """The words around a value of a claim."""
    claim = part.claim
    taken = _taken(claim.quantities, claim.dates)
    weights = claim.document.weights
    row = _around(part.tokens, claim.text, (value.start, value.end), taken)
    return [
        _Near(keys(word), near, near * weights.of(stem(word)), part.source.holding(word))
        for word, near in row
    ]


def _fit(words: Sequence[_Near], sentence: SourceSentence, value: V) -> float:
    """The share of a slot that stands around a value of the source, as near as in the claim."""
    there = _near_value(sentence, value.start, value.end)
    beside = {sentence.number - 1, sentence.number + 1}
    total = got = 0.0
    for mine, near, counts, numbers in words:
        total += counts
        found = [there[key] for key in mine if key in there]
        if found:
            got += counts * min(1.0, max(found) / near) ** 0.5
        elif not beside.isdisjoint(numbers):
            got += counts * _BESIDE
    return got / total if total else 0.0


@kept
def _near_value(sentence: SourceSentence, start: int, end: int) -> dict[str, float]:
    """How near to a value of a sentence each key of a word is."""
    found: dict[str, float] = {}
    taken = _taken(sentence.quantities, sentence.dates)
    for word, near in _around(sentence.tokens, sentence.source.text, (start, end), taken):
        for key in keys(word):
            found[key] = max(near, found.get(key, 0.0))
    return found


def _taken(figures: Iterable[Quantity], days: Iterable[DateMention]) -> frozenset[int]:
    """Where figures and dates start: they are no words of a slot."""
    return frozenset([*(each.start for each in figures), *(each.start for each in days)])


def _around(
    tokens: Sequence[Token], text: str, span: tuple[int, int], taken: Container[int]
) -> Iterator[tuple[str, float]]:
    """The words of content on both sides of a stretch of a text, and how near each is."""
    first = bisect_left(tokens, span[0], key=_start)
    behind = bisect_left(tokens, span[1], key=_start)
    last = tokens[behind - 1] if behind > first else None
    if last and last.end > span[1]:  # "page" in "48-page"
        yield last.lower[span[1] - last.start :].strip("-"), 1.0
    yield from _side(tokens[behind : behind + _REACH], text, span[1], taken)
    yield from _side(tokens[max(0, first - _REACH) : first][::-1], text, span[0], taken)


def _side(
    row: Sequence[Token], text: str, edge: int, taken: Container[int]
) -> Iterator[tuple[str, float]]:
    """The words of content of a row that leads away from a place."""
    steps = 0.0
    for token in row:
        gap = text[edge : token.start] if token.start >= edge else text[token.end : edge]
        marked = gap != " " and _MARKS.search(gap) is not None
        steps += _MARK * marked + _LINK * (token.lower in _LINKS)
        edge = token.end if token.start >= edge else token.start
        full = has_content(token.lower)
        if full and token.start not in taken:
            yield token.lower, 1 / (1 + _FADE * steps)
        steps += 1.0 if full else _EMPTY


@functools.lru_cache(maxsize=65536)
def keys(word: str) -> frozenset[str]:
    """The keys of a lower-case word, and what it says happened to people ("dead", "killed")."""
    toll = _tolls().get(stem(word))
    return word_keys(word) | {f"!{toll}"} if toll else word_keys(word)


@functools.cache
def _tolls() -> dict[str, str]:
    return {stem(word): slot for word, slot in classes("tolls").items()}


_start = operator.attrgetter("start")
