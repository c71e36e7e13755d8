"""What the attribution test says: findings, verdicts of claims, and the report.

The words follow SARIF (rule, level, fix) and fact-checking (claim, evidence).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
# What a configuration may say of a rule; "off" leaves it out.
LevelSetting = Literal["error", "warning", "note", "off"]
Support = Literal["supported", "unsupported", "uncheckable"]
# What a check may be told to fail on besides errors.
Strictness = Literal["warning", "note", "uncheckable"]
Outcome = Literal["pass", "fail"]
Verdict = Literal[
    "invalid",
    "uncited",
    "ghost citation",
    "inexact citation",
    "idle citation",
    "fabricated",
    "altered",
    "stitched",
    "truncated",
    "prose as speech",
    "wrong source",
    "wrong speaker",
    "attribution lost",
    "route lost",
    "hedge lost",
    "polarity flipped",
    "value wrong",
    "value of another source",
    "qualifier lost",
    "swapped",
    "blended",
    "invented cause",
    "order reversed",
    "loaded",
    "false corroboration",
    "hidden conflict",
    "other event",
    "boilerplate",
    "one-sided",
]

# Families of rules that decide whether the sources carry a claim; the others are about its form.
SUPPORT_FAMILIES = ("SUP", "QUO", "SPK", "NUM", "DAT", "ENT", "POL", "MOD")
# Families of rules that read English words; the others compare characters, places and numbers.
ENGLISH_FAMILIES = ("SUP", "SPK", "ATT", "POL", "MOD", "NEU", "CON")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in a source that shows what a finding says."""

    source: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """How to mend a finding; `replacement` is new text for the marked stretch, if there is one."""

    message: str
    replacement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of a summary.

    `claim` is the index of the claim (the headline is -1), None for the whole document.
    `start` and `end` are offsets into the summary as given: the Markdown text; for a summary
    in our JSON, the claim's own `text`.
    """

    rule: str
    name: str
    level: Level
    verdict: Verdict
    message: str
    claim: int | None
    start: int
    end: int
    evidence: tuple[Evidence, ...]
    fix: Fix | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimVerdict:
    """Whether the cited sources carry a claim; `score` orders claims by support, 0 to 1.

    `start` and `end` are offsets into the summary as given, like those of a `Finding`; `reason`
    says why a claim is uncheckable, and is None for others.
    """

    index: int
    text: str
    start: int
    end: int
    sources: tuple[str, ...]
    verdict: Support
    score: float
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The result of `check`."""

    verdict: Outcome
    claims: tuple[ClaimVerdict, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReport:
    """The result of one line of `check --pairs`; `reason` says why it is uncheckable, else None."""

    id: str
    verdict: Support
    score: float
    reason: str | None
    findings: tuple[Finding, ...]
