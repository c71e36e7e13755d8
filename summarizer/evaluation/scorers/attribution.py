"""The verdict of the attribution test, family by family."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Scorer, Told, share
from summarizer.verify.registry import FAMILIES

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome

_TEXT = """Share of the sentences in which rules of the family {family} ({label}) find nothing.

Findings at level error and warning count, notes do not. A finding about the whole summary counts
for every sentence. The headline is a sentence."""


def _without(family: str, outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (given both)
    if outcome.report is None:
        return NOT_APPLICABLE
    mine = [
        each
        for each in outcome.report.findings
        if each.rule.startswith(family) and each.level != "note"
    ]
    count = len(outcome.report.claims)
    faulty = {each.claim for each in mine}
    clean = 0 if None in faulty else count - len(faulty)
    return share(clean, count, [f"{each.rule} {each.message}" for each in mine])


SCORERS = tuple(
    Scorer(
        name=f"attribution-{family}",
        text=_TEXT.format(family=family, label=label.lower()),
        score=functools.partial(_without, family),
        better="higher",
        unit="share",
    )
    for family, label in FAMILIES.items()
    if family != "SCH"  # schema-validity says it of the whole document
)
