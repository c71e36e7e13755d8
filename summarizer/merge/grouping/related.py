"""Which articles have anything in common: a lenient test, for articles given as one story.

Sorting a pile (`sorter`) is strict, and cannot do both. Of articles that were picked as one story
by people it parts 1 in 7 of full length, which often are updates or long pages of which a part is
on the story; here 1 in 60 is parted. In turn this test joins nearly half of the articles of other
stories, which is right where somebody says that they belong together, and wrong in a pile. A lower
threshold in the sorter does not close the gap: even at a third of it 1 in 9 is parted.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.passages import times, words
from summarizer.model.story import Membership
from summarizer.text.similarity import content_root

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.merge.passages import Passage

# Cosines of two articles' words, and of their names, below which nothing is in common. On 304
# development clusters this parts 1 % of the articles that belong together (all of them pages with
# another text than their title) and two thirds of articles from different clusters.
UNLIKE = 0.05
UNLIKE_IF_NO_NAMES = 0.12
NO_NAMES = 0.04
# An article of fewer different words gives no ground for parting it.
SHORTEST = 30
# An article is compared with this many of a group: in a large one the first ones stand for all.
COMPARED = 20
# An article that resembles several groups joins those of which it resembles this share: one chance
# likeness is no bridge between two stories.
BRIDGE = 0.3

Scores = dict[str, float]


class Profile(NamedTuple):
    """How much an article has of each root, and of each root that is written as a name.

    The scores are the logarithms of the counts, of unit length together.
    """

    words: Scores
    names: Scores


def related(profiles: Sequence[tuple[str, Profile]]) -> tuple[Membership, ...]:
    """Articles, by their ids, in groups that have something in common; the first one's group first.

    Lenient: an article stays with any one that it resembles, and one too short to tell stays with
    the largest group if they share a name or two words, or if it has no text at all.
    """
    ids, own = [name for name, _ in profiles], [each for _, each in profiles]
    groups = _of_long([n for n, each in enumerate(own) if len(each.words) >= SHORTEST], own)
    short = [n for n, each in enumerate(own) if len(each.words) < SHORTEST]
    for n in sorted(short, key=lambda n: not own[n].words):
        largest = max(groups, key=len, default=[])
        if largest and _fits(own[n], [own[m] for m in largest[:COMPARED]]):
            largest.append(n)
        else:
            groups.append([n])
    ordered = sorted(sorted(group) for group in groups)
    return tuple(
        Membership(id=f"t{k}", members=tuple(ids[n] for n in group))
        for k, group in enumerate(ordered, 1)
    )


def _of_long(numbers: Sequence[int], profiles: Sequence[Profile]) -> list[list[int]]:
    """The groups of the articles that are long enough to tell."""
    groups: list[list[int]] = []
    for n in numbers:
        shares = [_alike_share(profiles[n], [profiles[m] for m in g[:COMPARED]]) for g in groups]
        bound = BRIDGE if sum(map(bool, shares)) > 1 else 0.0
        least = min(bound, max(shares, default=0.0))
        near = [g for g, share in zip(groups, shares, strict=True) if share and share >= least]
        groups = [g for g in groups if g not in near]
        groups.append([m for g in near for m in g] + [n])
    return groups


def _alike_share(one: Profile, group: Sequence[Profile]) -> float:
    """The share of a group's articles that this one resembles."""
    return sum(_alike(one, each) for each in group) / len(group)


def profile(title: str | None, sentences: Sequence[Passage]) -> Profile:
    """The profile of an article by its title and sentences."""
    heading = words(title or "")
    counts = Counter(content_root(token.lower) for token in heading.tokens)
    names = Counter(heading.inside)
    for each in sentences:
        counts.update(map(content_root, each.words))
        names.update(each.capitals)
    del counts[""]
    for time in times():
        del names[time]
    return Profile(_unit(counts), _unit(names))


def likeness(one: Profile, other: Profile) -> float:
    """The cosine of two articles' words, from 0 to 1.

    Both are of unit length.
    """
    return _dot(one.words, other.words)


def _unit(counts: Mapping[str, int]) -> Scores:
    scores = {word: 1 + math.log(count) for word, count in counts.items()}
    length = math.sqrt(math.fsum(score * score for score in scores.values()))
    return {word: score / length for word, score in scores.items()}


def _dot(a: Scores, b: Scores) -> float:
    """The inner product: for scores of unit length, their cosine."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[word] for word, value in small.items() if word in large)


def _fits(short: Profile, group: Sequence[Profile]) -> bool:
    return not short.words or any(_touch(short, each) for each in group)


def _touch(one: Profile, other: Profile) -> bool:
    """Whether two articles share a name or two words."""
    names = one.names.keys() & other.names.keys()
    return bool(names) or len(one.words.keys() & other.words.keys()) > 1


def _alike(one: Profile, other: Profile) -> bool:
    words = likeness(one, other)
    if words < UNLIKE_IF_NO_NAMES:
        return words >= UNLIKE and _dot(one.names, other.names) >= NO_NAMES
    return True
