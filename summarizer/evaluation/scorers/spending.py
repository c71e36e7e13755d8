"""What a summary takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="lower", unit="tokens", decides=False)
def tokens(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Tokens that the model was given and gave, for all requests of the summary together."""
    return NOT_APPLICABLE if outcome.tokens is None else Told(float(outcome.tokens))


@scorer(better="lower", unit="US dollars", decides=False)
def cost(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """What the requests of the summary cost, where the price of the model is known."""
    return NOT_APPLICABLE if outcome.cost is None else Told(outcome.cost)


@scorer(better="lower", unit="seconds", decides=False)
def latency(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Seconds that the model took, as they were recorded."""
    return NOT_APPLICABLE if outcome.seconds is None else Told(outcome.seconds)


SCORERS = (tokens, cost, latency)
