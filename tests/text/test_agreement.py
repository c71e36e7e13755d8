from __future__ import annotations

import pytest

from summarizer.text.agreement import AGREE, agreement


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a cracked valve", "because the valve had cracked"),
        ("to inspect the dam", "for an inspection of the dam's gates"),
        ("until 2031", "until 4 May 2031"),
        ("drunk driving", "the driver was drunk"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert agreement(one, other) >= AGREE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a cracked valve", "an error of the crew"),
        ("four weeks", "five weeks"),
        ("until May 2031", "until June 2031"),
        ("a rise in wages", "a fall in wages"),
        ("the permit had been renewed", "the permit had not been renewed"),
    ],
)
def test_different_answers(one: str, other: str) -> None:
    assert agreement(one, other) < AGREE


def test_it_is_symmetric() -> None:
    one, other = "ice on the old rails", "rails that were covered with ice and snow"
    assert agreement(one, other) == agreement(other, one)


def test_words_of_the_question_prove_little() -> None:
    one, other = "the ferry sank after a fire", "the ferry hit a rock"
    assert agreement(one, other, question="Why did the ferry sink?") < agreement(one, other)


def test_words_that_the_whole_story_shares_prove_little() -> None:
    one, other = "a leak in the tank", "paint on the tank"
    assert agreement(one, other, rare={"tank": 0.1}) < agreement(one, other)


def test_nothing_agrees_with_nothing() -> None:
    assert agreement("", "of the") == 0.0
