"""What the check says of sentences that the case calls faulty or sound: this is about the rules.

Each is the same for all trials of a case and every subject, unless the rules are others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summarizer.evaluation.scoring import Told, scorer, share
from summarizer.evaluation.telling import cut

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Outcome


@scorer(better="higher", unit="share", always=True)
def faulty_found(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Share of the case's faulty sentences in which a rule of the family that it names finds it.

    A rule that is switched off, or finds less than it did, shows here.
    """
    return _right(outcome, "faulty", "not found")


@scorer(better="higher", unit="share", always=True)
def sound_passed(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (a scorer is given both)
    """Share of the case's sound sentences that no rule calls wrong (level error)."""
    return _right(outcome, "sound", "a false alarm")


def _right(outcome: Outcome, kind: Literal["faulty", "sound"], fault: str) -> Told:
    mine = [each for each in outcome.planted if each.kind == kind]
    wrong = [each for each in mine if not each.right]
    lines = (
        f"{each.id}, {fault} ({', '.join(each.families or each.errors)}): {cut(each.text)}"
        for each in wrong
    )
    return share(len(mine) - len(wrong), len(mine), lines)


SCORERS = (faulty_found, sound_passed)
