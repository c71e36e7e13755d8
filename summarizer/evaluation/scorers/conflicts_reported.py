"""Whether a summary says on what its sources differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import Told, scorer, share
from summarizer.evaluation.wording import tells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.evaluation.case import Case, ExpectedConflict
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share", absent=0.0)
def conflicts_reported(outcome: Outcome, case: Case) -> Told:
    """Share of the expected conflicts of which the summary gives every value together.

    Together is in one entry of its `conflicts`, or in one claim.
    """
    places = list(_places(outcome))
    expected = case.expected.conflicts
    missing = [each for each in expected if not any(_all_told(each, place) for place in places)]
    lines = [f"not reported: {each.topic}" for each in missing]
    return share(len(expected) - len(missing), len(expected), lines)


def _places(outcome: Outcome) -> Iterator[str]:
    """Each claim, and each conflict with all its positions."""
    yield from (claim.text for claim in outcome.claims)
    for each in outcome.summary.conflicts if outcome.summary else ():
        positions = (f"{place.text} ({place.value})" for place in each.positions)
        yield "\n".join((each.topic, *positions))


def _all_told(conflict: ExpectedConflict, text: str) -> bool:
    return all(tells(each.words, text) for each in conflict.values)


SCORERS = (conflicts_reported,)
