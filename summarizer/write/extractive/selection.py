"""Which facts go into a summary: weighted concept coverage under a budget, without repetition.

The method is that of Gillick and Favre (2009), greedy: a fact is worth the concepts that it adds
(`summarizer.text.concepts`). Facts that say again what is chosen are passed over, and articles that
no chosen fact cites get their say while there is room.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from summarizer.text.concepts import concepts, gain
from summarizer.text.names import names
from summarizer.text.similarity import root, roots
from summarizer.text.tokens import content_stems
from summarizer.write.extractive.antecedents import needs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from summarizer.model.story import Fact
    from summarizer.model.summary import ClaimKind
    from summarizer.write.extractive.passages import Passage
    from summarizer.write.extractive.wording import Wording

# Shares of the shorter one's content words from which a sentence repeats another (measured on
# Multi-News and NeuS: see docs/measurements.md, "extractive writer").
_REPEATS = 0.6
# An article begins with its first so many sentences.
_LEAD = 2
# A sentence that has this share of a claim's content words is cited with it.
_CARRIES = 0.85
# Two opening sentences with this many names in common tell the same event.
_SAME_PEOPLE, _RETOLD = 2, 0.4


# A date with its year at the start of a sentence: news of the day names none.
_PAST = re.compile(r"(?:On|In|By|Since|Until) (?:[A-Z]\w{2,8}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A fact in its best wording, with what it costs (words) and what it can bring (concepts).

    `cited` are the passages that carry the wording, its own evidence first; `sources` are all
    articles that carry the fact, `leads` is how many of them begin with it,
    `position` is the place of the wording in its article's body, `prior` a factor for how well it
    reads. `opening` are the names in it if it opens its article. `needs` are things that must have
    been told before it (see `summarizer.write.extractive.antecedents`), `past` says that it opens
    with a date and its year.
    """

    fact: Fact
    wording: Wording
    cited: tuple[Passage, ...]
    words: int
    stems: frozenset[str]
    concepts: tuple[str, ...]
    sources: frozenset[str]
    position: int
    leads: int
    opening: frozenset[str]
    needs: tuple[frozenset[str], ...]
    past: bool
    prior: float
    kind: ClaimKind

    @property
    def heard(self) -> frozenset[str]:
        """The articles that the claim would cite."""
        return frozenset(passage.article.id for passage in self.cited)

    @property
    def joined(self) -> bool:
        """Whether it is two sentences of its source in one."""
        return "; " in self.wording.text and len(self.wording.evidence) > 1

    @property
    def halves(self) -> tuple[frozenset[str], ...]:
        """Its content words, for each of two joined sentences by itself."""
        if not self.joined:
            return (self.stems,)
        parts = self.wording.text.partition("; ")
        return (frozenset(content_stems(parts[0])), frozenset(content_stems(parts[2])))

    @property
    def roots(self) -> frozenset[str]:
        """What it tells of, for the needs of others."""
        return frozenset(root(stem) for stem in self.stems)

    def ready(self, told: Container[str]) -> bool:
        """Whether all that it takes for known was told: these roots."""
        return all(any(word in told for word in sorted(need)) for need in self.needs)


def candidate(  # noqa: PLR0913  (what the story says of a fact, each part by its name)
    fact: Fact,
    wording: Wording,
    members: Sequence[Passage],
    *,
    prior: float,
    kind: ClaimKind,
    first: Mapping[str, int] = MappingProxyType({}),
) -> Candidate:
    """A candidate from a fact, the wording chosen for it and all passages that carry the fact.

    `first` gives the position in the wording's article of the first sentence that has a root.
    """
    stems = content_stems(wording.text)
    return Candidate(
        fact=fact,
        wording=wording,
        cited=(*wording.evidence, *_carriers(wording, members)),
        words=len(wording.text.split()),
        stems=frozenset(stems),
        concepts=concepts(stems),
        sources=frozenset(passage.article.id for passage in members),
        position=wording.evidence[0].position,
        leads=len({p.article.id for p in members if p.position < _LEAD}),
        opening=frozenset(
            name.text for name in names(wording.text) if not wording.evidence[0].position
        ),
        needs=needs(wording.text, first, wording.evidence[0].position),
        past=bool(_PAST.match(wording.text)),
        prior=prior,
        kind=kind,
    )


def _carriers(wording: Wording, members: Sequence[Passage]) -> Iterator[Passage]:
    """Sentences of other articles that carry nearly all of the claim, one an article."""
    claimed = roots(wording.text)
    seen = {wording.evidence[0].article.id}
    for passage in members:
        if passage.article.id in seen:
            continue
        carried = claimed & {root(stem) for stem in passage.stems}
        if len(carried) >= _CARRIES * len(claimed):
            seen.add(passage.article.id)
            yield passage


