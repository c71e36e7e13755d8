"""How the cost of sorting a pile into stories grows with the pile.

    python benchmarks/grouping_growth.py [--sizes 100 1000 10000 100000] [--count]

Each size is sorted in a process of its own; peak memory is the whole process's, the CPU time is
without making the items, and all words but the stories' own names have been met before: small piles
are sorted repeatedly and know them too. Where a machine is not quiet, `--count` tells more: for
each item the stories that the index names (postings), those compared in full, and the words looked
up for that.

The items are made up: words by Zipf's law, topics that come back with their own words, stories of
several items with names of their own. Same seed, same items.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from summarizer.merge.grouping.index import Index
from summarizer.merge.grouping.sketches import Cluster
from summarizer.merge.grouping.sorter import Sorter
from summarizer.model.story import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 20310501
# Items that are sorted at least to time a size.
ENOUGH = 3_000
SIZES = (100, 1_000, 10_000, 100_000)
WORDS, TOPICS, TOPIC_WORDS, STORY_WORDS = 40_000, 200, 60, 25
# The words of an item, and how many of ten come from all words, from the topic, from the story.
LENGTH, SHARES = 90, (4, 2, 4)
# Stories that get new items at one time, and items of a story on average.
RUNNING, STORY_SIZE = 400, 4


class Source(NamedTuple):
    """Where an item's words come from: a topic's words and a story's, and the story's number."""

    story: int
    topic: Sequence[str]
    words: Sequence[str]


def spelling(number: int) -> str:
    """A made-up word for each number, all different."""
    syllables = []
    while True:
        number, rest = divmod(number, 85)
        syllables.append("bdfgklmnprstvwzhj"[rest // 5] + "aeiou"[rest % 5])
        if not number:
            return "".join(syllables) + "k"


class Newsroom:
    """Makes items without end, a few stories at a time."""

    def __init__(self, seed: int = SEED) -> None:
        """The same items for the same seed."""
        self.random = random.Random(seed)  # noqa: S311  (made-up text, no secret)
        self.words = [spelling(n) for n in range(WORDS)]
        self.heights = list(accumulate(1 / (rank + 1) for rank in range(WORDS)))
        self.topics = [self._some(TOPIC_WORDS) for _ in range(TOPICS)]
        self.founded = 0
        self.running: list[Source] = []

    def items(self, count: int) -> Iterator[tuple[Item, int]]:
        """So many items, each with the number of its story."""
        for number in range(count):
            source = self._source()
            words = self._text(source)
            item = Item(
                id=str(number),
                title=" ".join(words[:9]),
                text=" ".join(words),
                date=None,
                outlet=None,
            )
            yield item, source.story

    def _some(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.heights, k=count)

    def _source(self) -> Source:
        """A story that is running, or a new one in place of one that ends."""
        if len(self.running) < RUNNING or self.random.random() < 1 / STORY_SIZE:
            names = [spelling(WORDS + 3 * self.founded + n).title() for n in range(3)]
            topic = self.random.choice(self.topics)
            source = Source(self.founded, topic, [*names, *self._some(STORY_WORDS)])
            self.founded += 1
            self.running.append(source)
            if len(self.running) > RUNNING:
                self.running.pop(self.random.randrange(RUNNING))
            return source
        return self.random.choice(self.running)

    def _text(self, source: Source) -> list[str]:
        everywhere, topic, story = SHARES
        parts = (
            self._some(LENGTH * everywhere // 10),
            self.random.choices(source.topic, k=LENGTH * topic // 10),
            self.random.choices(source.words, k=LENGTH * story // 10),
        )
        words = [word for part in parts for word in part]
        self.random.shuffle(words)
        return words


def bcubed(gold: Sequence[int], found: Sequence[int]) -> float:
    """BCubed F1 of two partitions of the same items."""
    both, true, made = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / made[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / true[g] for (g, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def measure(size: int) -> str:
    """CPU seconds per item, peak memory in MiB and BCubed F1; small piles are sorted repeatedly."""
    meet(Newsroom(0).words)
    runs = max(1, ENOUGH // size)
    seconds = 0.0
    for seed in range(SEED, SEED + runs):
        sorter, gold, items = Sorter(), [], Newsroom(seed).items(size)
        while given := list(islice(items, 1000)):
            gold += [story for _, story in given]
            start = time.process_time()
            sorter.add(item for item, _ in given)
            seconds += time.process_time() - start
    home = {int(member): n for n, story in enumerate(sorter.stories()) for member in story.members}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    score = bcubed(gold, [home[n] for n in range(size)])
    return f"{seconds / size / runs} {peak} {score}"


def meet(words: Sequence[str]) -> None:
    """Load the word lists, and let the words be remembered."""
    rows = (" ".join(words[n : n + 300]) for n in range(0, len(words), 300))
    Sorter().add(Item(id=row, title=None, text=row, date=None, outlet=None) for row in rows)


def counted(size: int) -> tuple[float, float, float]:
    """For each item: postings read, stories compared, words looked up to compare them."""
    counts: Counter[str] = Counter()
    near, likeness = Index.near, Cluster.likeness

    def counting_near(
        index: Index, words: Sequence[tuple[str, float]], count: int
    ) -> dict[int, float]:
        counts["postings"] += sum(index.holders(word) for word, _ in words)
        return near(index, words, count)

    def counting_likeness(one: Cluster, other: Cluster) -> float:
        counts["compared"] += 1
        counts["words"] += min(len(one.total), len(other.total))
        return likeness(one, other)

    with (
        patch.object(Index, "near", counting_near),
        patch.object(Cluster, "likeness", counting_likeness),
    ):
        Sorter().add(item for item, _ in Newsroom().items(size))
    return counts["postings"] / size, counts["compared"] / size, counts["words"] / size


def count_all(sizes: Sequence[int]) -> None:
    """Print a row of counts for each size."""
    print(f"{'items':>7} {'postings':>9} {'compared':>9} {'words':>7}")
    for size in sizes:
        postings, compared, words = counted(size)
        print(f"{size:7} {postings:9.1f} {compared:9.1f} {words:7.0f}", flush=True)


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--count", action="store_true", help="count the work, not the time")
    options = parser.parse_args()
    if options.count:
        count_all(options.sizes)
        return
    if options.one:
        print(measure(options.one))
        return
    print(f"{'items':>7} {'ms/item':>8} {'ratio':>6} {'peak MiB':>9} {'BCubed F1':>10}")
    before = 0.0
    for size in options.sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  (this file)
        seconds, peak, score = map(float, answer.stdout.split())
        ratio = f"{seconds / before:6.2f}" if before else " " * 6
        print(f"{size:7} {seconds * 1000:8.2f} {ratio} {peak:9.0f} {score:10.3f}", flush=True)
        before = seconds


if __name__ == "__main__":
    main()
