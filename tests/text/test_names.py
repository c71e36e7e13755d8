from __future__ import annotations

import pytest

from summarizer.text.names import names, same_name
from summarizer.text.tokens import tokenize


def texts(text: str) -> list[str]:
    return [name.text for name in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Ana Reis spoke on Tuesday.", ["Ana Reis"]),
        ("Protesters met the Norlandian envoy.", ["Norlandian"]),
        ("Officials praised the French bakers in March.", []),
        ("They met Lt. Gen. J.K. Holt of the U.S. there.", ["J.K. Holt", "U.S."]),
        ("They met Karim bin Said al-Amin's aide.", ["Karim bin Said al-Amin"]),
        ("It is the Ministry for Roads and Bridges.", ["Ministry for Roads and Bridges"]),
        ("He leads the Bank of Arden (BOA).", ["Bank of Arden", "BOA"]),
        ("I met Reis. Reis left, and Clearly left.", ["Reis", "Reis", "Clearly"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_words_of_a_headline_need_evidence_from_the_text() -> None:
    text = "Flood Drowns Mill In Lower Arden\n\nA flood hit Lower Arden on Monday."
    assert texts(text) == ["Lower Arden", "Lower Arden"]


def test_words_that_a_larger_text_has_in_lower_case_are_no_names() -> None:
    assert [n.text for n in names("Bakers left.", ordinary={"bakers"})] == []


def test_offsets() -> None:
    text = "They met “Ana Reis’s” aide."
    found = names(text, 10)[0]
    assert text[found.start - 10 : found.end - 10] == "Ana Reis"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Reis", "Ana Reis", True),
        ("President Reis", "Ana Reis", True),
        ("Ana Reis", "Ana M. Reis", True),
        ("A. Reis", "Ana Reis", True),
        ("Ana Reis", "Ana Costa", False),
        ("AHO", "Arden Health Organization", True),
        ("al-Amin", "Karim al Amin", True),
        ("Mohammed", "Muhammad", True),
        ("Zoë Müller", "Zoe Muller", True),
        ("Martin", "Morton", False),
        ("Syrian", "Syria", True),
        ("U.S.", "United States", True),
        ("New Arden", "New Holt", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:  # noqa: FBT001  (a table)
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_words_that_are_known_change_nothing() -> None:
    text = "Ana Reis met Tom Ode in Arden. The mayor left. " * 30
    assert names(text, tokens=tokenize(text)) == names(text)
