"""What chosen rules find in one claim against one invented article, read and merged."""

from __future__ import annotations

from summarizer.verify import check, parse
from tests.invented import told


def fired(source: str, claim: str, *rules: str) -> list[tuple[str, str]]:
    """The rules that fire, with their levels, each once and in order.

    An article of one paragraph gets a title; lines of a paragraph are joined.
    """
    whole = source if "\n" in source else f"News of Arden\n\n{source}"
    text = "\n".join(" ".join(each.split()) for each in whole.split("\n\n"))
    story = told(("Arden Times", "2026-03-04", text))
    report = check(parse(f"# Arden [1]\n\n{claim} [1]\n"), story, select=rules)
    return sorted({(f.rule, f.level) for f in report.findings if f.claim == 0})
