"""Whether the headline can stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer
from summarizer.verify.document import HEADLINE

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="pass", absent=0.0)
def headline(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Whether there is a headline that is supported and in which no rule finds a fault.

    Faults are findings at level error or warning.
    """
    if outcome.headline is None or outcome.report is None:
        return Told(0.0, ("there is no headline",))
    claims = [each for each in outcome.report.claims if each.index == HEADLINE]
    doubts = [f"it is {each.verdict}" for each in claims if each.verdict != "supported"]
    doubts += [
        f"{each.rule} {each.message}"
        for each in outcome.report.findings
        if each.claim == HEADLINE and each.level != "note"
    ]
    return Told(float(not doubts), tuple(doubts))


SCORERS = (headline,)
