from __future__ import annotations

import pytest

from summarizer.merge.conflicts.tolls import agree
from summarizer.text.numbers import quantities


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("at least 12 people", "12 people", True),
        ("more than 10 people", "12 people", True),
        ("more than 10 people", "21 people", False),
        ("more than 400 people", "550 people", False),
        ("up to 20 people", "18 people", True),
        ("at least 20 people", "14 people", False),
        ("70,000 people", "70,246 people", True),
        ("12 people", "13 people", False),
        ("$1.2 trillion", "$1 trillion", False),
    ],
)
def test_figures_that_may_both_be_right(one: str, other: str, expected: bool) -> None:  # noqa: FBT001  (a table)
    (left,), (right,) = quantities(one), quantities(other)
    assert [agree(left, right), agree(right, left)] == [expected, expected]
