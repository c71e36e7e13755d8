"""Whether the order of the articles decides what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.aligning import aligned
from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer, share
from summarizer.evaluation.telling import cut

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share")
def order_stability(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Share of the claims that are told with the articles in either order, of all that are told.

    Claims are aligned by their words and citations. The extractive writer is asked again with the
    articles in the opposite order; a model would have to be recorded anew, so it has no value, and
    neither has what somebody else wrote.
    """
    if outcome.reordered is None:
        return NOT_APPLICABLE
    pairs = aligned(outcome.claims, outcome.reordered)
    alone = [one or other for one, other in pairs if one is None or other is None]
    lines = [f"told in one order only: {cut(each.text)}" for each in alone if each]
    return share(len(pairs) - len(alone), len(pairs), lines)


SCORERS = (order_stability,)
