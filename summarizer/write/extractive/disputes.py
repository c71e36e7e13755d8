"""Where sources differ: each value with who gives it, never one of them as settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.story import Fact
from summarizer.model.summary import Conflict, Position
from summarizer.write.extractive.currency import current
from summarizer.write.extractive.passages import cite, passages
from summarizer.write.extractive.selection import Candidate, candidate
from summarizer.write.extractive.wording import owned, standalone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.story import Dispute, Reading, Story
    from summarizer.write.extractive.passages import Passage

# Disputes take at most this share of the sentences; the others stand in the list of conflicts.
_SHARE = 3
# What an article tells in its first so many sentences belongs to the event.
_EARLY = 8
# A position names so many outlets.
_NAMED = 3


def conflicts(story: Story) -> tuple[Conflict, ...]:
    """All disputes of the story, each value with the sentences that give it."""
    sentences = passages(story.articles)
    return tuple(
        Conflict(
            topic=dispute.topic,
            slot=dispute.slot,
            positions=tuple(_position(reading, sentences) for reading in dispute.readings),
        )
        for dispute in story.disputes
    )


def _position(reading: Reading, sentences: Mapping[str, Passage]) -> Position:
    """A value with the outlets that give it, as far as they are known."""
    given = [sentences[each] for each in reading.sentences]
    outlets = dict.fromkeys(each.article.outlet for each in given if each.article.outlet)
    whose = ", ".join(list(outlets)[:_NAMED])
    more = "" if len(outlets) <= _NAMED else " and others"
    return Position(
        text=f"{reading.value} ({whose}{more})" if whose else reading.value,
        value=reading.value,
        as_of=reading.as_of,
        citations=tuple(cite(each) for each in given),
    )


def disputed(story: Story) -> frozenset[str]:
    """The ids of all sentences that give a disputed value.

    A value that only earlier ones differ from is none: they were overtaken by it.
    """
    return frozenset(
        sentence
        for dispute in story.disputes
        for reading in dispute.readings
        if len(current(dispute)) > 1
        for sentence in reading.sentences
    )


def told_apart(
    story: Story,
    sentences: Mapping[str, Passage],
    without: frozenset[str],
    *,
    max_words: int,
    max_sentences: int,
) -> list[Candidate]:
    """Claims that tell disputes value by value, each with its speaker or outlet.

    A dispute is told whole or not at all, within a third of the limits; all stand in the list of
    conflicts.
    """
    told: list[Candidate] = []
    for dispute in story.disputes:
        if not _worth_telling(dispute, sentences):
            continue
        parts = _tell(dispute, sentences, without)
        new = [*told, *parts]
        fits = len(new) <= max_sentences // _SHARE
        if fits and sum(each.words for each in new) <= max_words // _SHARE:
            told = new
    return told


def _worth_telling(dispute: Dispute, sentences: Mapping[str, Passage]) -> bool:
    """Whether a dispute is of the event itself, not of a detail far down in every article.

    Two wordings of a statement in full would say one thing twice.
    """
    given = [sentences[s] for r in dispute.readings for s in r.sentences if s in sentences]
    early = any(each.position < _EARLY for each in given)
    return dispute.slot != "wording" and (early or dispute.slot == "count")


def _tell(
    dispute: Dispute, sentences: Mapping[str, Passage], without: frozenset[str]
) -> list[Candidate]:
    """A claim for each reading; nothing if one of them has no wording that says whose it is."""
    parts = []
    for n, reading in enumerate(current(dispute)):
        part = _part(f"{dispute.topic}/{n}", reading, sentences, without)
        if part is None:
            return []
        parts.append(part)
    return parts if len(parts) > 1 else []


def _part(
    name: str, reading: Reading, sentences: Mapping[str, Passage], without: frozenset[str]
) -> Candidate | None:
    members = [sentences[each] for each in reading.sentences if each in sentences]
    alone = [standalone(passage, sentences) for passage in members]
    wordings = [owned(each) for each in alone if each]
    usable = [each for each in wordings if each and each.text not in without]
    # the sentence that comes first in its article tells the event along with the value
    best = min(usable, key=lambda each: (each.evidence[0].position, len(each.text)), default=None)
    if best is None:
        return None
    fact = Fact(id=name, sentences=reading.sentences, origins=(), event="")
    return candidate(fact, best, members, prior=1.0, kind="dispute")
