"""Whether figures are those of the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer, share
from summarizer.evaluation.telling import cut, sentences
from summarizer.evaluation.wording import has, tells

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share")
def values(outcome: Outcome, case: Case) -> Told:
    """Share of the told values that are right.

    A value is told where a sentence has its words and one of its right or wrong figures; it is
    wrong where none of these is a right one.
    """
    right, wrong = 0, []
    for claim in sentences(outcome):
        for each in case.expected.values:
            if not tells(each.words, claim.text):
                continue
            if any(has(claim.text, value) for value in each.right):
                right += 1
            elif any(has(claim.text, value) for value in each.wrong):
                wrong.append(f"{each.name}: {cut(claim.text)}")
    return share(right, right + len(wrong), wrong)


SCORERS = (values,)
