"""Figures as people read them, and the sentences that several formats share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.evaluation.scoring import scorer_of
from summarizer.evaluation.statistics import POWER
from summarizer.render.labels import plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.evaluation.model import (
        CaseChange,
        Comparison,
        Difference,
        HardFailure,
        Judgement,
        TrialChange,
    )
    from summarizer.evaluation.scoring import Unit

_FORMS: dict[Unit, tuple[float, str, str]] = {
    "pass": (100, ".1f", " %"),
    "share": (100, ".1f", " %"),
    "count": (1, ".2f", ""),
    "words": (1, ",.0f", ""),
    "tokens": (1, ",.0f", ""),
    "seconds": (1, ".1f", " s"),
    "US dollars": (1, ".4f", " $"),
}
MARKS = {"same": " ", "reworded": "~", "other citations": "=", "added": "+", "dropped": "-"}


class Row(NamedTuple):
    """A metric of a comparison in words: B against A."""

    metric: str
    a: str
    b: str
    difference: str
    interval: str
    p: str
    smallest: str
    verdict: str


def value(metric: str, number: float | None) -> str:
    """A value in the unit of its metric; a dash where there is none."""
    if number is None:
        return "-"
    factor, form, unit = _FORMS[scorer_of(metric).unit]
    return f"{number * factor:{form}}{unit}"


def change(metric: str, number: float | None) -> str:
    """A difference with its sign; of shares in percentage points."""
    if number is None:
        return "-"
    factor, form, _ = _FORMS[scorer_of(metric).unit]
    text = f"{number * factor:+{form}}"
    return text if text.strip("+-0.,") else text.lstrip("+-")


def probability(p: float) -> str:
    """A p value without the zero that each has: ".012", "<.001"."""
    return "<.001" if p < 0.0005 else f"{p:.3f}".removeprefix("0")


def interval(metric: str, low: float | None, high: float | None) -> str:
    """The two ends of the interval of a difference, None as nothing."""
    return "" if low is None else f"{change(metric, low)} to {change(metric, high)}"


def bounds(metric: str, low: float | None, high: float | None) -> str:
    """The two ends of the interval of a value, None as nothing."""
    return "" if low is None else f"{value(metric, low)} to {value(metric, high)}"


def rows(document: Comparison) -> list[Row]:
    """The metrics on which some story differs: the regressed, the improved, then the others."""
    ranks = {"regressed": 0, "improved": 1, "no evidence": 2}
    differing = [(name, each) for name, each in document.metrics.items() if differs(name, document)]
    ordered = sorted(differing, key=lambda item: (ranks[item[1].verdict], not item[1].decides))
    return [_row(name, each) for name, each in ordered]


def _row(name: str, found: Difference) -> Row:
    return Row(
        metric=name,
        a=value(name, found.a),
        b=value(name, found.b),
        difference=change(name, found.difference),
        interval=interval(name, found.low, found.high),
        p=probability(found.p),
        smallest="" if found.smallest is None else change(name, found.smallest).lstrip("+"),
        verdict=found.verdict if found.decides else "decides nothing",
    )


def differs(metric: str, document: Comparison) -> bool:
    """Whether any story has another value of a metric on the two sides."""
    pairs = (case.values.get(metric, (None, None)) for case in document.cases)
    return any(a != b for a, b in pairs if a is not None and b is not None)


def alike(document: Comparison) -> list[str]:
    """The metrics on which no story differs."""
    return [name for name in document.metrics if not differs(name, document)]


def counts(document: Comparison) -> str:
    """What the verdict rests on: "2 metrics regressed, 1 improved; 12 stories, 9 changed"."""
    found = [each.verdict for each in document.metrics.values()]
    worse, better = found.count("regressed"), found.count("improved")
    told = f"{plural(worse, 'metric')} regressed, {better} improved"
    if document.hard_failures:
        told += f", {plural(len(document.hard_failures), 'hard failure')}"
    changed = sum(each.changed for each in document.cases)
    cases = len(document.cases)
    return f"{told}; {plural(cases, 'story')}, {changed} changed"


def method(document: Comparison) -> str:
    """How the figures come about, in a sentence or two."""
    return (
        "Differences are B minus A, of shares in percentage points, with 95 % intervals paired by"
        f" story (wild bootstrap: all ways, or {document.rounds:,} with seed {document.seed};"
        " trials of a story are averaged); p is adjusted over the metrics (Holm), of passed or"
        " failed by McNemar's exact test. “Shows” is the smallest true difference that would be"
        f" found with {100 * POWER:.0f} % chance."
    )


def failure(each: HardFailure) -> str:
    """A hard failure in a line."""
    trial = f", trial {each.trial}" if each.trial is not None else ""
    return f"{each.code}: {each.case}, {each.subject}{trial}: {each.message}"


def notes(document: Judgement) -> list[str]:
    """What is said before any number: stale answers, then the rest."""
    stale = [
        f"stale: {each.case}, {each.subject}, trial {each.trial}: {each.reason}"
        for each in document.stale
    ]
    return [*stale, *document.notes]


def shown_trial(case: CaseChange) -> TrialChange | None:
    """The trial that tells most: the first with a sentence that is another one."""
    return next((each for each in case.trials if changed(each)), None)


def changed(trial: TrialChange) -> bool:
    """Whether a sentence of a trial is another one."""
    return any(each.kind != "same" for each in trial.claims)


def together(found: Mapping[str, tuple[int, int]]) -> str:
    """How many planted faults of each family are found: "NUM 3 of 4, QUO 2 of 2"."""
    return ", ".join(f"{family} {right} of {count}" for family, (right, count) in found.items())
