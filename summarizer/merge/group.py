"""Stories out of a pile of items, one item at a time.

An item joins the story whose items it resembles most on average, or founds one; then stories that
resemble each other are joined, and items that fit elsewhere better move. Average resemblance
(average linkage) comes from the sum of a story's vectors, so no item is compared with all others:
candidates are found by an index over the heaviest words, and their number is bounded.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.merge.vectors import Vector, dot, vectors
from summarizer.model.story import Grouping, Item, Membership

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Chosen on grouping/allsides without dates and grouping/ecb together (BCubed F1 .80 and .89): the
# first alone would have .26 and .26, the second .18 and .18.
JOIN = 0.25
UNITE = 0.2
PASSES = 2
# An item this many days away from all items of a story tells of something else.
WINDOW = 3
# Bounds of the search: heaviest words looked up, the latest stories of each, stories found by them,
# stories compared in full. Up to 1,000 items narrower ones do as well; 10,000 need these.
LOOKUPS = 25
HOLDERS = 60
CANDIDATES = 100
COMPARED = 5


def group_items(items: Iterable[Item]) -> Grouping:
    """Every item in exactly one story; stories and members in the order of the items."""
    pile = list(items)
    sorter = _Sorter(vectors([(each.title, each.text) for each in pile]), [_day(i) for i in pile])
    found: dict[int, list[str]] = {}
    for item, story in zip(pile, sorter.sort(), strict=True):
        found.setdefault(story, []).append(item.id)
    return Grouping(
        stories=tuple(
            Membership(id=f"t{n}", members=tuple(ids)) for n, ids in enumerate(found.values(), 1)
        )
    )


def _day(item: Item) -> int | None:
    try:
        return date.fromisoformat((item.date or "")[:10]).toordinal()
    except ValueError:
        return None


class _Story:
    """Items of one story: the sum of their vectors, and their days."""

    def __init__(self) -> None:
        self.total: defaultdict[str, float] = defaultdict(float)
        self.members: dict[int, int | None] = {}

    def add(self, n: int, vector: Vector, day: int | None) -> None:
        """Take an item in."""
        self.members[n] = day
        for word, value in vector.items():
            self.total[word] += value

    def remove(self, n: int, vector: Vector) -> None:
        """Let an item go."""
        del self.members[n]
        for word, value in vector.items():
            self.total[word] -= value

    def near(self, days: Iterable[int | None]) -> bool:
        """Whether any of these days, if known, is close to one of the story's."""
        other = {day for day in days if day is not None}
        own = other and {day for day in self.members.values() if day is not None}
        if not own or not other:
            return True
        return min(other) - WINDOW <= max(own) and max(other) + WINDOW >= min(own)


class _Sorter:
    """Sorts items, given as vectors and days, into numbered stories."""

    def __init__(self, items: Sequence[Vector], days: Sequence[int | None]) -> None:
        self.items = items
        self.days = days
        self.home: dict[int, int] = {}
        self.stories: dict[int, _Story] = {}
        self.index: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self.founded = 0

    def sort(self) -> list[int]:
        """The number of each item's story."""
        for n in range(len(self.items)):
            self._place(n)
        self._unite()
        for _ in range(PASSES):
            for n in range(len(self.items)):
                self._take(n)
                self._place(n)
            self._unite()
        return [self.home[n] for n in range(len(self.items))]

    def _place(self, n: int) -> None:
        vector = self.items[n]
        near = self._candidates(vector, [self.days[n]])
        scores = [
            (dot(vector, self.stories[k].total) / len(self.stories[k].members), -k) for k in near
        ]
        best, number = max(scores, default=(0.0, 0))
        story = -number
        if best < JOIN:
            story, self.founded = self.founded, self.founded + 1
            self.stories[story] = _Story()
        self.stories[story].add(n, vector, self.days[n])
        self.home[n] = story
        for word in vector:
            self.index[word][story] = None

    def _take(self, n: int) -> None:
        story = self.home.pop(n)
        self.stories[story].remove(n, self.items[n])
        if not self.stories[story].members:
            del self.stories[story]

    def _candidates(self, vector: Mapping[str, float], days: Iterable[int | None]) -> list[int]:
        """The stories that share most with the heaviest words of a vector."""
        found: defaultdict[int, float] = defaultdict(float)
        for word in nlargest(LOOKUPS, vector, key=lambda each: (vector[each], each)):
            value, holders = vector[word], self.index.get(word, {})
            for k in list(islice(reversed(holders), HOLDERS)):
                story = self.stories.get(k)
                if story is None:
                    del holders[k]
                else:
                    found[k] += value * story.total[word] / len(story.members)
            if len(found) >= CANDIDATES:
                break
        near = [k for k in found if self.stories[k].near(days)]
        return nlargest(COMPARED, near, key=lambda k: (found[k], -k))

    def _unite(self) -> None:
        """Join stories that resemble each other on average, the most alike first."""
        changed = list(self.stories)
        while changed:
            pairs = sorted({pair for number in changed for pair in self._partners(number)})
            joined: dict[int, None] = {}
            for _, one, other in pairs:
                if one not in joined and other not in joined:
                    self._swallow(one, other)
                    joined.update({one: None, other: None})
            changed = [number for number in joined if number in self.stories]

    def _partners(self, number: int) -> list[tuple[float, int, int]]:
        story = self.stories[number]
        near = self._candidates(story.total, story.members.values())
        pairs = [(min(number, k), max(number, k)) for k in near if k != number]
        scored = [(-self._likeness(*pair), *pair) for pair in pairs]
        return [each for each in scored if -each[0] >= UNITE]

    def _likeness(self, one: int, other: int) -> float:
        a, b = self.stories[one], self.stories[other]
        return dot(a.total, b.total) / (len(a.members) * len(b.members))

    def _swallow(self, number: int, other: int) -> None:
        for n, day in self.stories.pop(other).members.items():
            self.stories[number].add(n, self.items[n], day)
            self.home[n] = number
            for word in self.items[n]:
                self.index[word][number] = None
