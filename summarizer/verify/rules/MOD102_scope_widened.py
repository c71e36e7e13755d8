"""Scope widened: some became most or all, one became several.

The word that is counted is looked for at the matching place of the source, found without it. The
claim may not say that more of them are meant than the source does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.marks import Pair, pairs
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="hedge lost",
    example=Example(
        sources=("Mill\n\nSome bakers of Arden closed their shops after the mill burned.",),
        bad="All bakers of Arden closed their shops after the mill burned. [1]",
        good="Several bakers of Arden closed their shops after the mill burned. [1]",
    ),
)

# The place found without the word must match this share of the words around it.
_SURE = 0.5


def check_part(part: PartView) -> Iterator[Problem]:
    """Counted words of which the claim says that more are meant."""
    for pair in pairs(part, "quantifiers"):
        if pair.share >= _SURE and pair.mine and pair.theirs and _widened(pair):
            mine, theirs = pair.mine[0], pair.theirs[0]
            message = f"{part.source.id} says '{theirs.text}', the claim '{mine.text}'"
            yield Problem(message, (pair.sentence.evidence(),), start=mine.start, end=mine.end)


def _widened(pair: Pair) -> bool:
    """Whether the claim's least wide word is wider than the source's widest."""
    return min(m.rank for m in pair.mine) > max(m.rank for m in pair.theirs)
