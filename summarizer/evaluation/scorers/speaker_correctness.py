"""Whether statements are given to those who made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer, share
from summarizer.evaluation.telling import cut, names_one
from summarizer.evaluation.wording import tells

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share")
def speaker_correctness(outcome: Outcome, case: Case) -> Told:
    """Share of the claims with the words of an expected statement that name its speaker.

    The name, or one of its other forms, has to be in the claim's `speaker`, or in its text where
    no speaker is given.
    """
    found = [
        (claim, each)
        for claim in outcome.claims
        for each in case.expected.speakers
        if tells(each.words, claim.text)
    ]
    wrong = [
        f"{each.name} is not named as the speaker: {cut(claim.text)}"
        for claim, each in found
        if not names_one(claim, (each.name, *each.also))
    ]
    return share(len(found) - len(wrong), len(found), wrong)


SCORERS = (speaker_correctness,)
