"""What became of the sentences that a model wrote."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.evaluation.scoring import NOT_APPLICABLE, Scorer, Told, scorer

if TYPE_CHECKING:
    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import Better, Outcome
    from summarizer.model.summary import Writing

_FATES: dict[str, tuple[Better, str]] = {
    "kept": ("higher", "published as they were written"),
    "repaired": ("lower", "published in the model's second or third wording"),
    "replaced": ("lower", "replaced by a sentence of their sources"),
    "withheld": ("lower", "withheld, because the check failed"),
}
_TEXT = """Share of the sentences that a model wrote, the headline among them, that are {fate}.

Where none of them could be used and the extractive writer wrote instead, all count as replaced."""
# What is neither kept nor withheld is shared out by the other two: they would test one thing twice.
_DECIDING = ("kept", "withheld")
# Requests of a summary that needs no second one.
_LEAST = {"one-call": 1, "plan-then-write": 2}


def _fate(name: str, outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (given both)
    writing = outcome.summary.provenance.writing if outcome.summary else None
    if writing is None:
        return NOT_APPLICABLE
    if writing.fallback is not None:
        return Told(float(name == "replaced"), (writing.fallback,))
    counts = _counts(writing)
    total = sum(counts.values())
    return Told(counts[name] / total) if total else NOT_APPLICABLE


@scorer(better="lower", unit="count")
def asked_again(outcome: Outcome, case: Case) -> Told:  # noqa: ARG001  (given both)
    """Requests beyond the least that the prompt's strategy takes.

    Each is for an answer that could not be used, or for claims that the check refused: a prompt
    that asks for the wrong thing shows here even if what is published is as good in the end.
    """
    writing = outcome.summary.provenance.writing if outcome.summary else None
    if writing is None or writing.strategy not in _LEAST:
        return NOT_APPLICABLE
    return Told(float(writing.requests - _LEAST[writing.strategy]))


def _counts(writing: Writing) -> dict[str, int]:
    return {
        "kept": writing.kept,
        "repaired": writing.repaired,
        "replaced": writing.replaced,
        "withheld": writing.withheld,
    }


SCORERS = (
    *(
        Scorer(
            name=name,
            text=_TEXT.format(fate=fate),
            score=functools.partial(_fate, name),
            better=better,
            unit="share",
            decides=name in _DECIDING,
        )
        for name, (better, fate) in _FATES.items()
    ),
    asked_again,
)
