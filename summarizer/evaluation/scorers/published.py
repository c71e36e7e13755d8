"""Whether there is a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="pass", absent=0.0)
def published(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Whether there is a summary with at least one claim."""
    return Told(float(bool(outcome.claims)))


SCORERS = (published,)
