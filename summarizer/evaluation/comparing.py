"""One subject against another on the same cases: what got worse or better, and how surely."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.evaluation.aligning import changes
from summarizer.evaluation.measuring import story_values
from summarizer.evaluation.model import CaseChange, Comparison, Difference, TrialChange
from summarizer.evaluation.scoring import scorers
from summarizer.evaluation.statistics import (
    ALPHA,
    ROUNDS,
    SEED,
    contrast,
    holm,
    mcnemar,
    smallest_difference,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.measuring import Values
    from summarizer.evaluation.model import Change, HardFailure, Scored
    from summarizer.evaluation.scoring import Scorer
    from summarizer.evaluation.statistics import Contrast


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The scored outcomes of A and of B, and what the two are called."""

    a: Sequence[Scored]
    b: Sequence[Scored]
    names: tuple[str, str]


def compare(  # noqa: PLR0913  (what is compared, and what is known besides, each by its name)
    sides: Sides,
    cases: Iterable[Case],
    *,
    hard_failures: Sequence[HardFailure] = (),
    notes: Sequence[str] = (),
    seed: int = SEED,
    rounds: int = ROUNDS,
) -> Comparison:
    """B against A, story by story; `hard_failures` are those of B that A has not."""
    a, b = story_values(sides.a), story_values(sides.b)
    metrics = differences(a, b, seed=seed, rounds=rounds)
    found = [each for case in cases if (each := _case(case, sides, a, b))]
    return Comparison(
        a=sides.names[0],
        b=sides.names[1],
        verdict=verdict(metrics, hard_failures),
        metrics=metrics,
        cases=tuple(found),
        hard_failures=tuple(hard_failures),
        notes=(*notes, *_few(len(found)), *_failed(sides)),
        seed=seed,
        rounds=rounds,
    )


def verdict(metrics: Mapping[str, Difference], hard_failures: Sequence[HardFailure]) -> Change:
    """Regressed if anything is, whatever else improved."""
    found = {each.verdict for each in metrics.values()}
    if hard_failures or "regressed" in found:
        return "regressed"
    return "improved" if "improved" in found else "no evidence"


def differences(
    a: Values, b: Values, *, seed: int = SEED, rounds: int = ROUNDS
) -> dict[str, Difference]:
    """B against A in every metric that both have in at least one story."""
    tested = [
        _tested(metric, a[metric.name], b[metric.name], seed, rounds)
        for metric in scorers()
        if a.get(metric.name, {}).keys() & b.get(metric.name, {}).keys()
    ]
    deciding = [each for each in tested if each.metric.decides and each.found.differing]
    others = [each for each in tested if not each.metric.decides]
    adjusted = {each.metric.name: 1.0 for each in tested}
    for family in (deciding, others):
        names = (each.metric.name for each in family)
        adjusted |= dict(zip(names, holm([each.p for each in family]), strict=True))
    return {
        each.metric.name: _difference(each, adjusted[each.metric.name], len(deciding))
        for each in tested
    }


class _Tested(NamedTuple):
    """A metric, its values in the stories of both sides, and the test of their differences."""

    metric: Scorer
    a: list[float]
    b: list[float]
    found: Contrast
    p: float


def _tested(
    metric: Scorer, a: Mapping[str, float], b: Mapping[str, float], seed: int, rounds: int
) -> _Tested:
    stories = sorted(a.keys() & b.keys())
    before, after = [a[each] for each in stories], [b[each] for each in stories]
    found = contrast([y - x for x, y in zip(before, after, strict=True)], seed=seed, rounds=rounds)
    if not metric.passes:
        return _Tested(metric, before, after, found, found.p)
    pairs = list(zip(before, after, strict=True))
    worse, better = sum(x > y for x, y in pairs), sum(x < y for x, y in pairs)
    return _Tested(metric, before, after, found, mcnemar(worse, better))


