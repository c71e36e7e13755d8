"""A figure is for a time or a share, and keeps it."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

FARE = "The ferry of Holt carried an annual average of 2,763 cars, at 12 talers a head."


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The ferry of Holt carried 2,763 cars a year on average.", set()),
        ("The ferry of Holt carried an average of 2,763 cars.", set()),
        ("The ferry of Holt carried a monthly average of 2,763 cars.", {"NUM102"}),
        ("The ferry of Holt charged 12 talers per person.", set()),
        ("The ferry of Holt charged 12 talers per week.", {"NUM102"}),
    ],
)
def test_time_or_share(claim: str, expected: set[str]) -> None:
    story = plain_story([plain_article(1, FARE, titled=False)])
    findings = check(parse(f"{claim} [1]"), story, select=("NUM102",)).findings
    assert {finding.rule for finding in findings} == expected
