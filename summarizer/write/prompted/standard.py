"""What a sentence that a model wrote has to reach before it is published.

More than a source's own sentence has to: the check misses some faults at its level of errors that
it suspects at its level of warnings, and a model makes them where a source does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import SUPPORT_FAMILIES, Finding, Fix

if TYPE_CHECKING:
    from summarizer.model.findings import CheckReport, ClaimVerdict

# Families whose warnings keep a model's sentence from being published.
_STRICT = (*SUPPORT_FAMILIES, "ATT")
# The least support. On 708 right sentences of two suites and 415 with a planted fault, a floor of
# .4 stops 15 faults that no finding stops, and 31 right sentences, which a model would have to put
# otherwise; .3 stops 3 and 9, .5 stops 33 and 86.
FLOOR = 0.4


def objections(report: CheckReport, index: int) -> tuple[Finding, ...]:
    """What keeps a claim (the headline: −1) from being published; nothing if nothing does.

    Findings at level error, warnings about support and attribution, a verdict other than
    supported, and a score below the floor.
    """
    found = tuple(
        each
        for each in report.findings
        if each.claim == index
        and (each.level == "error" or (each.level == "warning" and each.rule.startswith(_STRICT)))
    )
    verdict = next((each for each in report.claims if each.index == index), None)
    return found or _unsupported(verdict, index)


def _unsupported(verdict: ClaimVerdict | None, index: int) -> tuple[Finding, ...]:
    """A finding that says that the claim is not known to be carried by what it cites, if so."""
    if verdict is None:
        return (objection(index, "it has no words", 0, 0),)
    if verdict.verdict != "supported":
        reason = verdict.reason or "its sources do not carry it"
        return (objection(index, reason, 0, len(verdict.text)),)
    if verdict.score < FLOOR:
        message = f"the cited sentences carry too little of it ({verdict.score:.2f})"
        return (objection(index, message, 0, len(verdict.text)),)
    return ()


def objection(index: int, message: str, start: int, end: int) -> Finding:
    """A finding on a stretch of a claim, as of the rule for what no cited source has."""
    hint = "say only what the cited sentences say, nearer to their words"
    return Finding(
        rule="SUP101",
        name="invented-detail",
        level="error",
        verdict="fabricated",
        message=message,
        claim=index,
        start=start,
        end=end,
        evidence=(),
        fix=Fix(message=hint, replacement=None),
    )
