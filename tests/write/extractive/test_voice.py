from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.write.extractive.voice import judging, narrator, opinionated

if TYPE_CHECKING:
    from tests.write.conftest import MakeArticle

REPORT = "The council met on Monday. It closed the pool. “We had no choice,” the mayor said."


def test_quotations_are_blanked_in_place() -> None:
    assert narrator("He said “I go” now.") == 'He said "    " now.'


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("", REPORT, False),
        ("Home » Opinion\n\nClose the pool\n\n", REPORT, True),
        ("", "The pool opens at nine. The Arden Star is published by the port ministry.", True),
        ("", "The pool is run by the council. The ministry is said to be pleased.", False),
        ("", "I love this pool. Why close it? We must not let them! The mayor is wrong.", True),
    ],
)
def test_a_commentary_is_told_from_a_report(
    make_article: MakeArticle, head: str, text: str, *, expected: bool
) -> None:
    assert opinionated(make_article(1, text, head=head)) is expected


def test_words_that_a_narrator_judges_with() -> None:
    text = "The generous mayor had begged for a deal. “A glorious day,” she said."
    assert judging(text) == {"generous", "begged"}
