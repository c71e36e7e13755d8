"""A check report as SARIF 2.1.0 (OASIS), which code hosts and editors show at the line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from summarizer.render.labels import named, quoted
from summarizer.render.places import place_of, places
from summarizer.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article
    from summarizer.model.findings import CheckReport, Evidence, Finding
    from summarizer.render.places import Place

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# Files whose text is the article's own, so that places in one are places in the other.
_VERBATIM = (".txt", ".md", ".markdown", ".text")


class Descriptor(Protocol):
    """What has to be known of a rule."""

    @property
    def id(self) -> str:
        """Id: QUO101."""

    @property
    def name(self) -> str:
        """Name, in words."""

    @property
    def level(self) -> str:
        """Its usual level."""

    @property
    def title(self) -> str:
        """What it finds, in one line."""

    @property
    def text(self) -> str:
        """Its documentation."""


def log(
    report: CheckReport,
    path: str,
    text: str,
    articles: Sequence[Article],
    rules: Sequence[Descriptor],
) -> str:
    """A log with one run: the rules that ran, and a result for each finding.

    Places are given in code points (`columnKind`), so offsets are the report's own.
    """
    order = {rule.id: number for number, rule in enumerate(rules)}
    sources = {article.id: article for article in articles}
    results = [
        _result(finding, _artifact(path), place, order, sources)
        | _fixes(finding, _artifact(path), place)
        for finding, place in zip(report.findings, places(report, text), strict=True)
    ]
    driver = {
        "name": "summarizer",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [_descriptor(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _artifact(path)}],
        "results": results,
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2) + "\n"


def _descriptor(rule: Descriptor) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.text},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(
    finding: Finding,
    artifact: dict[str, Any],
    place: Place,
    order: dict[str, int],
    sources: dict[str, Article],
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.level,
        "message": {"text": _message(finding)},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": _region(place)}}
        ],
        "relatedLocations": [
            _related(number, each, sources) for number, each in enumerate(finding.evidence, 1)
        ],
        "properties": {"verdict": finding.verdict, "claim": finding.claim},
    }
    if finding.rule in order:
        result["ruleIndex"] = order[finding.rule]
    return result


def _fixes(finding: Finding, artifact: dict[str, Any], place: Place) -> dict[str, Any]:
    """The replacement as an edit, where the finding's own stretch stands in the file."""
    fix = finding.fix
    exact = (place.start, place.end) == (finding.start, finding.end)
    if fix is None or fix.replacement is None or not exact:
        return {}
    edit = {"deletedRegion": _region(place), "insertedContent": {"text": fix.replacement}}
    change = {"artifactLocation": artifact, "replacements": [edit]}
    return {"fixes": [{"description": {"text": fix.message}, "artifactChanges": [change]}]}


def _message(finding: Finding) -> str:
    return f"{finding.message} Fix: {finding.fix.message}" if finding.fix else finding.message


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }


def _related(number: int, evidence: Evidence, sources: dict[str, Article]) -> dict[str, Any]:
    source = sources.get(evidence.source)
    name = named(source) if source else evidence.source
    location: dict[str, Any] = {
        "id": number,
        "message": {"text": f"{evidence.source}, {name}: {quoted(evidence.exact)}"},
    }
    address = (source.path or source.url) if source else None
    if source and address:
        location["physicalLocation"] = {"artifactLocation": _artifact(address)}
        if address.endswith(_VERBATIM):
            end = min(evidence.end, len(source.text))
            region = _region(place_of(source.text, min(evidence.start, end), end))
            snippet = {"snippet": {"text": evidence.exact}}
            location["physicalLocation"]["region"] = region | snippet
    return location


def _artifact(path: str) -> dict[str, str]:
    """A file as a URI; a relative one is resolved against the checkout's root by readers."""
    if "://" in path:
        return {"uri": path}
    if path == "-":
        return {"uri": "stdin"}
    address = quote(path.replace("\\", "/"))
    return {"uri": f"file://{address}" if address.startswith("/") else address}
