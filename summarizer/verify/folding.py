"""One fault, one finding: what another finding on the same words explains better is left out.

A wrong marker makes names, figures and quotations look foreign, a swapped name looks like a blend
of two facts. Each rule says to which rules it gives way (`Rule.yields_to`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.text.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.model.findings import Finding
    from summarizer.verify.registry import Rule

RANK = {"error": 0, "warning": 1, "note": 2}
# Of many findings on the same words no more than this are looked at.
_MOST = 40


def folded(findings: Sequence[Finding], rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """The findings without those that give way to another one.

    The other one is of a rule that is named for this, stands on the same claim, at this level or
    a worse one, and has at least half of the words: no claim loses its worst finding.
    """
    if len(findings) < 2:
        return tuple(findings)
    yielding = {rule.id: rule.yields_to for rule in rules if rule.yields_to}
    claims: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for each in findings:
        claims[each.claim].append(each)
    places = {
        claim: Places(([(each.start, max(each.end, each.start + 1))], each) for each in found)
        for claim, found in claims.items()
    }
    return tuple(
        each
        for each in findings
        if each.rule not in yielding
        or not any(
            _explains(other, each, yielding[each.rule])
            for other in places[each.claim].meeting(each.start, each.end)[:_MOST]
        )
    )


def _explains(other: Finding, mine: Finding, rules: tuple[str, ...]) -> bool:
    """Whether another finding, if it is of one of these rules, says the same better."""
    common = min(mine.end, other.end) - max(mine.start, other.start)
    return (
        other.rule.startswith(rules)
        and RANK[other.level] <= RANK[mine.level]
        and 2 * common >= mine.end - mine.start
    )
