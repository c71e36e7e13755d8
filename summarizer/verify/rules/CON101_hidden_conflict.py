"""Disputed value stated as settled.

Where sources give different values for one thing (a count, a date, who is responsible), a claim
that states one of them in the narrator's voice and cites a source that gives another is wrong; it
must give each value with its source. A claim that cites only sources of its own value warns unless
it says whose value it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.model.story import Dispute, Reading
from summarizer.text.numbers import quantities
from summarizer.text.speech_verbs import is_cue
from summarizer.text.tokens import content_stems
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import meets, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Evidence, Level
    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="hidden conflict",
    example=Example(
        sources=(
            "Fire in Arden\n\nThe fire in Arden hurt 12 people.",
            "Arden fire\n\nThe fire in Arden hurt 12 people at first and 15 people in the end.",
        ),
        bad="The fire in Arden hurt 12 people. [1][2]",
        good="The fire in Arden hurt 12 people, by another count 15 people. [2]",
        disputes=(
            Dispute(
                topic="people hurt",
                slot="count",
                readings=(
                    Reading(value="12 people", sentences=("s1.1",), origins=("o1",), as_of=None),
                    Reading(value="15 people", sentences=("s2.1",), origins=("o2",), as_of=None),
                ),
            ),
        ),
    ),
)

_CREDIT = frozenset({"according", "per", "citing"})


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Claims that give one value of a dispute and hide the others."""
    for dispute in claim.document.story.disputes:
        given = [reading for reading in dispute.readings if _states(claim, reading)]
        if len(given) != 1 or not _about(claim, dispute):
            continue
        level = _level(claim, given[0], dispute)
        if level:
            others = [r for r in dispute.readings if r is not given[0]]
            values = ", ".join(reading.value for reading in others)
            fix = Fix(message=f"give the other value too: {values}", replacement=None)
            message = f"sources differ on this ({dispute.topic}): {given[0].value}, {values}"
            yield Problem(message, _evidence(claim, others), fix, level=level)


def _states(claim: ClaimView, reading: Reading) -> bool:
    """Whether a claim gives this value."""
    wanted = quantities(reading.value)
    if not wanted:
        return reading.value.casefold() in claim.text.casefold()
    mine = quantities(claim.text)
    return all(any(meets(q, other) for other in mine) for q in wanted)


def _about(claim: ClaimView, dispute: Dispute) -> bool:
    """Whether the claim speaks of the disputed thing: evidence of a cited source is in dispute."""
    disputed = {sentence for reading in dispute.readings for sentence in reading.sentences}
    for part in claim.parts:
        starts = {s.start: s.id for s in part.source.article.sentences}
        if any(starts.get(sentence.start) in disputed for sentence in part.evidence):
            return True
    words = set(content_stems(dispute.topic))
    return bool(words) and words <= set(content_stems(claim.text))


def _level(claim: ClaimView, given: Reading, dispute: Dispute) -> Level | None:
    own = {sentence.partition(".")[0] for sentence in given.sentences}
    theirs = {s.partition(".")[0] for r in dispute.readings for s in r.sentences} - own
    if theirs & {source.id for source in claim.sources}:
        return "error"
    words = {token.lower for token in claim.tokens if not _inside(claim, token.start)}
    credited = bool(words & _CREDIT) or any(map(is_cue, words))
    return None if credited else "warning"


def _inside(claim: ClaimView, place: int) -> bool:
    return any(quoted(part, place) for part in claim.parts)


def _evidence(claim: ClaimView, readings: list[Reading]) -> tuple[Evidence, ...]:
    """The sentences that give the values which the claim leaves out."""
    found = []
    for name in (sentence for reading in readings for sentence in reading.sentences[:1]):
        source = claim.document.sources.get(name.partition(".")[0])
        places = {s.id: s for s in source.article.sentences} if source else {}
        if source and name in places:
            found.append(source.evidence(places[name].start, places[name].end))
    return tuple(found)
