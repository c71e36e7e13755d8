"""Whether a summary tells what it must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer
from summarizer.evaluation.telling import cut, names_one, sentences
from summarizer.evaluation.wording import tells

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="lower", unit="count")
def forbidden_facts(outcome: Outcome, case: Case) -> Told:
    """Number of sentences that tell what the case forbids.

    What it allows as the words of some people counts only where none of them is named.
    """
    if not case.expected.forbidden:
        return NOT_APPLICABLE
    found = [
        f"{each.id} ({each.why}): {cut(claim.text)}"
        for claim in sentences(outcome)
        for each in case.expected.forbidden
        if tells(each.words, claim.text)
        and not (each.unless_attributed_to and names_one(claim, each.unless_attributed_to))
    ]
    return Told(float(len(found)), tuple(found))


SCORERS = (forbidden_facts,)