def _difference(tested: _Tested, p: float, family: int) -> Difference:
    """The difference with its verdict; `family` metrics share the chance of a false alarm.

    A metric on which no story differs cannot be called regressed, whichever side is A, so it is
    none of the family (Tarone 1990).
    """
    metric, found = tested.metric, tested.found
    estimate = found.estimate
    change: Change = "no evidence"
    if metric.decides and p <= ALPHA and abs(estimate.value) > metric.margin:
        up = estimate.value > 0
        change = "improved" if up == (metric.better == "higher") else "regressed"
    return Difference(
        a=math.fsum(tested.a) / len(tested.a),
        b=math.fsum(tested.b) / len(tested.b),
        difference=estimate.value,
        low=estimate.low,
        high=estimate.high,
        p=p,
        verdict=change,
        better=metric.better,
        smallest=smallest_difference(found.spread, found.stories, ALPHA / max(1, family)),
        stories=found.stories,
        decides=metric.decides,
    )


def _case(case: Case, sides: Sides, a: Values, b: Values) -> CaseChange | None:
    """What changed in a case that both sides have, None for another one."""
    mine, yours = _of_case(sides.a, case), _of_case(sides.b, case)
    if not mine or not yours:
        return None
    trials = tuple(
        TrialChange(
            trial=number, claims=changes(mine.get(number, _first(mine)).outcome, each.outcome, case)
        )
        for number, each in sorted(yours.items())
    )
    values = {
        metric.name: (a.get(metric.name, {}).get(case.id), b.get(metric.name, {}).get(case.id))
        for metric in scorers()
        if case.id in a.get(metric.name, {}) or case.id in b.get(metric.name, {})
    }
    shared = {name for name, (one, other) in values.items() if None not in (one, other)}
    before, after = _details(mine.values(), shared), _details(yours.values(), shared)
    return CaseChange(
        id=case.id,
        changed=_changed(trials, values),
        values=values,
        trials=trials,
        faults=tuple(each for each in after if each not in before),
        mended=tuple(each for each in before if each not in after),
        sources={each.id: each.outlet or each.title or each.id for each in case.articles},
    )


def _changed(
    trials: Iterable[TrialChange], values: Mapping[str, tuple[float | None, float | None]]
) -> bool:
    """Whether a sentence or the value of a metric that decides is another one."""
    told = any(each.kind != "same" for trial in trials for each in trial.claims)
    deciding = (values[each.name] for each in scorers() if each.decides and each.name in values)
    return told or any(before != after for before, after in deciding)


def _of_case(scored: Iterable[Scored], case: Case) -> dict[int, Scored]:
    """The outcomes of a case by trial."""
    return {
        each.outcome.trial: each
        for each in scored
        if f"{each.outcome.suite}/{each.outcome.case}" == case.id
    }


def _first(trials: Mapping[int, Scored]) -> Scored:
    """What stands for a trial that a side has not: a writer without chance needs only one."""
    return trials[min(trials)]


def _details(scored: Iterable[Scored], shared: Collection[str]) -> tuple[str, ...]:
    """What scorers that decide say of all trials, each once, on metrics that both sides have."""
    deciding = {metric.name for metric in scorers() if metric.decides}
    return tuple(
        dict.fromkeys(
            f"{score.metric}: {line}"
            for each in scored
            for score in each.scores
            if score.metric in deciding and score.metric in shared
            for line in score.detail
        )
    )


def _few(cases: int) -> tuple[str, ...]:
    """That so few stories show nothing, if that is so."""
    if smallest_difference(1.0, cases) is not None:
        return ()
    return (f"{cases} in common are too few stories to show that a metric regressed or improved",)


def _failed(sides: Sides) -> tuple[str, ...]:
    """Scorers that raised, each with the first case where they did."""
    found: dict[str, str] = {}
    for each in (*sides.a, *sides.b):
        for score in each.scores:
            if score.failure:
                where = f"{each.outcome.suite}/{each.outcome.case}"
                text = f"the scorer {score.metric} failed on {where}: {score.failure}"
                found.setdefault(score.metric, text)
    return tuple(found.values())
