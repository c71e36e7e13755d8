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
