"""Judgements and comparisons for people and machines, a file for each format.

Text for a terminal, Markdown for a pull request, JUnit for services that show tests, JSON for
programs, and a page that needs nothing outside of itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summarizer.render.layout import PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evaluation.model import Comparison, Judgement, Scored
    from summarizer.render.layout import Layout

ReportFormat = Literal["text", "markdown", "junit", "json", "html"]


def render_comparison(
    document: Comparison, form: ReportFormat = "text", layout: Layout = PLAIN
) -> str:
    """A comparison in this format; `layout` is that of the terminal."""
    if form == "html":
        from summarizer.evaluation.report.html import comparison_page  # noqa: PLC0415  (jinja2)

        return comparison_page(document)
    from summarizer.evaluation.report import json, junit, markdown, terminal  # noqa: PLC0415

    if form == "text":
        return terminal.comparison(document, layout)
    plain = {"markdown": markdown.comparison, "junit": junit.comparison, "json": json.comparison}
    return plain[form](document)


def render_judgement(
    document: Judgement,
    scored: Sequence[Scored],
    form: ReportFormat = "text",
    layout: Layout = PLAIN,
) -> str:
    """A judgement in this format; `scored` is what was judged."""
    if form == "html":
        from summarizer.evaluation.report.html import judgement_page  # noqa: PLC0415  (jinja2)

        return judgement_page(document, scored)
    from summarizer.evaluation.report import json, junit, markdown, terminal  # noqa: PLC0415

    if form == "text":
        return terminal.judgement(document, scored, layout)
    if form == "json":
        return json.judgement(document)
    plain = {"markdown": markdown.judgement, "junit": junit.judgement}
    return plain[form](document, scored)
