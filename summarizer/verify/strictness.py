"""What besides errors makes the verdict of a check "fail", if somebody asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from summarizer.model.findings import CheckReport, Level, Strictness

# Who minds notes minds warnings too.
_MINDED: dict[Strictness, tuple[Level, ...]] = {
    "warning": ("warning",),
    "note": ("warning", "note"),
    "uncheckable": (),
}


def stricter(report: CheckReport, fail_on: Collection[Strictness]) -> CheckReport:
    """The report, with the verdict "fail" too if it has something that `fail_on` names.

    "warning" and "note" mean findings of that level or a worse one, "uncheckable" a claim that
    nobody could check.
    """
    levels = {level for each in fail_on for level in _MINDED[each]}
    doubtful = any(claim.verdict == "uncheckable" for claim in report.claims)
    minded = any(finding.level in levels for finding in report.findings)
    fails = minded or ("uncheckable" in fail_on and doubtful)
    return replace(report, verdict="fail") if fails else report
