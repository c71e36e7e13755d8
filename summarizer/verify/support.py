"""Whether the cited sources carry a claim: a verdict and a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.findings import Finding, Support
    from summarizer.verify.view import ClaimView

SUPPORT_FAMILIES = ("SUP", "QUO", "SPK", "NUM", "DAT", "ENT", "POL", "MOD")
_CITATION = ("CIT101", "CIT102", "CIT105")


def support(claim: ClaimView, findings: Sequence[Finding]) -> Support:
    """The verdict of a claim given its findings: about support, not about style."""
    decisive = (*SUPPORT_FAMILIES, *_CITATION)
    if any(f.level == "error" and f.rule.startswith(decisive) for f in findings):
        return "unsupported"
    return "supported" if claim.parts else "uncheckable"


def score(claim: ClaimView, findings: Sequence[Finding]) -> float:
    """How well the sources carry the claim, 0 to 1: the least covered part, less its faults."""
    value = min((part.coverage for part in claim.parts), default=0.0)
    for finding in findings:
        if finding.rule.startswith(SUPPORT_FAMILIES):
            value *= {"error": 0.5, "warning": 0.8}.get(finding.level, 1.0)
    return round(value, 4)
