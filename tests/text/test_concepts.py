from __future__ import annotations

import pytest

from summarizer.text.concepts import concept_weights, concepts, gain


def test_concepts_are_words_and_pairs_each_once() -> None:
    assert concepts(["fire", "fire", "store"]) == ("fire", "store", "fire fire", "fire store")


def test_a_word_that_two_articles_open_with_is_worth_most() -> None:
    told = [("s1", 0, ["fire", "store"]), ("s1", 12, ["barley"]), ("s2", 0, ["fire"])]
    expected = {"fire": 2.0, "store": 0.3, "fire store": 0.9, "barley": 0.15}
    assert concept_weights(told) == pytest.approx(expected)


def test_what_is_covered_adds_nothing_and_support_adds_worth() -> None:
    weights = {"fire": 2.0, "store": 0.3}
    new = gain(["fire", "store"], weights, set(), articles=1, length=4)
    known = gain(["fire", "store"], weights, {"fire"}, articles=1, length=4)
    backed = gain(["fire", "store"], weights, set(), articles=2, length=4)
    assert (round(new, 3), round(known, 3), round(backed, 3)) == (1.155, 0.155, 1.617)
