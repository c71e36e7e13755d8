"""How long a summary is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer
from summarizer.text.tokens import lowered

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="pass", absent=0.0)
def length(outcome: Outcome, case: Case) -> Told:
    """Whether the claims have no more words than the case allows and are no fewer than it wants."""
    limits = case.expected.length
    if limits.max_words is None and limits.min_claims is None:
        return NOT_APPLICABLE
    count, claims = _words(outcome), len(outcome.claims)
    lines = []
    if limits.max_words is not None and count > limits.max_words:
        lines.append(f"{count} words, more than {limits.max_words}")
    if limits.min_claims is not None and claims < limits.min_claims:
        lines.append(f"{claims} claims, fewer than {limits.min_claims}")
    return Told(float(not lines), tuple(lines))


@scorer(better="lower", unit="words", decides=False)
def words(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Number of words of the claims. Shorter is not better by itself, so it decides nothing."""
    return Told(float(_words(outcome)))


def _words(outcome: Outcome) -> int:
    return sum(len(lowered(claim.text)) for claim in outcome.claims)


SCORERS = (length, words)
