"""Whether a summary takes sides by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer, share
from summarizer.evaluation.telling import attributed, cut, sentences
from summarizer.evaluation.wording import has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share")
def neutrality(outcome: Outcome, case: Case) -> Told:
    """Share of the sentences without a loaded word of their own.

    A sentence is not neutral if the family NEU finds something in it (error or warning), or if it
    takes over a word that the case calls loaded without saying whose word that is.
    """
    if outcome.report is None:
        return NOT_APPLICABLE
    told = sentences(outcome)
    first = -1 if outcome.headline else 0
    loaded = dict(_found(outcome))
    for index, claim in enumerate(told, first):
        words = [each for each in case.expected.loaded if has(claim.text, each)]
        if words and not attributed(claim):
            loaded.setdefault(index, f"‘{words[0]}’ is nobody's word: {cut(claim.text)}")
    lines = [loaded[index] for index in sorted(loaded)]
    return share(len(told) - len(loaded), len(told), lines)


def _found(outcome: Outcome) -> Iterator[tuple[int, str]]:
    """Sentences in which a rule of neutrality found something."""
    for each in outcome.report.findings if outcome.report else ():
        if each.rule.startswith("NEU") and each.level != "note" and each.claim is not None:
            yield each.claim, f"{each.rule} {each.message}"


SCORERS = (neutrality,)
