"""Whether the cited sources carry a claim: a verdict and a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import SUPPORT_FAMILIES
from summarizer.verify.uncheckable import reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.findings import Finding, Support
    from summarizer.verify.view import ClaimView, PartView

_CITATION = ("CIT101", "CIT102", "CIT105")
# A claim and its evidence alone, where a miss costs as much as a false alarm: less than _FOUND of
# the words found, or _ALL of them and less than _TOGETHER of their neighbourhoods. Chosen on the
# mean balanced accuracy over labelled pairs from three collections (.63; errors alone give .59).
_FOUND = 0.45
_ALL = 0.9
_TOGETHER = 0.85


def support(claim: ClaimView, findings: Sequence[Finding]) -> Support:
    """The verdict of a claim of a summary given its findings: about support, not about style."""
    decisive = (*SUPPORT_FAMILIES, *_CITATION)
    if any(f.level == "error" and f.rule.startswith(decisive) for f in findings):
        return "unsupported"
    return "uncheckable" if reason(claim) else "supported"


def support_of_pair(claim: ClaimView, findings: Sequence[Finding]) -> Support:
    """The verdict of a claim that is given with its evidence alone."""
    found = support(claim, findings)
    if found != "unsupported" and any(map(_is_doubtful, claim.parts)):
        return "unsupported"
    return found


def _is_doubtful(part: PartView) -> bool:
    """Whether too few words are found, or all of them in another arrangement."""
    if part.coverage < _FOUND:
        return True
    return part.coverage >= _ALL and part.arrangement < _TOGETHER


def score(claim: ClaimView, findings: Sequence[Finding]) -> float:
    """How well the sources carry the claim, 0 to 1: the least carried part, less its faults."""
    value = min((_carried(part) for part in claim.parts), default=0.0)
    for finding in findings:
        if finding.rule.startswith(SUPPORT_FAMILIES):
            value *= {"error": 0.7, "warning": 0.9}.get(finding.level, 1.0)
    return round(value, 4)


def _carried(part: PartView) -> float:
    """The mean of the words found and of their arrangement."""
    return (part.coverage + part.arrangement) / 2
