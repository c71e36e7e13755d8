"""Invented details: phrases that no cited place has a word of, and paraphrase left alone."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

STORY = (
    "The governor of Arden opened the new bridge on Monday. Engineers had secured the old ladder "
    "of the tower. The harbour master ordered the crowd to wait. A ferry sank in a storm in 1990. "
    "The city holds elections in May."
)


def found(claim: str, source: str = STORY) -> list[tuple[str, str]]:
    article = plain_article(1, source, titled=False)
    report = check(parse(f"{claim} [1]"), plain_story([article]), select=["SUP101"])
    return [(claim[each.start : each.end], each.level) for each in report.findings]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            "The governor of Arden opened the new bridge on Monday in a festive parade.",
            [("in a festive parade", "error")],
        ),
        (
            "The governor of Arden opened the new bridge on Monday in haste.",
            [("in haste", "error")],
        ),
        (
            "The governor of Arden cut a ribbon at the tower with a sword.",
            [("with a sword", "warning")],
        ),
        (
            "The governor of Arden opened the new bridge on Monday, delaying cargo shipments.",
            [("delaying cargo shipments", "error")],
        ),
        (
            "The governor of Arden opened the new wooden bridge on Monday.",
            [],
        ),
        (
            "The governor of Arden put forward the new bridge on Monday.",
            [],
        ),
        (
            "The governor of Arden opened the wooden bridge on Monday.",
            [("wooden", "error")],
        ),
    ],
)
def test_a_phrase_of_new_words(claim: str, expected: list[tuple[str, str]]) -> None:
    assert found(claim) == expected


@pytest.mark.parametrize(
    "claim",
    [
        "The new bridge was inaugurated on Monday by the governor of Arden.",
        "On Monday the governor of Arden, who holds the governorship, opened the new bridge.",
        "Engineers had made safe the unsecured ladder of the tower.",
        "The governor of Arden opened the new bridge on Monday for somebody.",
        "The governor of Arden opened the new bridge on Monday during the storm of 1990.",
    ],
)
def test_paraphrase_and_words_of_the_source_pass(claim: str) -> None:
    assert found(claim) == []


def test_the_finding_shows_the_nearest_sentence() -> None:
    article = plain_article(1, STORY, titled=False)
    claim = "The governor of Arden opened the new bridge on Monday in a festive parade. [1]"
    (finding,) = check(parse(claim), plain_story([article]), select=["SUP101"]).findings
    assert finding.evidence[0].exact == "The governor of Arden opened the new bridge on Monday."
