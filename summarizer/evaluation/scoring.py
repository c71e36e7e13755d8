"""What a scorer is, where they are found, and how an outcome is scored.

A scorer is a small function in a file of `scorers/`; its name, its documentation and its code give
the metric, docs/scorers.md and the test that it is documented:

    @scorer(better="higher", unit="share", absent=0.0)
    def fact_coverage(outcome: Outcome, case: Case) -> Told:
        \"\"\"Share of the expected facts that are told with a citation that carries them.\"\"\"
        ...
        return share(told, len(case.expected.facts), missing)

It is only asked where there is a summary, and may raise: the score then says so.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import math
import pkgutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.evaluation import scorers as package
from summarizer.evaluation.model import Score, Scored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Better, Outcome

Unit = Literal["pass", "share", "count", "words", "tokens", "seconds", "US dollars"]
# Metrics of these units lie between 0 and 1.
SHARES: tuple[Unit, ...] = ("pass", "share")
# The order of the metrics in reports: first what a reader would miss most.
_ORDER = (
    "published",
    "schema_validity",
    "support",
    "fact_coverage",
    "forbidden_facts",
    "values",
    "speaker_correctness",
    "quote_fidelity",
    "citations",
    "conflicts_reported",
    "origin_correctness",
    "neutrality",
    "other_events",
    "headline",
    "sources",
    "redundancy",
    "length",
    "order_stability",
    "fates",
    "planted",
    "attribution",
    "spending",
)


class Told(NamedTuple):
    """What a scorer found: a value, None where it does not apply, and lines for people."""

    value: float | None
    detail: tuple[str, ...] = ()


NOT_APPLICABLE = Told(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """A metric. `version` rises when the same summary may get another value than before.

    `absent` is the value where a subject gave no summary (None: the metric does not apply then).
    `always`: it does not look at the summary, so it is asked even then. `decides`: a change of it
    makes a subject worse or better; what a summary costs is reported and decides nothing.
    """

    name: str
    text: str = field(repr=False)
    score: Callable[[Outcome, Case], Told]
    better: Better
    unit: Unit
    version: int = 1
    absent: float | None = None
    always: bool = False
    decides: bool = True
    margin: float = 0.0

    @property
    def passes(self) -> bool:
        """Whether its values are 1 for passed and 0 for failed, and nothing between."""
        return self.unit == "pass"

    @property
    def title(self) -> str:
        """The first line of the documentation."""
        return self.text.partition("\n")[0].rstrip(".")


def scorer(  # noqa: PLR0913  (what a metric is, each by its name)
    *,
    better: Better,
    unit: Unit,
    version: int = 1,
    absent: float | None = None,
    always: bool = False,
    decides: bool = True,
    margin: float = 0.0,
) -> Callable[[Callable[[Outcome, Case], Told]], Scorer]:
    """Make a scorer of a function: its name with hyphens is the metric's."""

    def made(score: Callable[[Outcome, Case], Told]) -> Scorer:
        return Scorer(
            name=score.__name__.replace("_", "-"),
            text=inspect.getdoc(score) or "",
            score=score,
            better=better,
            unit=unit,
            version=version,
            absent=absent,
            always=always,
            decides=decides,
            margin=margin,
        )

    return made


@functools.cache
def scorers() -> tuple[Scorer, ...]:
    """All scorers in the order of reports."""
    modules = [info.name for info in pkgutil.iter_modules(package.__path__)]
    found: list[Scorer] = []
    for name in sorted(modules, key=lambda each: (_ORDER.index(each), each)):
        module = importlib.import_module(f"{package.__name__}.{name}")
        found += module.SCORERS
    return tuple(found)


@functools.cache
def scorer_of(metric: str) -> Scorer:
    """The scorer of a metric."""
    return next(each for each in scorers() if each.name == metric)


def scored(outcome: Outcome, case: Case, chosen: Iterable[Scorer] | None = None) -> Scored:
    """An outcome with all its scores, those that do not apply among them."""
    wanted = scorers() if chosen is None else chosen
    return Scored(outcome=outcome, scores=tuple(measure(each, outcome, case) for each in wanted))


def measure(metric: Scorer, outcome: Outcome, case: Case) -> Score:
    """The score of one metric; a scorer that raises becomes a score that says so."""
    score = Score(metric=metric.name, value=metric.absent)
    if outcome.failure and not metric.always:
        return replace(score, detail=(f"no summary: {outcome.failure.message}",))
    try:
        told = metric.score(outcome, case)
    except Exception as reason:  # noqa: BLE001  (a fault of one scorer must not hide the others)
        return replace(score, value=None, failure=f"{type(reason).__name__}: {reason}")
    if told.value is not None and not math.isfinite(told.value):
        return replace(score, value=None, failure=f"its value is {told.value}")
    return replace(score, value=told.value, detail=told.detail)


def share(part: int, whole: int, detail: Iterable[str] = ()) -> Told:
    """A part of a whole; of nothing there is no share."""
    return Told(part / whole, tuple(detail)) if whole else NOT_APPLICABLE


def documentation() -> str:
    """The text of docs/scorers.md."""
    lines = ["# Scorers of prompt evaluation", ""]
    lines += ["Generated by `make docs` from `summarizer/evaluation/scorers/`; do not edit.", ""]
    lines += ["| metric | better | values | decides |", "|---|---|---|---|"]
    for each in scorers():
        anchor = f"[{each.name}](#{each.name.lower()})"
        decides = "yes" if each.decides else "no"
        lines.append(f"| {anchor} | {each.better} | {each.unit} | {decides} |")
    for each in scorers():
        heading, _, body = each.text.partition("\n")
        lines += ["", f"## {each.name}", "", f"**{heading}** Version {each.version}."]
        if each.margin:
            lines[-1] += f" Differences up to {each.margin:g} matter to no reader."
        if each.absent is not None:
            lines[-1] += f" Without a summary: {each.absent:g}."
        lines += ["", body.strip()] if body.strip() else []
    return "\n".join(lines) + "\n"
