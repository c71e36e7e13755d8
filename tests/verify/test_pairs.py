"""A claim and its evidence alone."""

from __future__ import annotations

import pytest

from summarizer.verify import check_pair


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The fire in Arden hurt 12 people.", "supported"),
        ("The fire in Arden hurt 40 people.", "unsupported"),
        ("The council of Belmar voted for a bridge.", "unsupported"),
    ],
)
def test_verdict(claim: str, expected: str) -> None:
    evidence = ["A fire broke out on Monday.", "The fire in Arden hurt twelve people."]
    assert check_pair("a", claim, evidence).verdict == expected


def test_a_supported_claim_scores_higher() -> None:
    evidence = ["The fire in Arden hurt twelve people."]
    good = check_pair("a", "The fire in Arden hurt 12 people.", evidence)
    bad = check_pair("b", "Twelve people in Arden set a fire.", evidence)
    assert good.score > bad.score


def test_no_evidence_is_uncheckable() -> None:
    assert check_pair("a", "The fire hurt 12 people.", []).verdict == "uncheckable"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The council voted on Monday.", "supported"),
        ("The council shamelessly voted on Monday.", "unsupported"),
    ],
)
def test_selected_families_decide(claim: str, expected: str) -> None:
    assert check_pair("a", claim, [], select=["NEU"]).verdict == expected
