"""What becomes of the inputs."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer, share
from summarizer.evaluation.telling import sentences

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case, SourceUse
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share")
def source_use(outcome: Outcome, case: Case) -> Told:
    """Share of the inputs that the case speaks of which are used, explained or left out as it says.

    Used is cited by a sentence or a conflict; explained is listed with the reason why not.
    """
    used = {each for claim in sentences(outcome) for each in claim.sources}
    explained: set[str] = set()
    for each in outcome.summary.sources if outcome.summary else ():
        used |= {each.id} if each.used else set()
        explained |= {each.id} if each.reason else set()
    expected = case.expected.sources
    wrong = [
        f"{each.file} should be {each.must}: {each.why}"
        for each in expected
        if not all(_right(s, each.must, used, explained) for s in case.sources(each.file))
    ]
    return share(len(expected) - len(wrong), len(expected), wrong)


def _right(source: str, must: SourceUse, used: set[str], explained: set[str]) -> bool:
    if must == "not used":
        return source not in used
    return source in used or (must == "used or explained" and source in explained)


@scorer(better="higher", unit="share", margin=0.05)
def source_balance(outcome: Outcome, case: Case) -> Told:
    """How evenly the claims rest on the sources: 1 is evenly, 0 is on one source alone.

    Pielou's evenness of the citations (a claim with one of its sources): their entropy over that
    of an even spread over all sources, those that the case does not want used aside.
    """
    unwanted = [each.file for each in case.expected.sources if each.must == "not used"]
    wanted = [each.id for each in case.articles if each.id not in case.sources(*unwanted)]
    cited = Counter(s for claim in outcome.claims for s in set(claim.sources) if s in wanted)
    total = cited.total()
    if len(wanted) < 2 or not total:
        return NOT_APPLICABLE
    entropy = -sum(cited[each] / total * math.log(cited[each] / total) for each in sorted(cited))
    return Told(max(0.0, entropy) / math.log(len(wanted)))


SCORERS = (source_use, source_balance)
