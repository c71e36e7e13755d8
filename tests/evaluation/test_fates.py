"""What a model's summary took, by its own account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer import summarize
from summarizer.evaluation.scoring import measure, scorer_of
from summarizer.evaluation.suites import place, read_case, suites
from summarizer.model.summary import Writing
from tests.evaluation.told import GOOD, outcome_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("strategy", "expected"), [("one-call", 2.0), ("plan-then-write", 1.0), ("another", None)]
)
def test_requests_beyond_the_least_are_counted(
    strategy: str, expected: float | None, eval_dir: Path
) -> None:
    (suite,) = suites(place(eval_dir))
    case = read_case(suite, "fire")
    summary = summarize(case.articles)
    writing = Writing(
        strategy=strategy,
        kept=5,
        repaired=2,
        replaced=0,
        withheld=0,
        requests=3,
        stored=0,
        seconds=1.5,
        fallback=None,
    )
    told = replace(summary, provenance=replace(summary.provenance, writing=writing))
    outcome = outcome_of(case, GOOD, summary=told)
    assert measure(scorer_of("asked-again"), outcome, case).value == expected
