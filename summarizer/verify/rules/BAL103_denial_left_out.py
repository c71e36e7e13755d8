"""Accusation without the denial that the inputs hold.

Where a source tells that the accused denies it, a summary that tells the accusation must tell the
denial too, from whatever source. Which statement answers which is what merging found as a conflict
about responsibility.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.model.story import Dispute, Reading
from summarizer.text.modality import opposed
from summarizer.text.names import same_name
from summarizer.text.tokens import tokenize
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Statement
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import ClaimView, DocumentView

RULE = Rule(
    level="warning",
    verdict="one-sided",
    example=Example(
        sources=(
            "Ann Ode accused the Arden Mill of dumping oil. The Arden Mill denied the accusation.",
        ),
        bad="Ann Ode accused the Arden Mill of dumping oil. [1]",
        good="Ann Ode accused the Arden Mill of dumping oil. [1]\n\n"
        "The Arden Mill denied the accusation. [1]",
        disputes=(
            Dispute(
                topic="what the Arden Mill denies",
                slot="responsibility",
                readings=(
                    Reading(value="dumping", sentences=("s1.1",), origins=("o1",), as_of=None),
                    Reading(value="denial", sentences=("s1.2",), origins=("o2",), as_of=None),
                ),
            ),
        ),
    ),
)


def check_document(view: DocumentView) -> Iterator[Problem]:
    """Claims that tell one side of a conflict about responsibility, where no claim answers."""
    for dispute in view.story.disputes:
        if dispute.slot != "responsibility":
            continue
        places = [place for r in dispute.readings for place in _places(view, r)]
        denials = [place for place in places if _denials(place)]
        if not denials or len(denials) == len(places):
            continue
        deniers = [s.speaker.name for p in denials for s in _denials(p) if s.speaker]
        if any(
            _answers(claim, denials, [name for name in deniers if name]) for claim in view.claims
        ):
            continue
        accusations = [place for place in places if place not in denials]
        for claim in view.claims:
            if not claim.headline and any(_tells(claim, place) for place in accusations):
                evidence = (denials[0].evidence(),)
                fix = Fix(message=f"add the denial: {denials[0].text}", replacement=None)
                message = f"the denial of this is left out ({dispute.topic})"
                yield Problem(message, evidence, fix, claim=claim.index)


def _places(view: DocumentView, reading: Reading) -> list[SourceSentence]:
    """The sentences that give a reading."""
    found = []
    for name in reading.sentences:
        source = view.sources.get(name.partition(".")[0])
        start = (
            next((s.start for s in source.article.sentences if s.id == name), None)
            if source
            else None
        )
        found += [s for s in source.sentences if s.start == start] if source else []
    return found


def _denials(place: SourceSentence) -> list[Statement]:
    """The denials in a sentence; who leaves something unsaid denies nothing."""
    return [each for each in place.statements if each.attitude == "denial"]


def _tells(claim: ClaimView, place: SourceSentence) -> bool:
    """Whether a claim's best evidence is this sentence."""
    return any(place in part.evidence[:1] for part in claim.parts)


def _holds(claim: ClaimView, place: SourceSentence) -> bool:
    """Whether a claim has all words of a sentence, one behind another."""
    words = [token.lower for token in tokenize(place.text)]
    told = [token.lower for token in claim.tokens]
    starts = range(len(told) - len(words) + 1)
    return bool(words) and any(told[n : n + len(words)] == words for n in starts)


def _answers(claim: ClaimView, denials: list[SourceSentence], deniers: list[str]) -> bool:
    """Whether a claim tells a denial: one of these, or another one of the same speaker.

    It may stand behind what it denies, in one sentence.
    """
    if any(_tells(claim, place) or _holds(claim, place) for place in denials):
        return True
    named = any(same_name(name.text, each) for name in claim.names for each in deniers)
    return named and any(opposed(token.lower, "confirmed") for token in claim.tokens)
