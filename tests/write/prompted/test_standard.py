"""What keeps a model's sentence from being published."""

from __future__ import annotations

import pytest

from summarizer.model.findings import CheckReport, ClaimVerdict, Finding, Level, Support
from summarizer.write.prompted.standard import FLOOR, objections


def report(
    *findings: Finding,
    verdict: Support = "supported",
    score: float = 0.9,
    reason: str | None = None,
) -> CheckReport:
    """The report on one claim."""
    claim = ClaimVerdict(
        index=0,
        text="The mill burned down.",
        start=0,
        end=21,
        sources=("s1",),
        verdict=verdict,
        score=score,
        reason=reason,
    )
    return CheckReport(verdict="pass", claims=(claim,), findings=findings)


def finding(rule: str, level: Level, claim: int = 0) -> Finding:
    return Finding(
        rule=rule,
        name="a-rule",
        level=level,
        verdict="fabricated",
        message="a message",
        claim=claim,
        start=0,
        end=3,
        evidence=(),
        fix=None,
    )


@pytest.mark.parametrize(
    "each",
    [finding("NEU101", "error"), finding("SUP102", "warning"), finding("ATT103", "warning")],
    ids=["an error of any kind", "a warning about support", "a warning about attribution"],
)
def test_a_finding_that_counts_is_an_objection(each: Finding) -> None:
    assert objections(report(each), 0) == (each,)


@pytest.mark.parametrize(
    "each",
    [finding("NEU101", "warning"), finding("SUP102", "note"), finding("SUP102", "error", claim=1)],
    ids=["a warning about style", "a note", "a finding on another claim"],
)
def test_other_findings_are_none(each: Finding) -> None:
    assert objections(report(each), 0) == ()


def test_what_nobody_can_judge_is_not_published() -> None:
    (found,) = objections(report(verdict="uncheckable", reason="s1 is in another language (de)"), 0)
    assert found.message == "s1 is in another language (de)"


def test_too_little_support_is_an_objection() -> None:
    assert objections(report(score=FLOOR), 0) == ()
    (found,) = objections(report(score=FLOOR - 0.01), 0)
    assert found.message == "the cited sentences carry too little of it (0.39)"


def test_a_claim_that_the_check_did_not_see_is_not_published() -> None:
    (found,) = objections(report(), 7)
    assert found.message == "it has no words"
