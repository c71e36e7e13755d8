"""Statistics against scipy where it has the same, and by simulation where only chance can tell."""

from __future__ import annotations

import itertools
import math
import random
import time
from typing import TYPE_CHECKING

import pytest
from scipy import stats

from summarizer.evaluation.statistics import (
    Estimate,
    contrast,
    holm,
    mcnemar,
    mean,
    smallest_difference,
    student,
    student_quantile,
    wilson,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STORIES = 12


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  (drawing samples, nothing secret)


@pytest.mark.parametrize(("passed", "total"), [(0, 5), (3, 12), (11, 12), (12, 12), (480, 512)])
def test_wilson_is_that_of_scipy(passed: int, total: int) -> None:
    expected = stats.binomtest(passed, total).proportion_ci(method="wilson")
    found = wilson(passed, total)
    assert found == pytest.approx((passed / total, expected.low, expected.high))


@pytest.mark.parametrize(("worse", "better"), [(0, 1), (0, 6), (2, 9), (5, 5), (30, 12)])
def test_mcnemar_is_the_binomial_test_of_the_pairs_that_differ(worse: int, better: int) -> None:
    expected = stats.binomtest(worse, worse + better).pvalue
    assert mcnemar(worse, better) == pytest.approx(expected)


def test_mcnemar_without_a_pair_that_differs_says_nothing() -> None:
    assert mcnemar(0, 0) == 1.0


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 11, 40])
def test_student_is_that_of_scipy(freedom: int) -> None:
    points = (-2.5, 0.0, 0.7, 2.2, 6.0)
    expected = [stats.t.cdf(point, freedom) for point in points]
    assert [student(point, freedom) for point in points] == pytest.approx(expected)
    expected = [stats.t.ppf(share, freedom) for share in (0.8, 0.975, 0.999)]
    found = [student_quantile(share, freedom) for share in (0.8, 0.975, 0.999)]
    assert found == pytest.approx(expected)


def test_the_smallest_difference_has_the_power_that_it_promises() -> None:
    found = smallest_difference(0.2, STORIES) or 0.0
    shift = found / 0.2 * math.sqrt(STORIES)
    freedom = STORIES - 1
    edge = stats.t.ppf(0.975, freedom)
    assert 1 - stats.nct.cdf(edge, freedom, shift) == pytest.approx(0.8, abs=0.02)


@pytest.mark.parametrize(("spread", "stories"), [(0.0, STORIES), (0.2, 5), (0.2, 1)])
def test_there_is_no_smallest_difference_where_nothing_can_be_found(
    spread: float, stories: int
) -> None:
    assert smallest_difference(spread, stories) is None


def test_holm_steps_down() -> None:
    # p.adjust(c(.01, .04, .03, .005), "holm") of R
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_an_interval_is_near_students_where_differences_are_normal() -> None:
    chance = seeded(7)
    values = [chance.gauss(0.3, 1) for _ in range(40)]
    expected = stats.ttest_1samp(values, 0)
    low, high = expected.confidence_interval()
    found = contrast(values)
    assert found.estimate == pytest.approx((stats.tmean(values), low, high), abs=0.04)
    assert found.p == pytest.approx(expected.pvalue, abs=0.01)


def test_the_same_seed_gives_the_same_and_another_one_nearly() -> None:
    values = [0.1, 0.0, 0.3, -0.2, 0.2, 0.2, 0.0, -0.3, 0.1, 0.3] * 2
    assert contrast(values, seed=1) == contrast(values, seed=1)
    one, other = contrast(values, seed=1), contrast(values, seed=2)
    assert one != other
    assert one.p == pytest.approx(other.p, abs=0.02)


def test_p_never_falls_below_what_so_many_signs_can_say() -> None:
    assert contrast([-1.0] * 3 + [0.0] * 9).p == 0.25
    assert contrast([-1.0] * STORIES).p == 2**-11
    assert contrast([-1.0] * 30, rounds=999).p == 1 / 1000
    assert contrast([0.0] * STORIES).p == 1.0


def test_few_stories_are_resampled_in_every_way() -> None:
    values = [0.2, 0.1, -0.1, 0.3, 0.4, 0.0, 0.1]
    signs = itertools.product((1, -1), repeat=len(values))
    totals = [math.fsum(s * v for s, v in zip(each, values, strict=True)) for each in signs]
    far = sum(abs(total) >= math.fsum(values) - 1e-9 for total in totals)
    assert contrast(values, seed=1) == contrast(values, seed=2)
    assert contrast(values).p == far / len(totals)


def test_what_is_clear_is_found_where_some_stories_do_not_differ() -> None:
    assert contrast([-0.083] * 5 + [-0.077] * 3 + [-0.1] + [0.0] * 3).p == 2**-8


def test_too_few_stories_have_students_interval() -> None:
    expected = stats.ttest_1samp([0.1, 0.2, 0.4], 0).confidence_interval()
    assert contrast([0.1, 0.2, 0.4]).estimate[1:] == pytest.approx((expected.low, expected.high))


def test_one_story_shows_nothing() -> None:
    assert contrast([-1.0]) == (Estimate(-1.0, None, None), 1.0, 0.0, 1, 1)


def test_a_mean_of_equal_stories_has_no_width() -> None:
    assert mean([0.1] * 7) == pytest.approx((0.1, 0.1, 0.1))


def none(chance: random.Random) -> list[float]:
    """Differences of counts of good claims out of nine where neither subject is better."""
    good = [sum(chance.random() < 0.85 for _ in range(9)) for _ in range(2 * STORIES)]
    return [(a - b) / 9 for a, b in zip(good[::2], good[1::2], strict=True)]


def normal(chance: random.Random) -> list[float]:
    return [chance.gauss(0, 1) for _ in range(STORIES)]


def rare(chance: random.Random) -> list[float]:
    return [chance.choice((-1.0, 0.0, 0.0, 1.0)) for _ in range(STORIES)]


@pytest.mark.parametrize("draw", [none, normal, rare])
def test_false_alarms_are_as_rare_as_promised(
    draw: Callable[[random.Random], Sequence[float]],
) -> None:
    """One in twenty at most; 300 samples may give 24 of them with a chance of one in fifty."""
    chance = seeded(3)
    found = [contrast(draw(chance), rounds=399) for _ in range(300)]
    assert sum(each.p <= 0.05 for each in found) <= 24
    covered = sum((each.estimate.low or 0) <= 0 <= (each.estimate.high or 0) for each in found)
    assert covered >= 276


def test_an_interval_without_0_and_a_low_p_go_together() -> None:
    chance = seeded(5)
    for _ in range(200):
        shift = chance.gauss(0, 0.6)
        found = contrast([each + shift for each in normal(chance)], rounds=399)
        low, high = found.estimate.low or 0.0, found.estimate.high or 0.0
        assert (low > 0 or high < 0) == (found.p <= 0.05)


def test_fifteen_metrics_of_a_dozen_stories_take_less_than_two_seconds() -> None:
    chance = seeded(11)
    metrics = [normal(chance) for _ in range(15)]
    start = time.process_time()
    for values in metrics:
        contrast(values)
    assert time.process_time() - start < 2
