"""Figures, days and places of one thing that cannot all be right, by the words around them.

A value counts as another one only if neither article has the other's value at all: an article
that names both days, or both places, tells of two things.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.merge.conflicts.frames import days, figures, places
from summarizer.merge.conflicts.ledger import Given
from summarizer.merge.conflicts.tolls import agree
from summarizer.merge.passages import weights
from summarizer.text.numbers import Quantity
from summarizer.text.similarity import overlap, root
from summarizer.text.tokens import stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.merge.conflicts.frames import Frame
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.summary import Slot

# Overlap of the words around two values, and how many of them are the same, from which on they
# are about one thing.
ALIKE = {"figure": 0.22, "date": 0.22, "place": 0.2}
COMMON = {"figure": 3, "date": 2, "place": 2}
# Figures further apart than this count different things.
TIMES = 3
# How many characters of the text before and behind a value can name its slot.
_AROUND = 50
# Frames with one key that are compared with each other at most.
CROWD = 40


def clashes(
    passages: Sequence[Passage], articles: Mapping[str, Article]
) -> Iterator[tuple[str, Slot, list[Given]]]:
    """Topic, slot and values of what these passages give differently."""
    rare = weights(passages)
    rows: defaultdict[tuple[str, ...], list[Frame]] = defaultdict(list)
    for passage in passages:
        for frame in (
            *figures(passage),
            *days(passage, articles[passage.article]),
            *places(passage),
        ):
            rows[frame.slot, *frame.key].append(frame)
    known = _Known(articles, rows.values())
    for row in rows.values():
        yield from _among(row[:CROWD], known, rare)


class _Known:
    """Which values an article has anywhere."""

    def __init__(self, articles: Mapping[str, Article], rows: Iterable[Sequence[Frame]]) -> None:
        self._articles = articles
        self._has: defaultdict[tuple[str, ...], list[object]] = defaultdict(list)
        for row in rows:
            for each in row:
                self._has[each.passage.article, *_kind(each)].append(each.value)

    def to(self, article: str, frame: Frame) -> bool:
        """Whether an article has the value of a frame from another article."""
        if isinstance(frame.value, str):
            text = self._articles[article].text
            return any(word in text for word in frame.value.split() if word[0].isupper())
        return any(_same(frame.value, each) for each in self._has[article, *_kind(frame)])


def _kind(frame: Frame) -> tuple[str, ...]:
    """What values are looked up together: figures of one thing, all days."""
    return frame.key[:2] if frame.slot == "figure" else (frame.slot,)


def _same(one: object, other: object) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return agree(one, other)
    return one == other


def _among(
    row: Sequence[Frame], known: _Known, rare: Mapping[str, float]
) -> Iterator[tuple[str, Slot, list[Given]]]:
    """The slots of frames with one key: pairs that clash, with all that agree with either."""
    taken: set[int] = set()
    for n, one in enumerate(row):
        rivals = [m for m in range(n + 1, len(row)) if _clash(one, row[m], known, rare)]
        if n in taken or not rivals:
            continue
        members = [n, *rivals]
        members += [
            m
            for m in range(len(row))
            if m not in members and any(_agree(row[m], row[k], rare) for k in (n, *rivals))
        ]
        taken.update(members)
        yield (
            _topic(one, [row[m] for m in rivals]),
            one.slot,
            _values([row[m] for m in sorted(members)]),
        )


def _clash(one: Frame, other: Frame, known: _Known, rare: Mapping[str, float]) -> bool:
    a, b = one.passage.article, other.passage.article
    if a == b or _same(one.value, other.value) or not _near(one.value, other.value):
        return False
    return _alike(one, other, rare) and not known.to(b, one) and not known.to(a, other)


def _near(one: object, other: object) -> bool:
    """Whether two figures are of one size; other values always are."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.value <= other.value * TIMES and other.value <= one.value * TIMES
    if isinstance(one, str) and isinstance(other, str):
        return not _short_for(one, other) and not _short_for(other, one)
    return True


def _short_for(one: str, other: str) -> bool:
    """Whether a name is the initials of another: "UK" of "United Kingdom"."""
    letters = "".join(each for each in one if each.isalpha())
    return letters.isupper() and letters == "".join(word[0] for word in other.split())


def _agree(one: Frame, other: Frame, rare: Mapping[str, float]) -> bool:
    return _same(one.value, other.value) and _alike(one, other, rare)


def _alike(one: Frame, other: Frame, rare: Mapping[str, float]) -> bool:
    """Whether two frames are about one thing by the words around them."""
    if one.exact and other.exact:
        called = one.passage.names, other.passage.names
        return not all(called) or not called[0].isdisjoint(called[1])
    common = one.near & other.near
    enough = len(common) >= COMMON[one.slot]
    return enough and overlap(one.near, other.near, rare) >= ALIKE[one.slot]


def _values(frames: Sequence[Frame]) -> list[Given]:
    """The values in order, each in its fullest words, with their passages."""
    values: list[list[Frame]] = []
    for frame in frames:
        home = next((v for v in values if _same(v[0].value, frame.value)), None)
        if home is None:
            values.append([frame])
        else:
            home.append(frame)
    return [
        Given(
            words=max((each.words for each in value), key=len),
            passages=tuple({each.passage.id: each.passage for each in value}.values()),
        )
        for value in values
    ]


def _topic(frame: Frame, rivals: Sequence[Frame]) -> str:
    """What a slot is about, in the first text's words: those it shares around the value."""
    wanted = frame.near.intersection(*(each.near for each in rivals)) | set(frame.key)
    text = frame.passage.text
    near = range(frame.start - _AROUND, frame.end + _AROUND)
    shared = [
        each
        for each in tokenize(text)
        if each.start in near and {stem(each.lower), root(stem(each.lower))} & wanted
    ]
    start = min((each.start for each in shared if each.end <= frame.start), default=frame.start)
    end = max((each.end for each in shared if each.start >= frame.end), default=frame.end)
    return f"{text[start : frame.start]}…{text[frame.end : end]}".replace("\n", " ")
