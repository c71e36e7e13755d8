"""Scores become values of stories, and these a mean with an interval."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from summarizer.evaluation.measuring import detection, estimates, story_values
from summarizer.evaluation.model import Metric, Planted, Score
from summarizer.evaluation.scoring import scored
from summarizer.evaluation.statistics import wilson
from summarizer.evaluation.suites import place, read_case, suites
from tests.evaluation.told import GOOD, outcome_of

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluation.model import Scored


@pytest.fixture
def judged(eval_dir: Path) -> Scored:
    (suite,) = suites(place(eval_dir))
    case = read_case(suite, "fire")
    return scored(outcome_of(case, GOOD), case)


def test_a_story_is_the_mean_of_its_trials_or_passed_in_all_of_them(judged: Scored) -> None:
    def trial(support: float | None, headline: float) -> Scored:
        scores = (
            Score(metric="support", value=support),
            Score(metric="headline", value=headline),
        )
        return replace(judged, scores=scores)

    found = story_values([trial(1.0, 1.0), trial(0.5, 0.0), trial(None, 1.0)])
    assert found == {"support": {"small/fire": 0.75}, "headline": {"small/fire": 0.0}}


def test_equal_trials_are_that_value_however_many() -> None:
    values = {"source-balance": {"a": 0.9852281360342515}}
    assert estimates(values)["source-balance"].value == 0.9852281360342515


def stories(*values: float) -> dict[str, float]:
    return {f"s/{number:02}": value for number, value in enumerate(values)}


def test_what_passes_or_does_not_vary_has_wilsons_interval() -> None:
    found = estimates({"headline": stories(1.0, 0.0, 1.0), "support": stories(1.0, 1.0)})
    assert found["headline"] == Metric(**wilson(2, 3)._asdict())
    assert found["support"] == Metric(**wilson(2, 2)._asdict())


def test_a_share_stays_between_0_and_1() -> None:
    found = estimates({"support": stories(1.0, 1.0, 0.9, 1.0, 0.7, 1.0, 1.0)})["support"]
    assert (found.high, 0.7 < (found.low or 0) < found.value) == (1.0, True)


def test_a_number_of_one_story_has_no_interval() -> None:
    assert estimates({"tokens": stories(900.0)})["tokens"] == Metric(
        value=900.0, low=None, high=None
    )


def test_detection_counts_each_planted_sentence_once_for_its_first_family(judged: Scored) -> None:
    def sentence(
        kind: Literal["faulty", "sound"], families: tuple[str, ...], *, right: bool
    ) -> Planted:
        return Planted(
            id="x",
            kind=kind,
            text="Nine were hurt. [1]",
            families=families,
            found=(),
            errors=(),
            verdict="supported",
            right=right,
        )

    planted = (
        sentence("faulty", ("NUM106", "SUP"), right=True),
        sentence("faulty", ("NUM",), right=False),
        sentence("faulty", ("QUO",), right=True),
        sentence("sound", (), right=False),
    )
    again = replace(judged, outcome=replace(judged.outcome, planted=planted))
    assert detection([again, again]) == {"NUM": (1, 2), "QUO": (1, 1)}
