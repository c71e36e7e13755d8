"""Where a finding stands in the summary's file: lines and columns for editors and services."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.model.findings import CheckReport, Finding


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, `end_column` is excluded.

    `start` and `end` are its offsets, in code points.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


def places(report: CheckReport, text: str) -> list[Place]:
    """The place of each finding in the summary `text` as given.

    Offsets of a finding in our JSON are into the claim's own text; the whole string of the claim
    stands for it then, and the start of the file if it cannot be found.
    """
    if not is_json(text):
        return [place_of(text, finding.start, finding.end) for finding in report.findings]
    strings = {claim.index: claim.text for claim in report.claims}
    return [_of_string(text, _text_of(finding, strings)) for finding in report.findings]


def is_json(text: str) -> bool:
    """Whether a summary is one in our JSON, whose offsets are into the claims' own texts."""
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _text_of(finding: Finding, strings: dict[int, str]) -> str | None:
    return None if finding.claim is None else strings.get(finding.claim)


def _of_string(text: str, string: str | None) -> Place:
    for ascii_only in (False, True):
        spelled = json.dumps(string, ensure_ascii=ascii_only)
        start = text.find(spelled) if string else -1
        if start >= 0:
            return place_of(text, start, start + len(spelled))
    return place_of(text, 0, 0)


def place_of(text: str, start: int, end: int) -> Place:
    """The place of a stretch of a text."""
    return Place(start, end, *_position(text, start), *_position(text, end))


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
