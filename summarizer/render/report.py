"""A check report as plain text for people at a terminal.

The verdict; then claim by claim, the worst first: the claim with its faulty words marked, and each
finding with what is wrong, the sentence of the source, and how to mend it; the last line counts.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.render.labels import markers, one_line, plural
from summarizer.render.layout import PLAIN
from summarizer.render.marking import marked
from summarizer.render.places import is_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.model.findings import (
        CheckReport,
        ClaimVerdict,
        Evidence,
        Finding,
        Level,
        Support,
    )
    from summarizer.render.layout import Layout

LEVELS: tuple[Level, ...] = ("error", "warning", "note")
VERDICTS: tuple[Support, ...] = ("supported", "unsupported", "uncheckable")
# Characters of evidence beyond which only its beginning and the marked words are shown.
_LONGEST = 400


def report(
    document: CheckReport, text: str, articles: Sequence[Article], layout: Layout = PLAIN
) -> str:
    """Verdict, findings, uncheckable claims, and totals; `text` is the summary as given."""
    order = _order(document)
    lines = [*map(layout.strong, layout.paragraph(_opening(document))), ""] if order else []
    sources = {article.id: article for article in articles}
    claims = {claim.index: claim for claim in document.claims}
    for index in order:
        mine = [finding for finding in document.findings if finding.claim == index]
        if index is None:
            lines.append(layout.strong("The whole summary"))
        else:
            lines += _claim(claims[index], mine, text, layout)
        seen: set[str] = set()
        for finding in mine:
            lines += _finding(finding, _words(finding, claims, text), layout)
            lines += _evidence(finding.evidence, sources, seen, layout)
            lines += _mending(finding, layout)
        lines.append("")
    lines.append(layout.strong(verdict(document)))
    return "\n".join(lines) + "\n"


def _opening(document: CheckReport) -> str:
    """The outcome in short: "fail: 1 error; 1 claim could not be checked"."""
    doubtful = [claim for claim in document.claims if claim.verdict == "uncheckable"]
    the = "the " if any(claim.index < 0 for claim in doubtful) else ""
    unchecked = f"; {the}{_claims(doubtful)} could not be checked" if doubtful else ""
    return f"{document.verdict}: {_levels(document)}{unchecked}"


def _claims(claims: Sequence[ClaimVerdict]) -> str:
    """How many they are, the headline apart: "headline and 4 claims"."""
    body = sum(claim.index >= 0 for claim in claims)
    parts = ["headline"] * (body < len(claims)) + [plural(body, "claim")] * (body > 0)
    return " and ".join(parts) or "no claims"


def _levels(document: CheckReport) -> str:
    """How many findings of each level: "1 error, 2 warnings"."""
    levels = Counter(finding.level for finding in document.findings)
    told = [plural(levels[level], level) for level in LEVELS if levels[level]]
    return ", ".join(told) or "no findings"


def verdict(document: CheckReport) -> str:
    """The totals: "fail: headline and 9 claims (9 supported, 1 unsupported), 1 error"."""
    kinds = Counter(claim.verdict for claim in document.claims)
    judged = ", ".join(f"{kinds[kind]} {kind}" for kind in VERDICTS if kinds[kind])
    judged += f": {why}" if (why := _common(document)) else ""
    claims = _claims(document.claims) + (f" ({judged})" if judged else "")
    return f"{document.verdict}: {claims}, {_levels(document)}"


def _common(document: CheckReport) -> str | None:
    """Why most claims are uncheckable, where they share one reason."""
    reasons = Counter(claim.reason for claim in document.claims if claim.reason)
    most = max(1, len(document.claims) // 2)
    return next((reason for reason, count in reasons.most_common(1) if count > most), None)


def _order(document: CheckReport) -> list[int | None]:
    """Claims with something to tell, the worst level first; None is the whole summary.

    A reason that most claims share is told once, behind the verdict.
    """
    shared = _common(document)
    ranks: dict[int | None, int] = {
        claim.index: len(LEVELS)
        for claim in document.claims
        if claim.verdict == "uncheckable" and claim.reason != shared
    }
    for finding in document.findings:
        rank = LEVELS.index(finding.level)
        ranks[finding.claim] = min(rank, ranks.get(finding.claim, rank))
    last = len(document.claims)
    return sorted(ranks, key=lambda index: (ranks[index], last if index is None else index))


def _claim(
    claim: ClaimVerdict, findings: Sequence[Finding], text: str, layout: Layout
) -> Iterator[str]:
    """The heading of a claim and its words with carets below the faulty ones."""
    yield from map(layout.strong, layout.paragraph(_heading(claim), indent="  "))
    given = claim.text if is_json(text) else text
    span = Span(0, len(given)) if is_json(text) else Span(claim.start, claim.end)
    marks = [Span(finding.start, finding.end) for finding in findings]
    for line, carets in marked(given, span, marks, width=layout.width, indent="  "):
        yield line
        if carets:
            yield layout.at_level(carets, findings[0].level)


def _heading(claim: ClaimVerdict) -> str:
    """What claim it is, what it cites, the verdict, and its score or why it has none."""
    name = "Headline" if claim.index < 0 else f"Claim {claim.index + 1}"
    cites = f"{name} {markers(claim.sources)}".strip()
    why = f": {claim.reason}" if claim.reason else f", score {claim.score:.2f}"
    return f"{cites}, {claim.verdict}{why}"


def _words(finding: Finding, claims: dict[int, ClaimVerdict], text: str) -> str:
    """The faulty words, where they are a few of the claim's; else nothing."""
    claim = claims.get(finding.claim) if finding.claim is not None else None
    if claim is None:
        return ""
    given = claim.text if is_json(text) else text
    words = given[finding.start : finding.end].strip()
    return words if len(words) < min(60, len(claim.text) // 2) else ""


def _finding(finding: Finding, words: str, layout: Layout) -> Iterator[str]:
    kind = f"{finding.level} {finding.rule} {finding.verdict}"
    where = f" at ‘{words}’" if words else ""
    first, *others = layout.item("  -", f"{kind}{where}: {finding.message}")
    yield first.replace(kind, layout.at_level(kind, finding.level), 1)
    yield from others


def _evidence(
    evidence: Sequence[Evidence], sources: dict[str, Article], seen: set[str], layout: Layout
) -> Iterator[str]:
    """Each sentence of a source around the evidence; its words once a claim."""
    shown: set[str] = set()
    for each in evidence:
        article = sources.get(each.source)
        text, span, place, label = _sentence(each, article)
        if label in shown:
            continue
        shown.add(label)
        where = f"{label} {_outlet(article)}, {each.start}–{each.end}"
        yield from layout.item("    source:", f"{where}, as above" if label in seen else where)
        if label not in seen:
            for line, carets in marked(text, span, [place], width=layout.width, indent="      "):
                yield line
                if carets:
                    yield layout.faint(carets)
        seen.add(label)


def _outlet(article: Article | None) -> str:
    """What to call a source in short."""
    named = (article.outlet or article.title or article.path) if article else None
    return one_line(named or "")


def _sentence(evidence: Evidence, article: Article | None) -> tuple[str, Span, Span, str]:
    """A text, the stretch of it to show, the evidence in it, and its label: "s2.4"."""
    place = Span(evidence.start, evidence.end)
    if article:
        for each in article.sentences:
            whole = Span(each.start, each.end)
            if whole.start <= place.start and place.end <= whole.end:
                if whole.end - whole.start > _LONGEST:
                    break
                return article.text, whole, place, each.id
    exact = evidence.exact
    if len(exact) > _LONGEST:
        exact = f"{exact[: _LONGEST // 2]} … {exact[-_LONGEST // 2 :]}"
    return exact, Span(0, len(exact)), Span(0, len(exact)), evidence.source


def _mending(finding: Finding, layout: Layout) -> Iterator[str]:
    """What to do."""
    if finding.fix is None:
        return
    yield from layout.item("    mend:", finding.fix.message)
    if finding.fix.replacement is not None:
        yield from layout.item("    write:", finding.fix.replacement)
