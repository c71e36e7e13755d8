"""Only what is named makes a report fail that has no error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.model.findings import CheckReport, ClaimVerdict, Finding
from summarizer.verify.strictness import stricter

if TYPE_CHECKING:
    from summarizer.model.findings import Level, Outcome, Strictness, Support


def reported(level: Level, support: Support) -> CheckReport:
    """A report that passes, of one claim with one finding."""
    claim = ClaimVerdict(
        index=0, text="A.", start=0, end=2, sources=(), verdict=support, score=0.5, reason=None
    )
    finding = Finding(
        rule="NEU101",
        name="loaded-word",
        level=level,
        verdict="loaded",
        message="m",
        claim=0,
        start=0,
        end=2,
        evidence=(),
        fix=None,
    )
    return CheckReport(verdict="pass", claims=(claim,), findings=(finding,))


@pytest.mark.parametrize(
    ("level", "support", "fail_on", "expected"),
    [
        ("warning", "uncheckable", (), "pass"),
        ("warning", "supported", ("warning",), "fail"),
        ("warning", "supported", ("note",), "fail"),
        ("note", "supported", ("warning",), "pass"),
        ("note", "supported", ("note",), "fail"),
        ("note", "supported", ("uncheckable",), "pass"),
        ("note", "uncheckable", ("uncheckable", "warning"), "fail"),
    ],
)
def test_what_is_named_fails(
    level: Level, support: Support, fail_on: tuple[Strictness, ...], expected: Outcome
) -> None:
    assert stricter(reported(level, support), fail_on).verdict == expected
