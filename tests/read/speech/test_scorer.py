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
