"""Before and after reversed.

A word of time ("before", "after", "earlier", "later") and the happening that it governs are
compared with the evidence: the same happening with the opposite word, and nowhere with the same
one, is a reversal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.order import timed
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.order import Timed
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="order reversed",
    example=Example(
        sources=("The council closed the bridge after the engineer had found cracks.",),
        bad="The council closed the bridge before the engineer found cracks. [1]",
        good="After the engineer had found cracks, the council closed the bridge. [1]",
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Words of time before which the evidence has the opposite one."""
    given = [(s, each) for s in part.evidence for each in timed(s.text, s.start)]
    for mine in timed(part.text, part.start):
        if not mine.governed or part.claim.quoted(mine.start):
            continue
        same = [(s, other) for s, other in given if _meet(mine, other)]
        against = [s for s, other in same if other.direction != mine.direction]
        if against and len(against) == len(same):
            what = mine.governed[0].text
            message = f"{part.source.id} has '{what}' the other way round in time"
            yield Problem(message, (against[0].evidence(),), start=mine.start, end=mine.end)


def _meet(one: Timed, other: Timed) -> bool:
    """Whether two words of time govern the same thing."""
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in other.governed))
    return counterpart(one.governed[0], keys)
