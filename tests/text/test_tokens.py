from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.tokens import content_stems, stem, tokenize


@given(st.text(), st.integers(0, 50))
def test_tokens_are_where_they_say(text: str, offset: int) -> None:
    for token in tokenize(text, offset):
        assert text[token.start - offset : token.end - offset] == token.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don’t re-elect", ["don't", "re-elect"]),
        ("1,200.50 talers", ["1,200.50", "talers"]),
        ("The U.S. office.", ["the", "u.s", "office"]),
        ("“Größe”—naïve", ["grösse", "naïve"]),
    ],
)
def test_words_are_cut_at_marks_and_blanks_only(text: str, expected: list[str]) -> None:
    assert [token.lower for token in tokenize(text)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("countries", "country"),
        ("stopped", "stop"),
        ("making", "make"),
        ("agreed", "agrees"),
        ("mayor's", "mayor"),
        ("churches", "church"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("nation", "national"), ("news", "new")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_function_words_carry_no_content() -> None:
    assert content_stems("It was the mayor who said that they had closed it.") == ["mayor", "clos"]


def test_a_figure_with_points_for_thousands_has_the_stem_of_the_english_one() -> None:
    assert [stem("420.000"), stem("3.125")] == [stem("420,000"), "3.125"]
