"""The committed suites are judged as in continuous integration: a gate for rules and writers.

Where this fails after an intended change, `summarizer eval judge` tells more, and
`eval bless SUITE --prompt summarize@1 --prompt summarize@2 --writer extractive` moves the
baseline: down only with --allow-lower and a --reason.
"""

from __future__ import annotations

from pathlib import Path

from summarizer.evaluation.session import Order, held
from summarizer.evaluation.subjects import Choice
from summarizer.evaluation.suites import place, suites
from summarizer.evaluation.verdict import judgement

ROOT = Path(__file__).resolve().parent.parent.parent


def test_what_is_committed_keeps_to_its_baselines() -> None:
    where = place(ROOT / "eval")
    choice = Choice(prompts=("summarize@1", "summarize@2"), writers=("extractive",))
    found = judgement(held(Order(where=where, suites=suites(where), choice=choice)))
    assert (found.hard_failures, found.below, found.stale) == ((), (), ())
    assert found.verdict == "pass"
