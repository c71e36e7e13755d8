"""A check report as plain text for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render.labels import named, number, plural, quoted
from summarizer.render.layout import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.model.findings import CheckReport, ClaimVerdict, Evidence, Finding
    from summarizer.render.layout import Layout

LEVELS = ("error", "warning", "note")


def report(document: CheckReport, articles: Sequence[Article], layout: Layout = PLAIN) -> str:
    """Findings claim by claim with their evidence, then the verdict."""
    names = {article.id: named(article) for article in articles}
    claims = {claim.index: claim for claim in document.claims}
    lines: list[str] = []
    for index in dict.fromkeys(finding.claim for finding in document.findings):
        lines += _claim(index, claims, layout)
        for finding in document.findings:
            if finding.claim == index:
                lines += _finding(finding, names, layout)
        lines.append("")
    lines.append(layout.strong(verdict(document)))
    return "\n".join(lines) + "\n"


def verdict(document: CheckReport) -> str:
    """The outcome in one line: "fail: 9 claims, 1 error, 2 warnings"."""
    counts = [
        plural(sum(finding.level == level for finding in document.findings), level)
        for level in LEVELS
    ]
    told = [each for each in counts if not each.startswith("0 ")] or ["no findings"]
    claims = plural(len(document.claims), "claim")
    return f"{document.verdict}: {', '.join([claims, *told])}"


def _claim(index: int | None, claims: dict[int, ClaimVerdict], layout: Layout) -> Iterator[str]:
    if index is None:
        yield layout.strong("The whole summary")
        return
    label = "Headline:" if index < 0 else f"Claim {index + 1}:"
    text = claims[index].text if index in claims else ""
    yield from (layout.strong(line) for line in layout.item(label, text))


def _finding(finding: Finding, names: dict[str, str], layout: Layout) -> Iterator[str]:
    yield from layout.item(f"  {finding.rule}", f"{finding.level}: {finding.message}")
    yield from layout.item("   ", f"({finding.name}, {finding.verdict})")
    for evidence in finding.evidence:
        yield from layout.item("    >", _quoted(evidence, names))
    if finding.fix:
        yield from layout.item("    fix:", finding.fix.message)
        if finding.fix.replacement is not None:
            yield from layout.item("    write:", finding.fix.replacement)


def _quoted(evidence: Evidence, names: dict[str, str]) -> str:
    name = names.get(evidence.source, evidence.source)
    place = f"[{number(evidence.source)}] {name}, {evidence.start}–{evidence.end}"
    return f"{place}: {quoted(evidence.exact)}"