def select(
    candidates: Sequence[Candidate],
    weights: Mapping[str, float],
    *,
    max_words: int,
    max_sentences: int,
    settled: Sequence[Candidate] = (),
) -> list[Candidate]:
    """The chosen candidates in the order of their choice; together within both limits.

    `settled` are chosen already: they count against the limits and are not said again. While as
    many sentences are left as sources without one, each choice opens a new source.
    """
    chosen = list(settled)
    covered = {concept for each in chosen for concept in each.concepts}
    unheard = set().union(*(each.heard for each in candidates))
    unheard = unheard.difference(*(each.heard for each in chosen))
    room = max_words - sum(each.words for each in chosen)
    rest = list(candidates)
    while len(chosen) < max_sentences:
        rest = [each for each in rest if each.words <= room and not repeats(each, chosen)]
        ready = _ready(rest, chosen)
        pool: Sequence[Candidate] = _beginning(ready) if not chosen else ready
        unheard &= set().union(*(each.heard for each in rest))
        if 0 < len(unheard) <= max_sentences - len(chosen):
            # a source that has nothing ready is heard all the same: here its needs weigh less
            able = ready if any(each.heard & unheard for each in ready) else rest
            pool = _opening(pool if able is ready else able, able, unheard, room)
        if not pool:
            break
        pace = room // (max_sentences - len(chosen))
        best = max(
            pool, key=lambda each: _gain(each, weights, covered, pace) * _retold(each, chosen)
        )
        chosen.append(best)
        room -= best.words
        covered.update(best.concepts)
        unheard -= best.heard
    return chosen


def _ready(rest: Sequence[Candidate], chosen: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those whose needs the chosen ones meet.

    What is told as background comes last and meets only the needs of other background. Where
    nothing can begin, anything may: one sentence is better than none.
    """
    told = {word for each in chosen for word in each.roots}
    main = {word for each in chosen if each.kind != "background" for word in each.roots}
    ready = [each for each in rest if each.ready(told if each.kind == "background" else main)]
    return ready or (() if chosen else rest)


def _beginning(ready: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those that may be the first: an article's opening that tells the event itself."""
    leads = [each for each in ready if each.leads and each.kind != "background" and not each.past]
    return leads or ready


def _opening(
    pool: Sequence[Candidate], ready: Sequence[Candidate], unheard: set[str], room: int
) -> Sequence[Candidate]:
    """Those of the pool that open a source and leave room for the shortest of each other one.

    All of the pool, if none of it opens one; `ready` are all that might come next.
    """
    least = {
        source: min((each.words for each in ready if source in each.heard), default=0)
        for source in unheard
    }
    opening = [each for each in pool if each.heard & unheard]
    fitting = [
        each
        for each in opening
        if each.words + sum(least[other] for other in sorted(unheard - each.heard)) <= room
    ]
    return fitting or opening or pool


def repeats(new: Candidate, chosen: Iterable[Candidate]) -> bool:
    """Whether a chosen candidate says it already.

    It does if it has most of the shorter one's content words, or if the new sentence is one of
    those that carry its fact.
    """
    own = {each.sentence.id for each in new.wording.evidence[: 1 + new.joined]}
    return any(
        not own.isdisjoint(old.fact.sentences)
        or any(
            len(one & other) >= _REPEATS * min(len(one), len(other))
            for one in new.halves
            for other in old.halves
        )
        for old in chosen
    )


def _retold(each: Candidate, chosen: Iterable[Candidate]) -> float:
    """Less than 1 for an opening sentence about the people of another one that is chosen.

    Openings tell the event itself: in other words, so that `repeats` does not see it. One that
    denies what the other tells is no retelling.
    """
    if any(said.attitude == "denial" for said in each.wording.evidence[0].statements):
        return 1.0
    again = (len(each.opening & other.opening) >= _SAME_PEOPLE for other in chosen)
    return _RETOLD if each.opening and any(again) else 1.0


def _gain(each: Candidate, weights: Mapping[str, float], covered: set[str], pace: int) -> float:
    """The worth that a candidate adds, for its length.

    A sentence shorter than `pace`, the words that are left for each of the sentences that are left,
    takes up as much of what there is as one of that length. Where words are what is short, two
    joined sentences cost as much as they would one by one.
    """
    over = max(0, each.words - pace) if each.joined else 0
    length = max(pace, each.words + over)
    return each.prior * gain(
        each.concepts, weights, covered, articles=len(each.sources), length=length
    )
