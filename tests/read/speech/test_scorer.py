from __future__ import annotations

from summarizer.read.speech.scorer import Scorer, scorer


def test_the_best_choice_has_the_highest_sum() -> None:
    tables = {"end": {"a": 1.0, "b": -2.0, "c": 0.5}}

    assert Scorer(tables, {}).best("end", [7, 8, 9], [["a", "b"], ["c"], ["x"]]) == 8


def test_no_choice_is_no_answer() -> None:
    assert Scorer({"end": {}}, {}).best("end", [], []) is None


def test_sides_are_summed_apart() -> None:
    assert Scorer({}, {"a": (1.0, 2.0, 3.0), "b": (0.5, 0.0, -1.0)}).sides(["a", "b", "x"]) == (
        1.5,
        2.0,
        2.0,
    )


def test_the_shipped_weights_answer_every_question() -> None:
    questions = ["right start", "right end", "left end", "left start", "speaker"]

    assert [scorer().best(question, [7], [["none"]]) for question in questions] == [7] * 5


def test_a_stretch_that_shares_most_with_the_likely_ones_wins() -> None:
    tables = {"end": {"short": 0.3, "long": 0.0}}
    rows = [["short"], ["long"], ["long"]]

    found = Scorer(tables, {}).best_shared("end", [2, 10, 11], rows, [3, 11, 12])

    assert found is not None
    assert found[0] in {10, 11}
    assert round(found[1], 2) == round(2 / (2 + 1.3499), 2)


def test_a_stretch_without_rivals_is_sure() -> None:
    assert Scorer({"end": {}}, {}).best_shared("end", [4], [["x"]], [5]) == (4, 1.0)


def test_no_stretch_is_no_answer() -> None:
    assert Scorer({"end": {}}, {}).best_shared("end", [], [], []) is None
