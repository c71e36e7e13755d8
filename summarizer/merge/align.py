"""The same fact or statement across articles and within one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.text.similarity import overlap, rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.merge.passages import Passage

SAME = 0.4


def align(passages: Sequence[Passage]) -> list[tuple[str, ...]]:
    """Groups of sentence ids that carry one fact, in order of first appearance."""
    rare = rarity(each.roots for each in passages)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    groups: list[list[int]] = []
    home: dict[int, list[int]] = {}
    for n, passage in enumerate(passages):
        candidates = sorted({m for root in sorted(passage.roots) for m in holders[root]})
        scored = [(overlap(passage.roots, passages[m].roots, rare), -m) for m in candidates]
        best, at = max(scored, default=(0.0, 0))
        group = home[-at] if best >= SAME else []
        if not group:
            groups.append(group)
        group.append(n)
        home[n] = group
        for root in sorted(passage.roots):
            holders[root].append(n)
    return [tuple(passages[n].id for n in group) for group in groups]
