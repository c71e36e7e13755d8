"""Baselines: what a suite came to when somebody last said that it is good, and must not sink below.

`baselines/<suite>.json` is committed and reviewed; it moves by `eval bless` alone.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.evaluation.measuring import story_values
from summarizer.evaluation.scoring import scorers
from summarizer.model.codec import CodecError, decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from summarizer.evaluation.model import Scored
    from summarizer.evaluation.suites import Place

# Floors have so many decimals, rounded to the lenient side.
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a subject came to: floors by metric (of a metric that is better low: ceilings)."""

    prompt: str | None
    cases: int
    trials: int
    floors: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The baseline of a suite: digests, the scorers' versions, and what holds for each subject.

    `found` are the faulty sentences that the check finds, by case. `reason` says why it was last
    lowered, None if it never was.
    """

    schema: int
    corpus: str
    rules: str
    scorers: dict[str, int]
    found: dict[str, tuple[str, ...]]
    subjects: dict[str, Standing]
    reason: str | None


def baseline_of(where: Place, suite: str) -> Baseline | None:
    """The baseline of a suite, None if it has none.

    Raises:
        InputError: it was changed by hand to something else.
    """
    path = path_of(where, suite)
    if not path.is_file():
        return None
    try:
        return decode(Baseline, json.loads(path.read_bytes()))
    except (OSError, CodecError, ValueError) as reason:
        message = f"{path}: it is no baseline: {reason}"
        raise InputError("bad-baseline", message, "undo the change, or bless it anew") from None


def path_of(where: Place, suite: str) -> Path:
    """The file of a suite's baseline."""
    return where.baselines / f"{suite}.json"


def standing(scored: Sequence[Scored], prompt: str | None) -> Standing:
    """What a subject's outcomes on a suite come to."""
    values = story_values(scored)
    floors = {
        each.name: _lenient(math.fsum(found.values()) / len(found), each.better == "higher")
        for each in scorers()
        if each.decides and (found := values.get(each.name))
    }
    return Standing(
        prompt=prompt,
        cases=len({each.outcome.case for each in scored}),
        trials=len(scored),
        floors=floors,
    )


def _lenient(value: float, higher: bool) -> float:  # noqa: FBT001  (which way is lenient)
    scale = float(10**_DIGITS)
    inexact = math.floor(value * scale + 1e-6) if higher else math.ceil(value * scale - 1e-6)
    return inexact / scale


def found_of(scored: Sequence[Scored]) -> dict[str, tuple[str, ...]]:
    """The faulty sentences that the check finds, by case."""
    return {
        each.outcome.case: tuple(
            sorted(one.id for one in each.outcome.planted if one.kind == "faulty" and one.right)
        )
        for each in scored
    }


def sunk(floors: dict[str, float], now: Standing) -> Iterator[str]:
    """Metrics of a subject that are worse than these floors, a line each."""
    better = {each.name: each.better for each in scorers()}
    for metric, floor in floors.items():
        value = now.floors.get(metric)
        if metric not in better:
            yield f"{metric}: there is no such metric any more"
        elif value is None:
            yield f"{metric}: it applies to no case any more (was {floor:g})"
        elif value < floor if better[metric] == "higher" else value > floor:
            yield f"{metric}: {value:g}, and {floor:g} is the {_bound(better[metric])}"


def _bound(better: str) -> str:
    return "least" if better == "higher" else "most"
