"""Candidates for the summary: each fact in the wording that an editor would pick.

Beside each stands, where they go together, the same sentence with the one that follows it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.text.clumsy import clumsiness
from summarizer.text.names import names
from summarizer.text.similarity import root
from summarizer.text.tokens import content_stems
from summarizer.write.extractive.currency import current, freshness, outdated
from summarizer.write.extractive.joining import contested, denied, joined
from summarizer.write.extractive.prose import strangers
from summarizer.write.extractive.selection import Candidate, candidate
from summarizer.write.extractive.translation import Quoted, quoted_in_translation, translated
from summarizer.write.extractive.voice import opinionated
from summarizer.write.extractive.wording import Wording, standalone
from summarizer.write.extractive.worth import kind_of, prior, reported

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.model.story import Fact, Story
    from summarizer.write.extractive.passages import Passage

# What a sentence is worth more that gives a disputed value, and one to which its answer is joined:
# both sides in one place.
_DISPUTED, _ANSWERED = 2.0, 2.0
# What a quotation out of a translation is worth: nobody may have said these words.
_TRANSLATED = 0.4


def candidates(
    story: Story, sentences: Mapping[str, Passage], without: frozenset[str]
) -> list[Candidate]:
    """Facts of the main event's articles that have a wording, in the story's order.

    `without` are texts that must not be used.
    """
    material = _material(story, sentences, without)
    return [each for fact in story.facts for each in _of_fact(fact, material)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """A story prepared for choosing.

    `telling` are the articles that tell the main event, `partial` those that comment, `statements`
    the names of statements by origin; `first` gives for each article the position of the first
    sentence that has a root, `fresh` its factor of age; `past` and `matter` are the sentences that
    are outdated and that give a disputed value, `facts_of` the facts of each sentence. `foreign`
    are the sentences of translations that quote what no other article has word for word.
    """

    sentences: Mapping[str, Passage]
    without: frozenset[str]
    main: str
    telling: frozenset[str]
    partial: frozenset[str]
    statements: Mapping[str, str]
    first: Mapping[str, Mapping[str, int]]
    fresh: Mapping[str, float]
    past: frozenset[str]
    matter: frozenset[str]
    facts_of: Mapping[str, Sequence[Fact]]
    foreign: Quoted

    def usable(self, wording: Wording | None) -> bool:
        """Whether there is a wording, of a report, that was not refused and is not outdated.

        A quotation that was translated there and back is none.
        """
        return (
            wording is not None
            and wording.text not in self.without
            and (self.past | self.foreign.again).isdisjoint(p.sentence.id for p in wording.evidence)
            and reported(wording, self.partial)
        )


def _material(story: Story, sentences: Mapping[str, Passage], without: frozenset[str]) -> _Material:
    main = next(event for event in story.events if event.main)
    facts_of: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        for sentence in fact.sentences:
            facts_of[sentence].append(fact)
    about = (each for each in story.disputes if each.slot != "wording")
    readings = (reading for each in about for reading in current(each))
    inside = [each for each in story.articles if each.id in main.sources]
    foreign = frozenset(each.id for each in story.articles if translated(each))
    return _Material(
        sentences=sentences,
        without=without,
        main=main.id,
        telling=frozenset(main.sources) - strangers(inside),
        partial=frozenset(each.id for each in story.articles if opinionated(each)),
        statements={each.id: each.name for each in story.origins if each.kind == "statement"},
        first=_first_told(sentences),
        fresh=freshness(story.articles),
        past=outdated(story),
        matter=frozenset(sentence for each in readings for sentence in each.sentences),
        facts_of=facts_of,
        foreign=quoted_in_translation(sentences, story.facts, foreign),
    )


def _of_fact(fact: Fact, material: _Material) -> Iterator[Candidate]:
    """The fact in its best wording, and that one with the sentence that follows it."""
    given = (material.sentences[each] for each in fact.sentences if each in material.sentences)
    members = [each for each in given if each.article.id in material.telling]
    wordings = (standalone(each, material.sentences) for each in members)
    usable = [each for each in wordings if each and material.usable(each)]
    if not usable:
        return
    behind = " ".join(
        material.statements[each] for each in fact.origins if each in material.statements
    )
    ranked = sorted(usable, key=lambda each: _rank(each, behind))
    alone = _candidate(fact, ranked[0], members, material)
    yield alone
    both, reply = _both(ranked, material)
    if both:
        together = _joined(alone, both, material)
        # a source that carries the fact counts for more than what another adds to it, but for a
        # denial
        if reply or alone.heard <= together.heard:
            yield together


def _both(ranked: Sequence[Wording], material: _Material) -> tuple[Wording | None, bool]:
    """The best wording with its next sentence, and whether that one denies it.

    It may be another wording than the best one if that has its denial behind it.
    """
    for each in ranked:
        both = joined(each, material.sentences) if denied(each, material.sentences) else None
        if both and material.usable(both):
            return both, True
    both = joined(ranked[0], material.sentences)
    return (both if material.usable(both) else None), False


def _candidate(
    fact: Fact, wording: Wording, members: Sequence[Passage], material: _Material
) -> Candidate:
    own, aside = wording.evidence[0], fact.event != material.main
    worth = prior(wording, aside=aside) * material.fresh.get(own.article.id, 1.0)
    if not material.foreign.doubtful.isdisjoint(p.sentence.id for p in wording.evidence):
        worth *= _TRANSLATED
    return candidate(
        fact,
        wording,
        members,
        prior=worth * (_DISPUTED if own.sentence.id in material.matter else 1.0),
        kind=kind_of(wording, aside=aside),
        first=material.first[own.article.id],
    )


def _joined(alone: Candidate, both: Wording, material: _Material) -> Candidate:
    """A candidate with the next sentence of its source, whose facts it carries as well."""
    second = both.evidence[-1].sentence.id
    others = material.facts_of.get(second, ())
    ids = (*alone.fact.sentences, second, *(s for each in others for s in each.sentences))
    behind = {origin for each in others for origin in each.origins}
    fact = replace(
        alone.fact,
        sentences=tuple(dict.fromkeys(ids)),
        # only who stands behind both halves stands behind the whole
        origins=tuple(each for each in alone.fact.origins if each in behind) or alone.fact.origins,
    )
    more = (material.sentences[each] for each in fact.sentences if each in material.sentences)
    members = [each for each in more if each.article.id in material.telling]
    found = _candidate(fact, both, members, material)
    return replace(
        found,
        kind=alone.kind,
        # what the first half tells of may be taken for known in the second
        needs=tuple(each for each in found.needs if each in alone.needs or not each & alone.roots),
        prior=found.prior * (_ANSWERED if contested(both) else 1.0),
    )


def _first_told(sentences: Mapping[str, Passage]) -> dict[str, dict[str, int]]:
    """For each article the position of the first sentence that has a root."""
    found: dict[str, dict[str, int]] = {}
    for passage in sentences.values():
        here = found.setdefault(passage.article.id, {})
        for stem in passage.stems:
            here.setdefault(root(stem), passage.position)
    return found


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
