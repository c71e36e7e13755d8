"""The engine: runs rules over a document and stamps identity and place on what they yield."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.model.findings import ENGLISH_FAMILIES, CheckReport, ClaimVerdict, Finding
from summarizer.text.sentences import trim
from summarizer.verify.folding import RANK, folded
from summarizer.verify.mending import mended
from summarizer.verify.registry import Problem, Rule, Scope, selected
from summarizer.verify.support import refuted, score
from summarizer.verify.uncheckable import reason, unmet, unselected
from summarizer.verify.view import ClaimView, DocumentView, Library, PartView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.model.findings import Evidence, LevelSetting, Support
    from summarizer.model.story import Story
    from summarizer.verify.document import Document

    Subjects = dict[tuple[Scope, bool], list[tuple[ClaimView, Span, ClaimView | PartView]]]

# What a marker before a full stop or a comma leaves behind.
_BLANKS = re.compile(r" ([.,;:!?])(?=\s|\Z)")


def check(
    document: Document,
    story: Story | Library,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    levels: Mapping[str, LevelSetting] | None = None,
) -> CheckReport:
    """The report of a document: verdict fail if there is a finding at level error.

    `levels` sets the levels of rules and families: {"QUO103": "warning", "NEU": "off"}.

    Give a `Library` of the story where many documents are held against the same sources.
    """
    library = story if isinstance(story, Library) else Library(story)
    view = DocumentView(document, library)
    rules = selected(select, ignore, levels)
    findings = run(view, rules)
    doubt = unselected(rules, select)
    of_claim: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_claim[finding.claim].append(finding)
    verdicts = tuple(_verdict(claim, of_claim[claim.index], doubt) for claim in view.claims)
    failed = any(finding.level == "error" for finding in findings)
    return CheckReport(verdict="fail" if failed else "pass", claims=verdicts, findings=findings)


def run(view: DocumentView, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The findings of these rules in the order of the document, each place once a rule."""
    found: dict[tuple[str, int | None, int, int], Finding] = {}
    for rule, claim, span, problem in _problems(view, rules):
        finding = _stamp(rule, claim, span, problem)
        key = (rule.id, finding.claim, finding.start, finding.end)
        if key not in found or RANK[finding.level] < RANK[found[key].level]:
            found[key] = finding
    return folded(sorted(found.values(), key=_order), rules)


def _order(finding: Finding) -> tuple[int, int, int, str, int]:
    claim = -2 if finding.claim is None else finding.claim
    return (claim, RANK[finding.level], finding.start, finding.rule, finding.end)


def _subjects(view: DocumentView) -> Subjects:
    """What rules of a scope are given, by whether they read English: claim, stretch and view."""
    claims = [(claim, Span(0, len(claim.text)), claim) for claim in view.claims]
    parts = [(each, Span(p.start, p.end), p) for each in view.claims for p in each.parts]
    return {
        ("claim", False): [*claims],
        ("claim", True): [each for each in claims if not each[2].foreign],
        ("part", False): [*parts],
        ("part", True): [each for each in parts if each[2].source.article.english],
    }


def _problems(
    view: DocumentView, rules: Sequence[Rule]
) -> Iterator[tuple[Rule, ClaimView | None, Span, Problem]]:
    """What rules yield, with the claim and the stretch that they were looking at."""
    subjects = _subjects(view)
    for rule in rules:
        if rule.check is None:
            continue
        if rule.scope == "document":
            for problem in rule.check(view):
                yield rule, *_claim_of(view, problem), problem
            continue
        for claim, span, subject in subjects[rule.scope, rule.family in ENGLISH_FAMILIES]:
            for problem in rule.check(subject):
                yield rule, claim, span, problem


def _claim_of(view: DocumentView, problem: Problem) -> tuple[ClaimView | None, Span]:
    """The claim that a problem of the whole document names, if any, and its stretch."""
    claim = next((each for each in view.claims if each.index == problem.claim), None)
    return claim, Span(0, len(claim.text) if claim else 0)


def _stamp(rule: Rule, claim: ClaimView | None, span: Span, problem: Problem) -> Finding:
    """A finding with identity and place, what it was held against, and how to mend it."""
    text = claim.text if claim else ""
    whole = trim(text, span.start, span.end)
    start = whole.start if problem.start is None else problem.start
    end = whole.end if problem.end is None else problem.end
    if claim:
        last = max(start, end - 1)
        start, end = claim.given.place(start), claim.given.place(last) + end - max(start, last)
    return Finding(
        rule=rule.id,
        name=rule.name,
        level=rule.level if rule.configured else problem.level or rule.level,
        verdict=rule.verdict,
        message=problem.message,
        claim=claim.index if claim else None,
        start=start,
        end=end,
        evidence=problem.evidence or _held_against(claim, problem),
        fix=problem.fix or mended(rule.verdict),
    )


def _held_against(claim: ClaimView | None, problem: Problem) -> tuple[Evidence, ...]:
    """The sentence that carries the faulty part of a claim best: what the source says instead."""
    parts = claim.parts if claim else ()
    place = problem.start or 0
    here = [part for part in parts if part.evidence and part.start <= place < part.end]
    best = here or [part for part in parts if part.evidence]
    return (best[0].evidence[0].evidence(),) if best else ()


def _verdict(claim: ClaimView, findings: Sequence[Finding], doubt: str | None) -> ClaimVerdict:
    """The verdict of a claim, given the findings on it and why none can be supported."""
    against = refuted(findings)
    why = None if against else reason(claim) or unmet(claim) or doubt
    verdict: Support = "unsupported" if against else "uncheckable" if why else "supported"
    start, end = trim(claim.text, 0, len(claim.text))
    return ClaimVerdict(
        index=claim.index,
        text=_BLANKS.sub(r"\1", " ".join(claim.text.split())),
        start=claim.given.place(start),
        end=claim.given.place(max(start, end - 1)) + (start < end),
        sources=tuple(source.id for source in claim.sources),
        verdict=verdict,
        score=score(claim, findings),
        reason=why,
    )
