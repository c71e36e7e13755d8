"""Candidates for the summary: each fact in the wording that an editor would pick."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.text.clumsy import clumsiness
from summarizer.text.dates import dates
from summarizer.text.names import names
from summarizer.text.numbers import quantities
from summarizer.text.quotes import quotations
from summarizer.text.similarity import root
from summarizer.text.tokens import content_stems
from summarizer.write.extractive.prose import strangers
from summarizer.write.extractive.selection import Candidate, candidate
from summarizer.write.extractive.voice import judging, opinionated
from summarizer.write.extractive.wording import Wording, standalone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.model.story import Story
    from summarizer.model.summary import ClaimKind
    from summarizer.write.extractive.passages import Passage

# What a candidate is worth beside one in the middle of the range.
_OTHER_OCCASION = 0.6
_LONG_WINDED = 0.8
_LOADED = 0.4
_CLUMSY = 0.6
# An opening that says when is worth more than one that does not.
_DATED = 1.2
_LONGEST_WORDS = 60


def candidates(
    story: Story, sentences: Mapping[str, Passage], without: frozenset[str]
) -> list[Candidate]:
    """Facts of the main event's articles that have a wording, in the story's order.

    `without` are texts that must not be used.
    """
    main = next(event for event in story.events if event.main)
    partial = {article.id for article in story.articles if opinionated(article)}
    names_of = {origin.id: origin.name for origin in story.origins if origin.kind == "statement"}
    telling = set(main.sources) - strangers(a for a in story.articles if a.id in main.sources)
    first = _first_told(sentences)
    found = []
    for fact in story.facts:
        members = [sentences[each] for each in fact.sentences if each in sentences]
        members = [each for each in members if each.article.id in telling]
        wordings = [standalone(passage, sentences) for passage in members]
        usable = [
            each
            for each in wordings
            if each and each.text not in without and reported(each, partial)
        ]
        if usable:
            behind = " ".join(names_of[origin] for origin in fact.origins if origin in names_of)
            best = min(usable, key=lambda each: _rank(each, behind))
            aside = fact.event != main.id
            kind = kind_of(best, aside=aside)
            prior = _prior(best, aside=aside)
            roots = first[best.evidence[0].article.id]
            found.append(candidate(fact, best, members, prior=prior, kind=kind, first=roots))
    return found


def _first_told(sentences: Mapping[str, Passage]) -> dict[str, dict[str, int]]:
    """For each article the position of the first sentence that has a root."""
    found: dict[str, dict[str, int]] = {}
    for passage in sentences.values():
        here = found.setdefault(passage.article.id, {})
        for stem in passage.stems:
            here.setdefault(root(stem), passage.position)
    return found


def reported(wording: Wording, partial: set[str]) -> bool:
    """Whether it is a report: a commentator's own voice is none, what he quotes may be."""
    own = wording.evidence[0].article.id in partial
    return not own or (wording.attribution is not None and bool(quotations(wording.text)))


def _rank(wording: Wording, behind: str) -> tuple[bool, float, bool, bool, int, float]:
    """Attributed wordings first, the best English among them.

    Then those to the origin `behind` them, by name, by the shortest route, in the source's own
    words; ties keep the order of the fact, which has the best one first.
    """
    said = wording.attribution
    clumsy = clumsiness(wording.text)
    if said is None:
        return (True, clumsy, True, True, 0, -wording.fidelity)
    named = bool(names(f"with {said.speaker}"))
    stranger = not set(content_stems(said.speaker)) <= set(content_stems(behind))
    return (False, clumsy, stranger, not named, len(said.via), -wording.fidelity)


def _prior(wording: Wording, *, aside: bool) -> float:
    """How well a wording reads: less if put together, aside, loaded, clumsy or long."""
    length = len(wording.text.split())
    prior = wording.fidelity * (_OTHER_OCCASION if aside else 1.0)
    prior *= _LOADED ** len(judging(wording.text))
    prior *= math.pow(_CLUMSY, clumsiness(wording.text))
    if wording.evidence[0].position == 0 and dates(wording.text):
        prior *= _DATED
    return prior * (_LONG_WINDED if length > _LONGEST_WORDS else 1.0)


def kind_of(wording: Wording, *, aside: bool) -> ClaimKind:
    """What a wording tells; `aside`: of another occasion."""
    if aside:
        return "background"
    if wording.attribution:
        return "statement"
    counted = ("count", "money", "percent")
    figures = any(q.kind in counted and q.value > 1 for q in quantities(wording.text))
    return "figure" if figures else "event"


def event_first(chosen: Sequence[Candidate]) -> list[Candidate]:
    """The lead, then statements and events by support, then figures, background, disputes.

    Within each of these parts what introduces a thing comes before what takes it for known.
    """
    rank = {"event": 0, "statement": 0, "figure": 1, "background": 2, "dispute": 3}

    def order(each: Candidate) -> tuple[int, int, int]:
        return (rank[each.kind], -len(each.sources), each.position)

    # an article's first sentence tells the event, its second one often only a part of it; of
    # several that as many articles begin with, the one that was worth most when it was chosen
    lead = max(
        chosen, key=lambda each: (not each.past, not each.position, each.leads), default=None
    )
    rest = sorted((each for each in chosen if each is not lead), key=order)
    if lead is None:
        return rest
    if lead.kind == "dispute":
        lead = replace(lead, kind=kind_of(lead.wording, aside=False))
    return _introduced([lead, *rest])


def _introduced(ordered: Sequence[Candidate]) -> list[Candidate]:
    """In this order, but each one behind those of its part of the summary that it needs."""
    placed: list[Candidate] = []
    told: set[str] = set()
    for part in (("event", "statement", "figure"), ("background",), ("dispute",)):
        rest = [each for each in ordered if each.kind in part]
        while rest:
            each = next((one for one in rest if one.ready(told)), rest[0])
            rest.remove(each)
            placed.append(each)
            told |= each.roots
    return placed
