"""Each fact once: which sentences of a story are shown, and which others they stand for.

The smallest set of sentences that carries all facts is a set cover; it is found greedily (Johnson
1974). A sentence that alone carries a fact is shown anyway, and stands for the other facts in it;
then the sentence that carries most of the facts left, in the better wording where two are equal.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.facts.align import REST
from summarizer.merge.passages import weights
from summarizer.text.similarity import roots, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.story import Fact, Story, Variant

# What a sentence that tells a fact with others may say that these do not. Of the sentences folded
# on 40 development clusters, nine of the twelve with a larger share say something new, and five of
# the fifteen with a share from .45 on: paraphrases, mostly.
RESTATED = 0.53

# The sentences that carry a fact, or give a reading of a disputed slot; the best wording first.
Carriers = tuple[str, ...]


class Folding(NamedTuple):
    """Shown sentences with those folded into each, in the order of the articles.

    `facts` are the ids of the facts that each shown sentence carries. `aside` are shown sentences
    about another occasion than the main event, `left_out` those about another occasion that only
    one article tells of, by the event's id.
    """

    shown: dict[str, tuple[str, ...]]
    facts: dict[str, tuple[str, ...]]
    aside: frozenset[str]
    left_out: dict[str, tuple[str, ...]]


def fold(story: Story, found: Mapping[str, Passage]) -> Folding:
    """Which of these passages are shown and which folded; `found` has those that may be sent.

    Facts of other occasions are shown if several articles tell them. Every reading of a dispute
    is shown, though it may stand in a fact that another sentence tells.
    """
    told, left_out = _told(story, found)
    readings = [
        tuple(each for each in reading.sentences if each in found)
        for dispute in story.disputes
        for reading in dispute.readings
    ]
    carriers = [ids for _, ids in told]
    shown = _chosen(carriers, [each for each in readings if each], found, story.variants)
    main = {each for fact, ids in told if fact.event == _main(story) for each in ids}
    seen = {each for ids in carriers for each in ids} | shown
    rest = {event: tuple(e for e in ids if e not in seen) for event, ids in left_out.items()}
    return Folding(
        shown=_folded(carriers, shown, found),
        facts=_facts(story, shown),
        aside=frozenset(shown - main),
        left_out={event: ids for event, ids in rest.items() if ids},
    )


def _facts(story: Story, shown: set[str]) -> dict[str, tuple[str, ...]]:
    facts: defaultdict[str, list[str]] = defaultdict(list)
    for fact in story.facts:
        for each in shown.intersection(fact.sentences):
            facts[each].append(fact.id)
    return {each: tuple(ids) for each, ids in facts.items()}


def _main(story: Story) -> str:
    return next(event.id for event in story.events if event.main)


def _told(
    story: Story, found: Mapping[str, Passage]
) -> tuple[list[tuple[Fact, Carriers]], dict[str, Carriers]]:
    """Facts to be told with the sentences that may tell them, and sentences left out by event."""
    told = []
    left_out: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for fact in story.facts:
        ids = tuple(each for each in fact.sentences if each in found)
        if fact.event == _main(story) or len({found[each].article for each in ids}) > 1:
            told += [(fact, ids)] if ids else []
        else:
            left_out[fact.event].update(dict.fromkeys(ids))
    return told, {event: tuple(ids) for event, ids in left_out.items()}


def _cover(facts: Sequence[Carriers]) -> set[str]:
    """A small set of sentences of which each fact has at least one."""
    shown = {ids[0] for ids in facts if len(ids) == 1}
    left = {n for n, ids in enumerate(facts) if shown.isdisjoint(ids)}
    at: defaultdict[str, list[int]] = defaultdict(list)
    rank: dict[str, int] = {}
    for n in sorted(left):
        for place, each in enumerate(facts[n]):
            at[each].append(n)
            rank[each] = min(place, rank.get(each, place))
    # most facts first, then the better wording; numbers of facts only fall, so they are counted
    # again when their turn comes
    queue = [(-len(own), rank[each], n, each) for n, (each, own) in enumerate(at.items())]
    heapq.heapify(queue)
    while left:
        old, place, n, each = heapq.heappop(queue)
        own = left.intersection(at[each])
        if -len(own) == old:
            shown.add(each)
            left -= own
        elif own:
            heapq.heappush(queue, (-len(own), place, n, each))
    return shown


def _chosen(
    told: Sequence[Carriers],
    readings: Sequence[Carriers],
    found: Mapping[str, Passage],
    variants: Sequence[Variant],
) -> set[str]:
    """The sentences that are shown.

    A fact that one sentence alone carries may be no more than its way to tell what others tell
    too. Such a sentence is shown if it says more than those that would stand for it, and then
    it may stand for these. What only words one statement in another way says no more.
    """
    common = {each for ids in told if len(ids) > 1 for each in ids}
    needed = [ids for ids in told if len(ids) > 1 or ids[0] not in common]
    shown = _cover([*needed, *readings])
    alone = {ids[0] for ids in told if len(ids) == 1}
    enough = {each: REST if each in alone else RESTATED for ids in told for each in ids}
    for each in (each for variant in variants for each in variant.sentences):
        if _only_speech(found.get(each)):
            enough[each] = 1.0
    more = _saying_more(told, enough, shown, found)
    shown = _cover([*needed, *readings, *((each,) for each in more)])
    return shown.union(_saying_more(told, enough, shown, found))


def _only_speech(passage: Passage | None) -> bool:
    """Whether most of a sentence is what somebody is reported to have said."""
    if passage is None:
        return False
    spans = (span for each in passage.statements for span in each.content)
    return 2 * sum(span.end - span.start for span in spans) >= len(passage.text)


def _saying_more(
    told: Sequence[Carriers],
    enough: Mapping[str, float],
    shown: set[str],
    found: Mapping[str, Passage],
) -> list[str]:
    """Sentences that are not shown, but say more than the shown ones that carry their facts.

    Facts are the same if most of their words are: a name or a figure may get lost in that, so a
    sentence with a figure of its own is shown too, or with a name that no shown one has, or with
    `enough` of its words (a share of their weight) in none of those sentences. Names of the
    speaker and of outlets on the way do not count: the shown sentence has its own.
    """
    rare = weights(list(found.values()))
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for ids in told:
        for each in ids:
            beside[each] |= shown.intersection(ids)
    names = {word for each in shown for word in found[each].names}
    more = []
    for each in (each for each in beside if each not in shown):
        passage = found[each]
        routes = [name for statement in passage.statements for name in statement.via]
        said = set().union(*map(roots, (*routes, *passage.speakers)))
        said.update(*(found[other].roots for other in beside[each]))
        new = passage.roots - names - said
        much = weight(new, rare) > enough[each] * weight(passage.roots, rare)
        if much or not new.isdisjoint(passage.names | passage.figures):
            more.append(each)
            names |= passage.names
    return more


def _folded(
    facts: Iterable[Carriers], shown: set[str], found: Mapping[str, Passage]
) -> dict[str, tuple[str, ...]]:
    """The shown sentences in the articles' order, each with those of its facts not shown."""
    others: dict[str, dict[str, None]] = {each: {} for each in found if each in shown}
    for ids in facts:
        hidden = [each for each in ids if each not in shown]
        # one of the shown ones stands for the rest: naming them at each would cost twice
        first = next((each for each in ids if each in shown), None)
        if first:
            others[first].update(dict.fromkeys(hidden))
    return {each: tuple(ids) for each, ids in others.items()}
