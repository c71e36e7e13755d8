from __future__ import annotations

import pytest

from summarizer.text.modality import conditions, hedges, negations, opposed, quantifiers


def test_negations_with_what_they_deny() -> None:
    found = negations("The mayor didn't resign, had no money, and failed to pay.")
    assert [(m.text, m.kind, m.target) for m in found] == [
        ("n't", "not", "resign"),
        ("no", "no", "money"),
        ("failed", "fail", "pay"),
    ]


def test_not_only_negates_nothing() -> None:
    assert negations("It was not only cold.") == []


def test_hedges_rank_by_certainty() -> None:
    ranks = [hedges(f"He {word} leave.")[0].rank for word in ("may", "might", "could")]
    assert ranks == [2, 2, 2]
    assert hedges("He is likely to go.")[0].rank < hedges("He will go.")[0].rank
    assert hedges("He allegedly went.")[0].rank < ranks[0]


def test_words_with_another_use_are_no_hedges() -> None:
    assert hedges("It came in May on the will of Ana Reis, who appeared in court.") == []


def test_conditions_and_quantifiers() -> None:
    text = "Provided that it rains, most of the mills and all bakers stay."
    assert [m.target for m in conditions(text)] == ["rain"]
    assert [(m.rank, m.target) for m in quantifiers(text)] == [(5, "mill"), (6, "baker")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("confirmed", "denies", True),
        ("rose", "fell", True),
        ("accepted", "rejecting", True),
        ("won", "win", False),
        ("rose", "denied", False),
    ],
)
def test_opposed(one: str, other: str, expected: bool) -> None:  # noqa: FBT001  (a table)
    assert opposed(one, other) is expected


def test_offsets() -> None:
    text = "They will “not” go."
    mark = negations(text, 7)[0]
    assert text[mark.start - 7 : mark.end - 7] == mark.text == "not"


def test_what_goes_as_planned_is_held_back_by_nothing() -> None:
    assert hedges("As planned, the mill reopened.") == []
    assert [mark.text for mark in hedges("The planned mill")] == ["planned"]


def test_not_since_denies_nothing() -> None:
    assert negations("Not since the flood had Arden lost.") == []
