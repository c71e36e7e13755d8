"""The two sides of a comparison: what a name stands for, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.evaluation import digests, runs
from summarizer.evaluation.comparing import Sides, compare
from summarizer.evaluation.hard import hard_failures
from summarizer.evaluation.session import held
from summarizer.evaluation.subjects import EXTRACTIVE, Choice
from summarizer.evaluation.suites import read_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.evaluation.model import Comparison, HardFailure, Scored
    from summarizer.evaluation.runs import Run
    from summarizer.evaluation.session import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one name stands for: a run that was kept or is made now, and what to know of it."""

    name: str
    run: Run
    scored: tuple[Scored, ...]
    notes: tuple[str, ...] = ()


def comparison(order: Order, a: str, b: str) -> Comparison:
    """B against A on the suites of an order; each is a run, a prompt, a writer or a folder.

    Raises:
        UsageError: a name stands for nothing or for several subjects, or they share no case.
        SummarizerError: what is to be judged cannot be read.
    """
    one, other = _side(order, a), _side(order, b)
    shared = _cases(one.scored) & _cases(other.scored)
    if not shared:
        hint = "record the same cases for both, or name another --suite"
        raise UsageError("nothing-shared", f"{a} and {b} have no case in common", hint)
    there = [(suite, each) for suite in order.suites for each in suite.cases]
    return compare(
        Sides(a=one.scored, b=other.scored, names=(a, b)),
        [read_case(suite, case) for suite, case in there if (suite.name, case) in shared],
        hard_failures=_new(one.scored, other.scored),
        notes=tuple(_notes(order, one, other, shared)),
    )


def _side(order: Order, name: str) -> Side:
    notes: tuple[str, ...] = ()
    if runs.exists(order.where, name):
        run = runs.load(order.where, name)
    else:
        session = held(replace(order, choice=_choice(order.choice, name)))
        run, stale = session.run(), session.judged.stale
        notes = tuple(f"{name} is stale: {s.case}, trial {s.trial}: {s.reason}" for s in stale)
    wanted = {suite.name for suite in order.suites}
    scored = tuple(each for each in run.scored if each.outcome.suite in wanted)
    subjects = dict.fromkeys(str(each.outcome.subject) for each in scored)
    if len(subjects) > 1:
        message = f"{name} stands for several: {', '.join(subjects)}"
        hint = "name one with --model, or keep a run of one subject"
        raise UsageError("several-subjects", message, hint)
    return Side(name=name, run=run, scored=scored, notes=notes)


def _choice(given: Choice, name: str) -> Choice:
    if name == EXTRACTIVE:
        return Choice(writers=(name,))
    if "@" not in name and Path(name).is_dir():
        return Choice(summaries=(Path(name),))
    return Choice(prompts=(name,), models=given.models)


def _cases(scored: Iterable[Scored]) -> set[tuple[str, str]]:
    return {(each.outcome.suite, each.outcome.case) for each in scored}


def _new(a: Sequence[Scored], b: Sequence[Scored]) -> tuple[HardFailure, ...]:
    """Hard failures of B in cases where A has none of the kind."""
    before = {(each.code, each.case) for each in _hard(a)}
    return tuple(each for each in _hard(b) if (each.code, each.case) not in before)


def _hard(scored: Sequence[Scored]) -> tuple[HardFailure, ...]:
    return hard_failures([each.outcome for each in scored], {})


def _notes(order: Order, a: Side, b: Side, shared: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What people have to know before they read a number."""
    for suite in order.suites:
        if suite.name in {name for name, _ in shared}:
            now = digests.corpus(suite)
            for side in (a, b):
                if side.run.corpus.get(suite.name) != now:
                    yield f"the corpus has changed: {side.name} was judged on another {suite.name}"
    if a.run.rules != b.run.rules:
        yield f"the rules are not the same: {a.name} and {b.name} were judged by different checks"
    yield from a.notes
    yield from b.notes
    for one, other in ((a, b), (b, a)):
        alone = sorted(_cases(one.scored) - set(shared))
        if alone:
            listed = ", ".join(f"{suite}/{case}" for suite, case in alone)
            yield f"{other.name} has nothing of {listed}: not compared"
