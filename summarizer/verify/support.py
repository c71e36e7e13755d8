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
# What a source tells only as somebody's word, or what only stands around its article, it does not
# carry as a fact.
_NO_FACT = ("ATT", "BOI")
# A claim alone with its evidence, where a miss costs as much as a false alarm, is doubtful if its
# words do not stand together there. How far they must depends on how it is made: one with such a
# share of copied words is held against the arrangement in its evidence, any other against the share
# of words that are at home there. Right copies keep nine tenths of the arrangement, right claims
# worded anew a fifth. Chosen on the mean balanced accuracy over four kinds of labelled pairs: .70,
# with the best single threshold .63, with errors alone .61. Shares of .5 to .6, arrangements of .83
# to .88 and words at home of .25 to .53 are within .015; with all three chosen on the other kinds,
# the four have .67, .71, .68 and .69.
_COPIED = 0.55
_ARRANGED = 0.85
_AT_HOME = 0.3
# The edge of doubt of a pair's score: an error leaves at most as much.
_EDGE = 0.5


def refuted(findings: Sequence[Finding]) -> bool:
    """Whether findings on a claim say that its sources do not carry it: not those about style."""
    return _has_error(findings, (*SUPPORT_FAMILIES, *_CITATION, *_NO_FACT))


def _has_error(findings: Sequence[Finding], decisive: tuple[str, ...]) -> bool:
    return any(f.level == "error" and f.rule.startswith(decisive) for f in findings)


def support_of_pair(claim: ClaimView, findings: Sequence[Finding]) -> Support:
    """The verdict of a claim that is given with its evidence alone: words decide too."""
    found = _has_error(findings, (*SUPPORT_FAMILIES, *_CITATION))
    if found or (claim.parts and _carried_alone(claim) < _EDGE):
        return "unsupported"
    return "uncheckable" if reason(claim) else "supported"


def score(claim: ClaimView, findings: Sequence[Finding]) -> float:
    """How well the sources carry the claim, 0 to 1: the least carried part, less its faults."""
    value = min((_carried(part) for part in claim.parts), default=0.0)
    return _less_faults(value, findings, 0.7)


def score_of_pair(claim: ClaimView, findings: Sequence[Finding]) -> float:
    """How well its evidence alone carries a claim, 0 to 1; below one half it is doubtful."""
    return _less_faults(_carried_alone(claim), findings, _EDGE)


def _less_faults(value: float, findings: Sequence[Finding], error: float) -> float:
    for finding in findings:
        if finding.rule.startswith(SUPPORT_FAMILIES):
            value *= {"error": error, "warning": 0.9}.get(finding.level, 1.0)
    return round(value, 4)


def _carried(part: PartView) -> float:
    """The mean of the words found and of their arrangement."""
    return (part.coverage + part.arrangement) / 2


def _carried_alone(claim: ClaimView) -> float:
    """How well the words stand together in the evidence, with the edge of doubt at one half."""
    if _mean(claim.parts, "copied") >= _COPIED:
        return _scaled(_mean(claim.parts, "arrangement"), _ARRANGED)
    return _scaled(_mean(claim.parts, "at_home"), _AT_HOME)


def _mean(parts: Sequence[PartView], name: str) -> float:
    """The mean of a measure over some parts, the longer ones with more weight."""
    total = sum(len(part.tokens) for part in parts)
    return sum(getattr(part, name) * len(part.tokens) for part in parts) / total if total else 0.0


def _scaled(value: float, edge: float) -> float:
    """A share from 0 to 1, stretched so that an edge comes to stand at one half."""
    if value < edge:
        return _EDGE * value / edge
    return _EDGE + (1 - _EDGE) * (value - edge) / (1 - edge)
