"""Two subjects on the same stories: planted faults come out, and chance alone does not."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.evaluation.comparing import Sides, compare, differences
from summarizer.evaluation.model import HardFailure, ToldClaim
from summarizer.evaluation.scoring import scored
from summarizer.evaluation.suites import place, read_case, suites
from tests.evaluation.told import BAD, GOOD, STORIES, judged, stories

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Comparison, Scored


@pytest.fixture
def case(eval_dir: Path) -> Case:
    (suite,) = suites(place(eval_dir))
    return read_case(suite, "fire")


def compared(cases: list[Case], a: list[Scored], b: list[Scored]) -> Comparison:
    return compare(Sides(a=a, b=b, names=("old", "new")), cases, rounds=999)


def test_a_fault_in_every_story_is_a_regression_and_its_cure_an_improvement(case: Case) -> None:
    cases = stories(case)
    good, bad = judged(cases, lambda _: GOOD), judged(cases, lambda _: BAD)
    worse, better = compared(cases, good, bad), compared(cases, bad, good)
    assert (worse.verdict, better.verdict) == ("regressed", "improved")
    assert (worse.metrics["support"].verdict, better.metrics["support"].verdict) == (
        "regressed",
        "improved",
    )
    assert worse.metrics["support"].p < 0.05
    assert worse.metrics["forbidden-facts"].verdict == "regressed"
    assert [each.changed for each in worse.cases] == [True] * STORIES


def test_the_same_is_no_evidence_and_no_change(case: Case) -> None:
    cases = stories(case, 3)
    good = judged(cases, lambda _: GOOD)
    found = compared(cases, good, good)
    assert (found.verdict, {each.p for each in found.metrics.values()}) == ("no evidence", {1.0})
    assert [(each.id, each.changed) for each in found.cases] == [
        ("small/c00", False),
        ("small/c01", False),
        ("small/c02", False),
    ]


def test_few_stories_are_said_to_show_nothing(case: Case) -> None:
    told = "5 in common are too few stories to show that a metric regressed or improved"
    for count, expected in ((5, (told,)), (6, ())):
        cases = stories(case, count)
        good = judged(cases, lambda _: GOOD)
        assert compared(cases, good, good).notes == expected


def test_details_of_a_metric_that_one_side_has_are_no_change(case: Case) -> None:
    (only,) = cases = stories(case, 1)
    (good,) = judged(cases, lambda _: GOOD)
    told = ToldClaim(text="A fire broke out.", sources=("s1",))
    other = scored(replace(good.outcome, reordered=(told,)), only)
    assert compared(cases, [other], [good]).cases[0].mended == ()


def test_a_fault_in_few_stories_is_no_evidence(case: Case) -> None:
    cases = stories(case)
    good = judged(cases, lambda _: GOOD)
    found = compared(cases, good, judged(cases, lambda number: BAD if number < 3 else GOOD))
    assert found.verdict == "no evidence"
    assert found.metrics["support"].difference == pytest.approx(-0.05)
    assert [each.changed for each in found.cases] == [True] * 3 + [False] * 9


def test_a_hard_failure_regresses_whatever_the_metrics_say(case: Case) -> None:
    cases = stories(case, 2)
    good = judged(cases, lambda _: GOOD)
    failure = HardFailure(code="schema", case="c00", subject="new", trial=1, message="no claims")
    sides = Sides(a=good, b=good, names=("old", "new"))
    assert compare(sides, cases, hard_failures=[failure], rounds=99).verdict == "regressed"


def test_what_changed_is_told_sentence_by_sentence(case: Case) -> None:
    cases = stories(case, 1)
    other = GOOD.replace("Three workers", "Nine workers").replace(
        "“Nobody is missing,” Brandt said. [1]\n", "The harbour stays closed until Thursday. [1]\n"
    )
    found = compared(cases, judged(cases, lambda _: GOOD), judged(cases, lambda _: other))
    (change,) = found.cases
    told = [
        (each.kind, claim.text[:12])
        for each in change.trials[0].claims
        if (claim := each.b or each.a)
    ]
    assert told == [
        ("same", "Fire destroy"),
        ("same", "A fire destr"),
        ("same", "The fire had"),
        ("reworded", "Nine workers"),
        ("dropped", "“Nobody is m"),
        ("added", "The harbour "),
    ]
    (nine,) = [each for each in change.trials[0].claims if each.kind == "reworded"]
    assert [each.exact for each in nine.evidence] == [
        "Three workers were hurt.",
        "Four workers were hurt when fire destroyed the grain warehouse of Marlow on Monday night.",
    ]
    assert any(line.startswith("support: unsupported: Nine workers") for line in change.faults)


def test_trials_of_a_story_are_one_pair(case: Case) -> None:
    cases = stories(case, 4)
    once = compared(cases, judged(cases, lambda _: GOOD), judged(cases, lambda _: BAD))
    often = compared(cases, judged(cases, lambda _: GOOD, 5), judged(cases, lambda _: BAD, 5))
    assert once.metrics == often.metrics
    assert [len(each.trials) for each in often.cases] == [5] * 4


def by_story(values: list[float]) -> dict[str, float]:
    return {f"s/{number:02}": value for number, value in enumerate(values)}


def test_a_metric_that_passes_or_fails_is_tested_as_pairs() -> None:
    passed, failed = [1.0] * STORIES, [0.0] * 5 + [1.0] * 7
    found = differences({"headline": by_story(passed)}, {"headline": by_story(failed)})["headline"]
    assert [found.a, found.b, found.stories] == pytest.approx([1.0, 7 / 12, STORIES])
    assert found.p == pytest.approx(2 / 2**5)


def test_stories_without_a_value_on_both_sides_are_left_out() -> None:
    one, other = {"values": {"s/1": 1.0, "s/2": 0.5}}, {"values": {"s/2": 1.0, "s/3": 0.0}}
    assert differences(one, other)["values"].difference == 0.5
    assert differences(one, {"support": {"s/1": 1.0}}) == {}


def test_what_a_summary_costs_decides_nothing() -> None:
    cheap, dear = [100.0 + n for n in range(STORIES)], [900.0 + 2 * n for n in range(STORIES)]
    found = differences({"tokens": by_story(cheap)}, {"tokens": by_story(dear)})["tokens"]
    assert (found.verdict, found.p < 0.05, found.decides) == ("no evidence", True, False)


def test_p_is_adjusted_for_the_metrics_that_differ() -> None:
    def side(shift: float) -> dict[str, dict[str, float]]:
        chance = random.Random(4)  # noqa: S311  (drawing samples, nothing secret)
        shares = [chance.random() * 0.2 + shift for _ in range(STORIES)]
        same = by_story([1.0] * STORIES)
        return {"support": by_story(shares), "neutrality": same, "values": same}

    alone, other = side(0.0), side(0.0)
    other["support"] = by_story([value - 0.1 for value in alone["support"].values()])
    (first, second) = (
        differences(alone, other)["support"].p,
        differences(alone, other | {"values": by_story([0.9] * STORIES)})["support"].p,
    )
    assert [first, second] == pytest.approx([2**-11, 2 * 2**-11])


def test_an_equivalent_subject_is_rarely_called_worse_or_better() -> None:
    """Each claim of nine is good with the same chance on both sides."""
    names = ("support", "fact-coverage", "neutrality", "values", "quote-fidelity", "omissions")

    def side(chance: random.Random) -> dict[str, dict[str, float]]:
        return {
            name: by_story(
                [sum(chance.random() < 0.85 for _ in range(9)) / 9 for _ in range(STORIES)]
            )
            for name in names
        }

    chance = random.Random(8)  # noqa: S311  (drawing samples, nothing secret)
    found = [differences(side(chance), side(chance), rounds=399) for _ in range(60)]
    alarms = sum(any(m.verdict != "no evidence" for m in each.values()) for each in found)
    assert alarms <= 5
