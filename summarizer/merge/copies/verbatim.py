"""Sentences that stand in several articles in the same words: whoever wrote them wrote them once.

Words in quotation marks do not count: two reporters who hear one speaker write down the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.text.quotes import quotations
from summarizer.text.similarity import shingles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.merge.passages import Passage

# Share of the shorter sentence's sequences of four words. Read by hand on development clusters:
# from here on sentences are copies or both follow one release; below, set phrases make the rest.
SAME_WORDS = 0.6
# Fewer sequences than this make a set phrase ("The cause of the fire is not known").
FEWEST = 6
# A sequence brings at most this many sentences together: enough in any story, and linear.
CROWD = 40


def same_words(group: Sequence[Passage]) -> list[tuple[int, int]]:
    """Pairs of numbers of sentences of different articles that are copies of each other."""
    if len({each.article for each in group}) < 2:
        return []
    bodies = [unquoted(each) for each in group]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, body in enumerate(bodies):
        for shingle in sorted(body):
            holders[shingle].append(n)
    common: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        common.update(combinations(numbers[:CROWD], 2))
    return [
        (a, b)
        for (a, b), count in sorted(common.items())
        if group[a].article != group[b].article
        and count >= max(FEWEST, SAME_WORDS * min(len(bodies[a]), len(bodies[b])))
    ]


def unquoted(passage: Passage) -> frozenset[str]:
    """The sequences of four words of a sentence outside quotation marks."""
    text, rest, place = passage.text, [], 0
    for each in quotations(text) if passage.quoted else ():
        rest.append(text[place : each.outer_start])
        place = each.outer_end
    parts = [*rest, text[place:]]
    return frozenset().union(*(shingles(part) for part in parts if len(part.split()) >= 4))
