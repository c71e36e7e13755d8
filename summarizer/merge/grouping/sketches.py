"""What sorting keeps of an item and of a story: a bounded number of weighted words, and days."""

from __future__ import annotations

import math
from array import array
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from summarizer.merge.grouping.rarity import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarizer.merge.grouping.rarity import Rarity

# Words kept of an item; 30 or 80 give the same stories.
LONGEST = 50
# Words kept besides that no other item has yet, and the number of items that came together from
# which their being alone tells more than it hides: one by one and all at once both do well so.
NOVEL = 15
ALONE = 20
# Words kept of a story, and how many there may be before it is cut to that.
CORE = 200
CUT = 400
# Items of one story lie at most this many days apart, each from the nearest.
WINDOW = 3
# What two items that name different weekdays lose of their likeness, and what a common one adds:
# news names the day of what happened, and the next strike of the same people is on another.
OTHER_DAY = 0.2
SAME_DAY = 0.06


class Sketch:
    """An item: its heaviest words with their weights, its day and its weekdays.

    The weights are of unit length and stay as they were when the item came.
    """

    __slots__ = ("day", "id", "story", "weekdays", "weights", "words")

    def __init__(self, name: str, number: int, day: int | None, weekdays: int) -> None:
        """An item without words yet, in a story of its own number.

        `day` counts from the year 1, `weekdays` are bits (Monday is 1, Sunday 64).
        """
        self.id = name
        self.story = number
        self.day = day
        self.weekdays = weekdays
        self.words: tuple[str, ...] = ()
        self.weights = array("f")

    def weigh(self, amounts: Mapping[str, float], rarity: Rarity, company: int) -> None:
        """Keep the words that weigh most; `company` is the number of items that came together.

        A word that no other item has is no sign of another story where many came together, since
        short items have such words by chance; so it hardly adds to the length. Where few came, the
        next one may have it.
        """
        shared: list[tuple[str, float]] = []
        alone: list[tuple[str, float]] = []
        for word, amount in amounts.items():
            holders = rarity.holders(word)
            (shared if holders > 1 else alone).append((word, amount * weight(holders)))
        known, novel = _heaviest(shared, LONGEST), _heaviest(alone, NOVEL)
        lone = ALONE / (ALONE + company)
        square = sum(w * w for _, w in known) + lone * sum(w * w for _, w in novel)
        length = math.sqrt(square) or 1.0
        kept = sorted((*known, *novel), key=_by_weight, reverse=True)
        self.words = tuple(word for word, _ in kept)
        self.weights = array("f", [w / length for _, w in kept])

    def heaviest(self, count: int) -> list[tuple[str, float]]:
        """The first words with their weights, the heaviest first."""
        return list(zip(self.words[:count], self.weights[:count], strict=True))


class Cluster:
    """A story in the making: its items by number, the sum of their weights, and their days."""

    __slots__ = ("days", "members", "total", "weekdays")

    def __init__(self, item: Sketch) -> None:
        """A story of one item."""
        self.members = [item.story]
        self.total = dict(zip(item.words, item.weights, strict=True))
        self.days = set() if item.day is None else {item.day}
        self.weekdays = {item.weekdays: 1}

    def take(self, other: Cluster) -> None:
        """Take in the items of another story."""
        for word, amount in other.total.items():
            self.total[word] = self.total.get(word, 0.0) + amount
        if len(self.total) > CUT:
            self.total = dict(_heaviest(self.total.items(), CORE))
        for bits, count in other.weekdays.items():
            self.weekdays[bits] = self.weekdays.get(bits, 0) + count
        self.members += other.members
        self.days |= other.days

    def near(self, other: Cluster) -> bool:
        """Whether a day of one is close to one of the other, as far as days are known."""
        if not self.days or not other.days:
            return True
        few, many = sorted((self.days, other.days), key=len)
        return any(day + k in many for day in few for k in range(-WINDOW, WINDOW + 1))

    def likeness(self, other: Cluster) -> float:
        """The likeness of an item of one and an item of the other, on average."""
        few, many = sorted((self.total, other.total), key=len)
        value = sum([amount * many[word] for word, amount in few.items() if word in many])
        pairs = len(self.members) * len(other.members)
        return (value + self._common_days(other)) / pairs

    def _common_days(self, other: Cluster) -> float:
        value = 0.0
        for one, count in self.weekdays.items():
            for two, times in other.weekdays.items():
                if one and two:
                    value += count * times * (SAME_DAY if one & two else -OTHER_DAY)
        return value


def _heaviest(weights: Iterable[tuple[str, float]], count: int) -> list[tuple[str, float]]:
    return sorted(weights, key=_by_weight, reverse=True)[:count]


def _by_weight(entry: tuple[str, float]) -> tuple[float, str]:
    return entry[1], entry[0]


def day_number(value: str | None) -> int | None:
    """The day of an ISO 8601 date or time, in UTC if it has an offset; None for anything else."""
    text = (value or "").strip()
    try:
        moment = datetime.fromisoformat(text)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).toordinal()
    except (ValueError, OverflowError):
        pass
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return None
