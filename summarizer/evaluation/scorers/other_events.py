"""Whether a summary mixes events up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer
from summarizer.evaluation.telling import cut, sentences
from summarizer.evaluation.wording import has

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="lower", unit="count")
def other_events(outcome: Outcome, case: Case) -> Told:
    """Number of sentences that tell of another occasion as if it were this one.

    They have a word that the case gives to another event, and are not set apart as background.
    """
    if not case.expected.other_events:
        return NOT_APPLICABLE
    traps = [word for each in case.expected.other_events for word in each.words]
    found = [
        f"‘{word}’ is of another event: {cut(claim.text)}"
        for claim in sentences(outcome)
        if claim.kind != "background"
        for word in [each for each in traps if has(claim.text, each)][:1]
    ]
    return Told(float(len(found)), tuple(found))


SCORERS = (other_events,)
