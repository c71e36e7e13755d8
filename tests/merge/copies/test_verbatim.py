"""Sentences of several articles in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge.copies.verbatim import same_words
from summarizer.merge.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article

    Write = Callable[..., Article]

ONE = "Divers searched the basin below the lock at Orlen until dusk and found two empty boats."
EDITED = "On Monday, divers searched the basin below the lock at Orlen until dusk and found boats."
OWN = "Until dusk the basin under Orlen's lock was searched by divers, who found empty boats."
QUOTED = "“Divers searched the basin below the lock at Orlen until dusk and found two,” Ro said."


def pairs(write: Write, *sentences: str) -> list[tuple[int, int]]:
    return same_words(passages([write(n, "t", [each]) for n, each in enumerate(sentences, 1)]))


def test_a_lightly_edited_sentence(write: Write) -> None:
    assert pairs(write, ONE, EDITED) == [(0, 1)]


def test_the_same_fact_in_own_words(write: Write) -> None:
    assert pairs(write, ONE, OWN) == []


def test_words_in_quotation_marks_do_not_count(write: Write) -> None:
    assert pairs(write, QUOTED, QUOTED) == []


def test_an_article_is_not_compared_with_itself(write: Write) -> None:
    assert same_words(passages([write(1, "t", [ONE, ONE])])) == []
