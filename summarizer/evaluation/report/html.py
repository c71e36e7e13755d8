"""Judgements and comparisons as pages that need nothing outside of themselves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.evaluation.measuring import detection, story_values
from summarizer.evaluation.report import differing, figures, plots
from summarizer.evaluation.scoring import SHARES, scorer_of
from summarizer.render.page import page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.evaluation.model import CaseChange, Comparison, Judgement, Scored

_PACKAGE = "summarizer.evaluation.report"


class Cell(NamedTuple):
    """What a story has of a metric: a figure, its side (worse, better, same), how strong it is."""

    text: str
    side: str
    weight: int
    label: str


def comparison_page(document: Comparison) -> str:
    """Metrics with plots of the stories' differences, the matrix, and each case side by side."""
    return page(
        "comparison.html",
        {
            "title": f"{document.b} against {document.a}: {document.verdict}",
            "document": document,
            "rows": figures.rows(document),
            "alike": figures.alike(document),
            "matrix": {
                row.metric: _changes(row.metric, document) for row in figures.rows(document)
            },
            "kinds": {case.id: _kinds(case) for case in document.cases},
            "hard_failures": [figures.failure(each) for each in document.hard_failures],
            "figures": figures,
            "plots": plots,
            "pieces": differing.pieces,
            "scorer_of": scorer_of,
        },
        package=_PACKAGE,
        styles=("evaluation.css",),
        scripts=("evaluation.js",),
    )


def _changes(metric: str, document: Comparison) -> list[Cell]:
    """The differences of a metric in each case; the largest of them weighs most."""
    found = document.metrics[metric]
    pairs = [case.values.get(metric, (None, None)) for case in document.cases]
    most = max((abs(b - a) for a, b in pairs if a is not None and b is not None), default=0)
    return [_change(metric, a, b, most, plots.side((b or 0) - (a or 0), found)) for a, b in pairs]


def _change(metric: str, a: float | None, b: float | None, most: float, side: str) -> Cell:
    label = f"{figures.value(metric, a)} to {figures.value(metric, b)}"
    if a is None or b is None:
        return Cell("" if a is b else "–", "none", 0, label)
    if a == b:
        return Cell("0", "same", 0, label)
    weight = 1 + round(2 * abs(b - a) / most)
    return Cell(figures.change(metric, b - a), side, weight, label)


def _kinds(case: CaseChange) -> str:
    """How many sentences became what in the trial that is shown: "2 reworded, 1 added"."""
    trial = figures.shown_trial(case)
    found = Counter(each.kind for each in trial.claims) if trial else Counter()
    told = [f"{count} {kind}" for kind, count in found.items() if kind != "same"]
    return ", ".join(told) or ("other values" if case.changed else "unchanged")


def judgement_page(document: Judgement, scored: Sequence[Scored]) -> str:
    """Metrics with intervals, a matrix for each subject, and each outcome with its details."""
    subjects = tuple(dict.fromkeys(str(each.outcome.subject) for each in scored))
    cases = tuple(dict.fromkeys(f"{e.outcome.suite}/{e.outcome.case}" for e in scored))
    by_subject = {
        name: story_values([each for each in scored if str(each.outcome.subject) == name])
        for name in subjects
    }
    return page(
        "judgement.html",
        {
            "title": f"{', '.join(subjects) or 'nothing'}: {document.verdict}",
            "shares": SHARES,
            "document": document,
            "cases": cases,
            "subjects": subjects,
            "scored": scored,
            "matrices": {
                name: {m: _values(m, values, cases) for m in document.metrics if m in values}
                for name, values in by_subject.items()
            },
            "found": detection(scored),
            "notes": figures.notes(document),
            "hard_failures": [figures.failure(each) for each in document.hard_failures],
            "figures": figures,
            "scorer_of": scorer_of,
            "verdicts": _verdicts,
        },
        package=_PACKAGE,
        styles=("evaluation.css",),
        scripts=("evaluation.js",),
    )


def _values(
    metric: str, values: Mapping[str, Mapping[str, float]], cases: Sequence[str]
) -> list[Cell]:
    """The values of a metric in each case; the farther from the best, the stronger."""
    found = [values[metric].get(case) for case in cases]
    best = _best(metric, [each for each in found if each is not None])
    most = max(abs(each - best) for each in found if each is not None)
    return [_value(metric, each, best, most) for each in found]


def _best(metric: str, found: Sequence[float]) -> float:
    """What every story should have: all or nothing of a share, else the best there is."""
    scorer = scorer_of(metric)
    if scorer.better == "higher":
        return 1.0 if scorer.unit in SHARES else max(found)
    return 0.0 if scorer.unit in (*SHARES, "count") else min(found)


def _value(metric: str, number: float | None, best: float, most: float) -> Cell:
    if number is None:
        return Cell("", "none", 0, "does not apply")
    text = figures.value(metric, number)
    if number == best or not scorer_of(metric).decides:
        return Cell(text, "same", 0, text)
    return Cell(text, "worse", 1 + round(2 * abs(number - best) / most), text)


def _verdicts(scored: Scored) -> dict[int, str]:
    """What the check says of each sentence of an outcome, by its index."""
    report = scored.outcome.report
    return {each.index: each.verdict for each in report.claims} if report else {}
