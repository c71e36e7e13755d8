"""A claim and its evidence alone."""

from __future__ import annotations

import gc

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


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("The fire hurt 12 people.", [], ("uncheckable", "no evidence is given")),
        ("It was so.", ["A fire."], ("uncheckable", "it has no word that a source could carry")),
        ("A fire broke out.", ["A fire broke out."], ("supported", None)),
        ("A fire hurt 9.", ["A fire hurt 12."], ("unsupported", None)),
    ],
)
def test_what_cannot_be_judged_says_why(
    claim: str, evidence: list[str], expected: tuple[str, str | None]
) -> None:
    report = check_pair("a", claim, evidence)
    assert (report.verdict, report.reason) == expected


def test_evidence_that_pairs_share_is_read_for_each_claim() -> None:
    claims = ("The fire hurt 12 people.", "The fire hurt 9 people.", "The fire hurt 12 people.")
    found = [check_pair("a", claim, ["The fire hurt 12 people."]).verdict for claim in claims]
    assert found == ["supported", "unsupported", "supported"]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The council voted on Monday.", "supported"),
        ("The council shamelessly voted on Monday.", "unsupported"),
    ],
)
def test_selected_families_decide(claim: str, expected: str) -> None:
    assert check_pair("a", claim, [], select=["NEU"]).verdict == expected


STORM = (
    "The storm tore the roof off the old mill of Holt on Friday. Ann Ode, who owns the mill, lost "
    "two boats in the flood that followed."
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        # copied: the pieces must stand as they stand in the evidence
        ("The storm tore the roof off the old mill of Holt.", "supported"),
        ("The old mill of Holt lost two boats, who owns the storm on Friday.", "unsupported"),
        # worded anew: the words must be near one another somewhere
        ("On Friday the roof of the mill in Holt was ripped away by a storm.", "supported"),
        ("Police in Holt praised the crew of a ferry.", "unsupported"),
    ],
)
def test_words_must_stand_together_as_far_as_they_are_copied(claim: str, expected: str) -> None:
    assert check_pair("a", claim, [STORM], select=[]).verdict == expected


def test_an_unsupported_pair_scores_below_one_half() -> None:
    good = check_pair("a", "The storm tore the roof off the old mill of Holt.", [STORM])
    bad = check_pair("b", "The storm tore the roof off 12 mills of Holt.", [STORM])
    assert (good.score >= 0.5, bad.score < 0.5) == (True, True)


def test_pairs_leave_the_garbage_collector_next_to_nothing() -> None:
    evidence = ["The mayor of Arden, Ann Ode, sued Tom Reyes. “I won,” he said on 3 May 2024."]
    claim = "Tom Reyes sued the mayor on 3 May 2024 and said: “I won.”"
    for number in range(20):  # what is found out about words stays, whatever the evidence
        check_pair("a", claim, [*evidence, f"It was day {number}."])
    # threads of other tests may leave something now and then
    assert min(_left_to_collect(claim, evidence) for _ in range(3)) == 0


def _left_to_collect(claim: str, evidence: list[str]) -> int:
    """Objects that only the collector can free after forty pairs."""
    gc.collect()
    gc.disable()
    try:
        for number in range(20, 60):
            check_pair("a", claim, [*evidence, f"It was day {number}."])
        return gc.collect()
    finally:
        gc.enable()
