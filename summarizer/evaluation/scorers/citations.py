"""Whether citations lead to what is told (precision and recall as in ALCE, Gao et al. 2023)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer, share
from summarizer.evaluation.telling import cited_facts, cut

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome, ToldClaim


@scorer(better="higher", unit="share")
def citation_precision(outcome: Outcome, case: Case) -> Told:
    """Share of the citations that carry an expected fact which their sentence tells.

    A citation is a sentence with one of its sources; it carries a fact if the cited place overlaps
    one of the fact's passages or has all its words. Sentences that tell no expected fact are left
    out: the case does not say what would carry them.
    """
    carriers: dict[ToldClaim, set[str]] = {}
    for each in cited_facts(outcome, case):
        carriers.setdefault(each.claim, set()).update(each.carriers)
    pairs = [(claim, each) for claim in carriers for each in dict.fromkeys(claim.sources)]
    idle = [(claim, each) for claim, each in pairs if each not in carriers[claim]]
    lines = [f"{source} does not carry: {cut(claim.text)}" for claim, source in idle]
    return share(len(pairs) - len(idle), len(pairs), lines)


@scorer(better="higher", unit="share")
def citation_recall(outcome: Outcome, case: Case) -> Told:
    """Share of the told facts, sentence by sentence, that at least one citation carries."""
    told = list(cited_facts(outcome, case))
    bare = [each for each in told if not each.carriers]
    lines = [f"{each.fact.id} is not carried: {cut(each.claim.text)}" for each in bare]
    return share(len(told) - len(bare), len(told), lines)


SCORERS = (citation_precision, citation_recall)
