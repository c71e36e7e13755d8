"""Subjects drawn from a case's own sentences, and how often a change of them is found."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from benchmarks.comparison_power import Change, found, scores, summary
from summarizer.evaluation.suites import place, read_case, suites
from summarizer.merge import merge
from summarizer.verify import Library
from tests.evaluation.conftest import CASE, eval_dir
from tests.evaluation.told import BAD, GOOD, judged, stories

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluation.case import Case

__all__ = ["eval_dir"]
SOUND, FAULTY = CASE["sound"][0]["text"], CASE["faulty"][0]["text"]


@pytest.fixture
def case(eval_dir: Path) -> Case:
    (suite,) = suites(place(eval_dir))
    return read_case(suite, "fire")


@pytest.mark.parametrize(
    ("families", "chance", "expected"),
    [(("NUM",), 1.0, FAULTY), (("NUM",), 0.0, SOUND), (("QUO",), 1.0, SOUND)],
)
def test_a_faulty_sentence_takes_the_place_of_a_sound_one(
    case: Case, families: tuple[str, ...], chance: float, expected: str
) -> None:
    drawing = random.Random(1)  # noqa: S311  (drawing sentences, nothing secret)
    assert summary(case, Change("x", families, chance), drawing) == expected


def test_a_drawn_summary_is_checked_and_scored(case: Case) -> None:
    library = Library(merge(case.articles))
    support = [
        score.value
        for text in (SOUND, FAULTY)
        for score in scores(case, library, text).scores
        if score.metric == "support"
    ]
    assert support == [1.0, 0.0]


def test_what_got_worse_is_found_with_every_seed_and_the_same_with_none(case: Case) -> None:
    cases = stories(case)
    good = [[each] for each in judged(cases, lambda _: GOOD)]
    bad = [[each] for each in judged(cases, lambda _: BAD)]
    assert found(good, bad, seeds=3, trials=1)[0] == {"regressed": 3}
    assert found(good, good, seeds=3, trials=1)[0] == {"no evidence": 3}
