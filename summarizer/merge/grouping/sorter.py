"""Sorting items into stories as they come, in time that does not grow with the pile.

Stories are joined while their items are alike enough on average, the most alike stories first
(average linkage, Sokal and Michener 1958). The average comes from the sum of the weights of a
story's items, so items are never compared one with another; an index finds a bounded number of
neighbours for each new item, and only neighbours and what they are joined to are compared.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.merge.grouping.index import LOOKUPS, Index
from summarizer.merge.grouping.rarity import Rarity
from summarizer.merge.grouping.sketches import Cluster, Sketch, day_number
from summarizer.merge.grouping.terms import terms
from summarizer.model.story import Membership

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.model.story import Item

    Neighbours = dict[int, dict[int, float]]

# Average likeness from which stories are joined. Chosen on grouping/allsides without dates and
# grouping/ecb together (BCubed F1 .83 and .91): the first alone would have .22, the second .19.
JOIN = 0.2
# Items that are counted before the first of them is weighed, so that the first items of a pile are
# weighed by the words of the others, and joined to the most alike of all.
BATCH = 1000
# Stories that the index finds for an item each time, and those compared with it in full; twice as
# many give the same stories.
FOUND = 16
COMPARED = 6


class Sorter:
    """Takes items at any time, and can be asked at any time for the stories.

    What comes later joins a story, joins stories with one another, or founds one; a story never
    loses an item. Give what has come so far in one call if you can: items of one call are weighed
    by what all of them say.

        sorter = Sorter()
        sorter.add(items_of_today)
        sorter.stories()
        sorter.add(items_of_tomorrow)
        sorter.stories()

    About 6 KiB are kept of each item of usual length, and nothing of its text.
    """

    def __init__(self) -> None:
        """Nothing is sorted yet."""
        self._rarity = Rarity()
        self._items: list[Sketch] = []
        self._stories: dict[int, Cluster] = {}
        self._index = Index()

    def add(self, items: Iterable[Item]) -> None:
        """Sort these items in."""
        rest = iter(items)
        while batch := list(islice(rest, BATCH)):
            self._add(batch)

    def stories(self) -> tuple[Membership, ...]:
        """Every item in exactly one story; stories and members in the order of the items."""
        found: dict[int, list[str]] = {}
        for item in self._items:
            found.setdefault(item.story, []).append(item.id)
        return tuple(
            Membership(id=f"t{n}", members=tuple(ids)) for n, ids in enumerate(found.values(), 1)
        )

    def _add(self, batch: list[Item]) -> None:
        """Count the words of all items, then let each be a story, then join what is alike."""
        said = [terms(item.title, item.text) for item in batch]
        for each in said:
            self._rarity.count(each.amounts)
        start = len(self._items)
        for number, (item, each) in enumerate(zip(batch, said, strict=True), start):
            sketch = Sketch(item.id, number, day_number(item.date), each.weekdays)
            sketch.weigh(each.amounts, self._rarity, len(batch))
            self._items.append(sketch)
            self._stories[number] = Cluster(sketch)
        self._join(range(start, len(self._items)))

    def _join(self, new: Sequence[int]) -> None:
        """Join the two stories that are most alike, until none are alike enough."""
        near = self._neighbours(new)
        queue = [(-v, a, b) for a, row in near.items() for b, v in row.items() if a < b]
        heapify(queue)
        while queue:
            likeness, a, b = heappop(queue)
            if near.get(a, {}).get(b) != -likeness:
                continue  # one of the two has been joined to another since
            story, others = self._unite(a, b, near)
            for other in others:
                value = self._compare(story, other, near)
                if value:
                    heappush(queue, (-value, min(story, other), max(story, other)))

    def _neighbours(self, new: Sequence[int]) -> Neighbours:
        """What each new story is like; older ones are looked up before the new ones hide them."""
        near: Neighbours = {}
        words = [self._items[number].heaviest(LOOKUPS) for number in new]
        found = [self._index.near(each, FOUND) for each in words]
        for number, each in zip(new, words, strict=True):
            self._index.enter(number, each)
        for number, each, older in zip(new, words, found, strict=True):
            for other in self._nearest(number, older | self._index.near(each, FOUND)):
                self._compare(number, other, near)
        return near

    def _nearest(self, number: int, found: Mapping[int, float]) -> list[int]:
        """Those of the stories found that share most with a new story and lie near it in time."""
        story = self._stories[number]
        ranked = sorted(found, key=lambda k: (-found[k], k))
        others = (k for k in ranked if k != number and story.near(self._stories[k]))
        return list(islice(others, COMPARED))

    def _compare(self, a: int, b: int, near: Neighbours) -> float:
        """Note two stories as neighbours if they are alike enough; their likeness, else 0."""
        value = self._stories[min(a, b)].likeness(self._stories[max(a, b)])
        if value < JOIN:
            return 0.0
        near.setdefault(a, {})[b] = value
        near.setdefault(b, {})[a] = value
        return value

    def _unite(self, a: int, b: int, near: Neighbours) -> tuple[int, list[int]]:
        """Let the larger of two stories take the other; its number, and the neighbours of both."""
        if len(self._stories[a].members) < len(self._stories[b].members):
            a, b = b, a
        gone = self._stories.pop(b)
        for number in gone.members:
            item = self._items[number]
            item.story = a
            self._index.move(b, a, item.heaviest(LOOKUPS))
        self._stories[a].take(gone)
        others = sorted((near.pop(a).keys() | near.pop(b).keys()) - {a, b})
        for other in others:
            near[other].pop(a, None)
            near[other].pop(b, None)
        return a, others
