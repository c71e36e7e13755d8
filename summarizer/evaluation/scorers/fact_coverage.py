"""Which of the expected facts are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer, share
from summarizer.evaluation.telling import facts_told

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share", absent=0.0)
def fact_coverage(outcome: Outcome, case: Case) -> Told:
    """Share of the expected facts that a sentence tells with a citation that carries them.

    A sentence tells a fact if it has one of the alternatives of each of the fact's groups of words.
    """
    told = facts_told(outcome, case)
    missing = [f"not told: {fact.text}" for fact in case.expected.facts if fact.id not in told]
    return share(len(told), len(case.expected.facts), missing)


@scorer(better="lower", unit="share", absent=1.0)
def omissions(outcome: Outcome, case: Case) -> Told:
    """Share of the facts that must be told, and are not."""
    told = facts_told(outcome, case)
    must = [fact for fact in case.expected.facts if fact.must]
    missing = [f"omitted: {fact.text}" for fact in must if fact.id not in told]
    return share(len(missing), len(must), missing)


SCORERS = (fact_coverage, omissions)
