"""Hostile summaries and sources: the check ends, points inside the texts, and says the same twice.

No time is asserted; a cost that explodes shows as a test that does not end.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.merge import merge
from summarizer.read import article
from summarizer.read.raw import Given, Raw
from summarizer.verify import Library, check, parse

if TYPE_CHECKING:
    from summarizer.model.findings import CheckReport

OPENING = (
    "Ferry strikes pier\n\nThe ferry struck the pier in Arden on Tuesday."
    " “It was about 7 a.m.,” said Ana Berg.\n\n"
)
SOURCES = {
    "a line of 1 MB": "a" * 999_000,
    "10,000 quotations": "“a b c” " * 10_000,
    "quotations that never end": "“Ana ‘said " * 500,
    "nested brackets": "[" * 3_000 + "1" + "]" * 3_000,
    "figures without end": "1,000." * 1_000,
    "capitals without end": "ANA BERG AT ARDEN " * 500,
}
CLAIMS = {
    "quotations": "“a” " * 300 + "[1]",
    "one quotation of brackets": "“" + "(" * 1_000 + ".*+?" * 500 + "” [1]",
    "nested brackets": "[" * 2_000 + "1" + "]" * 2_000 + " [1]",
    "markers": "Ana Berg said so [1] " * 60,
    "figures": "1,000." * 600 + " [1]",
    "names and numbers": "Ana Berg said in May that 7 boats " * 40 + "[1]",
    "capitals before a marker": "A" * 1_900 + " B" * 900 + " [1], so. " + "Ana Berg " * 100 + "[1]",
    "names in brackets": "So. (" + "Ana, " * 20 + ") — " + "Berg & " * 400 + " [" * 300,
    "combining marks": "a" + "\u0301" * 3_000 + " “\u202e\u0000” [1]",
}
PIECES = (
    *("“", "”", '"', "'", "‘", "[1]", "[^1]", "[", "](", "\\", "**", "…", "...", "(", "$", "\n\n"),
    *("Ana Berg", "said", "not", "may", "about", "7", "1,000", "7 a.m.", "Tuesday", "May 5, 2031"),
    *("The ferry struck the pier", "because", "before", ", ", ". ", " ", "é", "\u0301", "😀", "ǅ"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


@functools.cache
def library(text: str) -> Library:
    """The sources of a summary: one article with this text behind an ordinary opening."""
    raw = Raw(text=OPENING + text, path=None, sha256="", given=Given())
    return Library(merge([article("s1", raw)]))


def outside(report: CheckReport, summary: str, sources: Library) -> list[str]:
    """Findings that point at a place that is not there, or quote what does not stand there."""
    texts = {article.id: article.text for article in sources.story.articles}
    return [
        finding.message
        for finding in report.findings
        if not 0 <= finding.start <= finding.end <= len(summary)
        or any(texts[e.source][e.start : e.end] != e.exact for e in finding.evidence)
    ]


def hold(claim: str, source: str) -> None:
    summary = f"# Ferry strikes pier [1]\n\n{claim}\n"
    first = check(parse(summary), library(source))
    assert outside(first, summary, library(source)) == []
    assert first == check(parse(summary), library(source))


@pytest.mark.parametrize("claim", CLAIMS)
def test_hostile_claims(claim: str) -> None:
    hold(CLAIMS[claim], "Ana Berg said that 1,000 boats were not there in May.")


@pytest.mark.parametrize("source", SOURCES)
def test_hostile_sources(source: str) -> None:
    hold("Ana Berg said: “a b” and “It was about 7 a.m.” on Tuesday at 1,000. [1]", SOURCES[source])


def test_quotations_against_quotations() -> None:
    hold("“a c” " * 15 + "[1]", SOURCES["10,000 quotations"])


@settings(max_examples=50, deadline=None)
@given(claim=TEXTS, source=TEXTS)
def test_any_text(claim: str, source: str) -> None:
    hold(claim, source)
