"""Figures told in other words are the same figures."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story


def fired(source: str, claim: str) -> set[str]:
    story = plain_story([plain_article(1, source)])
    findings = check(parse(f"{claim} [1]"), story, select=("NUM",)).findings
    return {finding.rule for finding in findings}


@pytest.mark.parametrize(
    ("source", "claim", "expected"),
    [
        ("The fire in Arden left 12 injured.", "The fire in Arden left 12 hurt.", set()),
        ("The fire in Arden left 12 dead.", "In the fire in Arden 12 people died.", set()),
        ("The fire in Arden left 12 injured.", "In the fire in Arden 12 boats sank.", {"NUM102"}),
        ("The dead in Arden exceeded 4,000 people.", "More than 4,000 died in Arden.", set()),
        ("More than 4,000 died in Arden.", "The toll in Arden surpassed 4,000.", set()),
        ("The toll in Arden topped 4,000.", "The toll in Arden is up to 4,000.", {"NUM103"}),
        ("The toll in Arden did not exceed 400.", "The toll topped 400 in Arden.", {"NUM103"}),
    ],
)
def test_casualties_and_bounds(source: str, claim: str, expected: set[str]) -> None:
    assert fired(source, claim) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The bus had 65 people on board, the union said.", {"NUM104"}),
        ("At least 60 people were on board the bus, the union said.", {"NUM101"}),
        ("Nearly 66 people were on board the bus, the union said.", {"NUM101"}),
    ],
)
def test_only_the_very_figure_stands_in_another_source(other: str, expected: set[str]) -> None:
    first = plain_article(1, "The bus had 40 people on board, the operator said.")
    story = plain_story([first, plain_article(2, other)])
    claim = "The bus had 65 people on board, the operator said. [1]"
    findings = check(parse(claim), story, select=("NUM",)).findings
    assert {finding.rule for finding in findings} == expected
