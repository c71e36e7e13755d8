"""Whether origins are counted, not outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Told, scorer, share
from summarizer.evaluation.telling import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome
    from summarizer.model.summary import Citation


@scorer(better="higher", unit="share")
def origin_correctness(outcome: Outcome, case: Case) -> Told:
    """Share of the claims citing several sources that count no more origins than there are.

    The sources that an expected origin stands behind count once; a source that the case gives no
    origin, or several, may count by itself. Markdown counts no origins.
    """
    if outcome.summary is None or not case.expected.origins:
        return NOT_APPLICABLE
    expected = [case.sources(*each.files) for each in case.expected.origins]
    several = [claim for claim in outcome.summary.claims if len(_sources(claim.citations)) > 1]
    wrong = []
    for claim in several:
        most = _independent(_sources(claim.citations), expected)
        if len(claim.origins) > most:
            wrong.append(f"{len(claim.origins)} origins where {most} stand: {cut(claim.text)}")
    return share(len(several) - len(wrong), len(several), wrong)


def _sources(citations: Sequence[Citation]) -> frozenset[str]:
    return frozenset(each.source for each in citations)


def _independent(cited: frozenset[str], expected: Sequence[Sequence[str]]) -> int:
    """How many origins these sources can have at most."""
    homes = {source: [n for n, each in enumerate(expected) if source in each] for source in cited}
    shared = {found[0] for found in homes.values() if len(found) == 1}
    return len(shared) + sum(len(found) != 1 for found in homes.values())


SCORERS = (origin_correctness,)
