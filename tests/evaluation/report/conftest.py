"""A comparison and a judgement of an invented suite, with something of everything in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.evaluation.comparing import Sides, compare
from summarizer.evaluation.measuring import estimates, story_values
from summarizer.evaluation.model import HardFailure, Judgement, Stale
from summarizer.evaluation.suites import place, read_case, suites
from tests.evaluation.told import BAD, GOOD, judged, stories
from tests.render.browser.conftest import browser, opened

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Comparison, Scored

__all__ = ["browser", "opened"]
HOSTILE = "</script><img src=x onerror=alert(1)> `@team` #12 | {{ 7 * 7 }} \u202egnp"


@pytest.fixture
def cases(eval_dir: Path) -> list[Case]:
    (suite,) = suites(place(eval_dir))
    return stories(read_case(suite, "fire"))


@pytest.fixture
def scored(cases: list[Case]) -> list[Scored]:
    """What B wrote: faults in ten of twelve stories, in two trials."""
    return judged(cases, lambda number: BAD if number < 10 else GOOD, 2)


@pytest.fixture
def failure() -> HardFailure:
    return HardFailure(
        code="unsupported", case="c01", subject="somebody", trial=1, message="nine were not hurt"
    )


@pytest.fixture
def comparison(cases: list[Case], scored: list[Scored], failure: HardFailure) -> Comparison:
    a = judged(cases, lambda _: GOOD, 2)
    return compare(
        Sides(a=a, b=scored, names=("old@1", "new@2")),
        cases,
        hard_failures=[failure],
        notes=["the corpus has changed"],
        rounds=999,
    )


@pytest.fixture
def judgement(scored: list[Scored], failure: HardFailure) -> Judgement:
    return Judgement(
        verdict="fail",
        cases=12,
        trials=24,
        metrics=estimates(story_values(scored), rounds=999),
        hard_failures=(failure,),
        below=("support",),
        stale=(Stale(case="c02", subject="somebody", trial=3, reason="the prompt changed"),),
        notes=("the rules have changed",),
    )


@pytest.fixture
def hostile(comparison: Comparison) -> Comparison:
    """The comparison with words of somebody who means harm wherever words of others can stand."""
    case = comparison.cases[0]
    trial = case.trials[0]
    claims = tuple(
        replace(
            each,
            a=each.a and replace(each.a, text=HOSTILE, speaker=HOSTILE),
            b=each.b and replace(each.b, text=f"{HOSTILE} too", speaker=HOSTILE),
            kind="reworded",
            evidence=tuple(replace(e, exact=HOSTILE) for e in each.evidence),
        )
        for each in trial.claims
    )
    changed = replace(
        case,
        trials=(replace(trial, claims=claims),),
        faults=(HOSTILE,),
        mended=(HOSTILE,),
        sources={"s1": HOSTILE, "s2": HOSTILE},
    )
    return replace(comparison, a=HOSTILE, cases=(changed, *comparison.cases[1:]), notes=(HOSTILE,))
