from __future__ import annotations

import pytest

from summarizer.text.agreement_figures import figures, plain_counts, same_figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three more years", "three years"),
        ("for another month", "for one month"),
        ("in a week", "in one week"),
        ("$5 a week", "$5 a week"),
        ("a weekly paper", "a weekly paper"),
    ],
)
def test_counts_stand_before_what_they_count(text: str, expected: str) -> None:
    assert plain_counts(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2031", "4 May 2031", True),
        ("May 2031", "June 2031", False),
        ("three years", "36 months", True),
        ("12 boats", "13 boats", False),
        ("12 boats", "13 divers", None),
        ("2031", "12 boats", None),
    ],
)
def test_figures_that_can_be_compared(one: str, other: str, expected: bool | None) -> None:  # noqa: FBT001  a case's expectation
    assert same_figure(figures(one)[0], figures(other)[0]) is expected


def test_names_with_numbers_are_no_figures() -> None:
    assert figures("Channel 4") == ()
