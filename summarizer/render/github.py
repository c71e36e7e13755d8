"""A check report as annotations of GitHub Actions (workflow commands)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render.labels import number, quoted
from summarizer.render.places import places
from summarizer.render.report import verdict
from summarizer.render.visible import without_codes

if TYPE_CHECKING:
    from summarizer.model.findings import CheckReport, Finding
    from summarizer.render.places import Place

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def commands(report: CheckReport, path: str, text: str) -> str:
    """One annotation a finding, in order, then the verdict as a plain line."""
    where = places(report, text)
    lines = [
        _annotation(finding, place, path)
        for finding, place in zip(report.findings, where, strict=True)
    ]
    return "\n".join([*lines, verdict(report)]) + "\n"


def _annotation(finding: Finding, place: Place, path: str) -> str:
    fields = {
        "file": path,
        "line": place.line,
        "endLine": place.end_line,
        "title": f"{finding.rule} {finding.verdict}",
    }
    if place.line == place.end_line:  # columns are only understood within one line
        fields |= {"col": place.column, "endColumn": max(place.end_column, place.column)}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_COMMANDS[finding.level]} {listed}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    lines = [finding.message]
    lines += [
        f"[{number(each.source)}] {each.start}–{each.end}: {quoted(each.exact)}"
        for each in finding.evidence
    ]
    if finding.fix:
        lines.append(f"Fix: {finding.fix.message}")
        lines += [f"Write: {each}" for each in (finding.fix.replacement,) if each is not None]
    return "\n".join(lines)


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return without_codes(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
