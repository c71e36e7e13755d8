"""The fixed shapes that programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.evaluation.model import Comparison, Difference, HardFailure, Judgement, Metric


def judgement(document: Judgement) -> str:
    """What `eval judge --format json` prints."""
    return _line(
        {
            "verdict": document.verdict,
            "cases": document.cases,
            "trials": document.trials,
            "metrics": {name: _metric(each) for name, each in document.metrics.items()},
            "hard_failures": [_failure(each) for each in document.hard_failures],
        }
    )


def comparison(document: Comparison) -> str:
    """What `eval compare --format json` prints."""
    return _line(
        {
            "verdict": document.verdict,
            "metrics": {name: _difference(each) for name, each in document.metrics.items()},
            "cases": [{"id": each.id, "changed": each.changed} for each in document.cases],
        }
    )


def _line(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n"


def _metric(metric: Metric) -> dict[str, float | None]:
    return {"value": metric.value, "low": metric.low, "high": metric.high}


def _difference(found: Difference) -> dict[str, float | None]:
    return {
        "a": found.a,
        "b": found.b,
        "difference": found.difference,
        "low": found.low,
        "high": found.high,
        "p": found.p,
    }


def _failure(failure: HardFailure) -> dict[str, str | int | None]:
    return {
        "code": failure.code,
        "case": failure.case,
        "subject": failure.subject,
        "trial": failure.trial,
        "message": failure.message,
    }
