"""The planted faults are faults, and the check finds no fewer of them than it did."""

from __future__ import annotations

import functools
import json

import pytest

from benchmarks.mutation_operators import OPERATORS
from benchmarks.mutation_story import QUOTED, DemoStory
from benchmarks.mutations import BASELINE, Run, fallen, run

FIGURES = {"other unit": {"faults": 4, "own": 2, "error": 1, "any": 3}}


@functools.cache
def found() -> Run:
    return run()


def test_nothing_is_worse_than_the_baseline() -> None:
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    figures, alarms = found().figures(lasting=True), found().alarms(lasting=True)
    assert fallen(figures, alarms, baseline) == []


def test_every_operator_plants() -> None:
    names = [name for name, _, _ in OPERATORS]
    assert [name for name in (*names, "boilerplate") if name not in found().figures()] == []


def test_no_fault_is_a_correct_claim() -> None:
    right = {(claim.text, claim.sources) for claim, _ in found().right}
    planted = [each.mutation.claim for each in found().faults]
    assert [claim for claim in planted if (claim.text, claim.sources) in right] == []
    assert [claim for claim in planted if "  " in claim.text or "“”" in claim.text] == []


def test_altered_quotations_stand_nowhere() -> None:
    story = DemoStory()
    wrong = [
        each.mutation.claim.text
        for each in found().faults
        if each.mutation.operator in ("quotation altered", "quotation made up")
    ]
    assert all(any(story.absent(q) for q in QUOTED.findall(text)) for text in wrong)


def test_quotations_of_correct_claims_stand_in_their_sources() -> None:
    story = DemoStory()
    missing = [
        (claim.text, number)
        for claim in story.claims
        for quotation in QUOTED.findall(claim.text)
        for number in claim.sources
        if story.absent(quotation, [number])
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("now", "alarms", "worse"),
    [
        ({"own": 3}, {}, []),
        ({"error": 0}, {}, ["other unit: error 0, was 1"]),
        ({"faults": 5}, {}, ["other unit: 5 faults, were 4"]),
        ({}, {"NUM102 error": 1}, ["NUM102 error: 1 alarms, were 0"]),
    ],
)
def test_a_fall_is_named(now: dict[str, int], alarms: dict[str, int], worse: list[str]) -> None:
    figures = {"other unit": FIGURES["other unit"] | now}
    assert fallen(figures, alarms, {"found": FIGURES, "alarms": {}}) == worse
