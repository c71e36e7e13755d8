from __future__ import annotations

import pytest

from summarizer.text.synonyms import families, positive, word_keys


@pytest.mark.parametrize(
    ("one", "other"), [("bought", "buying"), ("dam", "dams"), ("big", "large"), ("12", "twelve")]
)
def test_words_with_a_key_in_common_may_mean_the_same(one: str, other: str) -> None:
    assert word_keys(one) & word_keys(other)


def test_other_words_have_no_key_in_common() -> None:
    assert not word_keys("valve") & word_keys("crew")


def test_words_of_one_family_are_near_in_meaning() -> None:
    assert families("contraband") & families("illicit")
    assert not families("contraband") & families("flood")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("biggest", "big"),
        ("deepest", "deep"),
        ("heaviest", "heavy"),
        ("forest", "for"),
        ("rest", "rest"),
    ],
)
def test_positive_by_spelling(word: str, expected: str) -> None:
    assert positive(word) == expected
