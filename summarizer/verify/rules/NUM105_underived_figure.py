"""Derived figure that cannot be recomputed.

"Doubled", "halved" or "three times as many" is a sum that somebody has done. Either a cited source
says it, in these or like words, or it has two figures of one unit in that proportion.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.align import word_keys
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import figure, source_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="value wrong",
    example=Example(
        sources=("Fares in Arden went from 5 talers to 6 talers on Monday, the council said.",),
        bad="Fares in Arden doubled on Monday, the council said. [1]",
        good="Fares in Arden went from 5 talers to 6 talers on Monday, the council said. [1]",
    ),
)

_TIMES = {
    "doubled": 2.0,
    "doubles": 2.0,
    "doubling": 2.0,
    "twofold": 2.0,
    "halved": 2.0,
    "halving": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "threefold": 3.0,
    "quadrupled": 4.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
}
# Words by which a source may say the same.
_SAME = {
    2.0: frozenset({"double", "twice", "twofold", "half", "halve", "two-fold"}),
    3.0: frozenset({"triple", "treble", "threefold", "three-fold"}),
    4.0: frozenset({"quadruple", "fourfold", "four-fold"}),
    5.0: frozenset({"fivefold", "quintuple"}),
    10.0: frozenset({"tenfold", "ten-fold"}),
}
# "Doubled" is said of anything near it.
_NEAR = 0.15


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Words of proportion that no cited source bears out."""
    for token in claim.tokens:
        times = _TIMES.get(token.lower)
        if times is None or not claim.sources or claim.quoted(token.start):
            continue
        if not _told(claim, times) and not _reckoned(claim, times):
            fix = Fix(message="give the two figures instead", replacement=None)
            message = f"no cited source says '{token.text}' or has figures in this proportion"
            yield Problem(message, fix=fix, start=token.start, end=token.end)


def _told(claim: ClaimView, times: float) -> bool:
    """Whether a cited source has a word for the proportion, or the number with "times"."""
    keys = frozenset[str]().union(*(word_keys(word) for word in _SAME[times]))
    words = {t.lower for source in claim.sources for t in source.tokens}
    return any(not keys.isdisjoint(word_keys(word)) for word in words) or "times" in words


def _reckoned(claim: ClaimView, times: float) -> bool:
    """Whether two figures of a cited source stand in the proportion."""
    for source in claim.sources:
        found = {(q.unit, q.kind, figure(q)) for _, q in source_quantities(source) if q.value > 0}
        rows = sorted(found, key=lambda row: (row[0] or "", row[1], row[2]))
        for one, other in combinations(rows[:200], 2):
            same = one[:2] == other[:2] and one[1] not in ("year", "time", "ordinal")
            if same and math.isclose(other[2] / one[2], times, rel_tol=_NEAR):
                return True
    return False
