"""Whether the cited sources carry what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer, share
from summarizer.evaluation.telling import cut

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share")
def support(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Share of the sentences, the headline among them, that the check calls supported.

    A sentence that the check can neither carry nor refute is not supported.
    """
    if outcome.report is None:
        return NOT_APPLICABLE
    others = [each for each in outcome.report.claims if each.verdict != "supported"]
    count = len(outcome.report.claims)
    lines = [f"{each.verdict}: {cut(each.text)}" for each in others]
    return share(count - len(others), count, lines)


SCORERS = (support,)
