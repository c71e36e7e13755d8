"""The same fact or statement across articles and within one.

Sentences that say the same in all make one group; a sentence that also contains the whole of a
shorter one goes with that one's group too, so a sentence may carry several facts. Candidates come
from an inverted index over rare roots: no sentence is compared with all others.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.merge.facts.quotations import in_sequence, other_people, quoted_alike
from summarizer.merge.passages import weights as weights_of
from summarizer.text.similarity import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.merge.passages import Passage

# Read by hand: pairs of sentences from 30 development clusters, by bands of these scores. In the
# lowest band taken about nine in ten tell one fact, in the next lower one about half.
SAME = 0.30  # weighted Jaccard of two sentences
SAME_APART = 0.50  # the same where the first name or all figures of the two differ
INSIDE = 0.62  # share of the shorter sentence's weight that the longer one has
LONGER = 1.8  # a sentence this many times as heavy as one inside it says more than that one
# Fewer common roots than this (names apart, for INSIDE) are a phrase, not a fact.
FEWEST = 3
FEWEST_ACTS = 2
# Names in common from which on they are themselves what is told, and count in full.
NAME_LIST = 4
# What a sentence says beyond the facts that it contains makes a fact of its own from this share on.
REST = 0.35
# A root brings at most this many candidates, the nearest before: cost stays linear.
CROWD = 60

Kind = Literal["same", "inside", "quoted"]


class Link(NamedTuple):
    """Two sentences (numbers of passages) that share a fact.

    The first is the lighter one. They say the "same", or the first one's fact is "inside" the
    second, which says more besides, or a quotation of one is "quoted" by the other.
    """

    first: int
    second: int
    score: float
    kind: Kind


def align(passages: Sequence[Passage]) -> list[tuple[int, ...]]:
    """Groups of passages (their numbers) that carry one fact, in order of first appearance.

    Every passage is in at least one group.
    """
    copies: dict[frozenset[str], list[int]] = {}
    for n, passage in enumerate(passages):
        copies.setdefault(passage.roots or frozenset([passage.id]), []).append(n)
    numbers = list(copies.values())
    distinct = [passages[each[0]] for each in numbers]
    rare = weights_of(distinct)
    links = list(_links(distinct, rare))
    links += _beside(links, passages, numbers, rare)
    groups = _groups(distinct, links, rare)
    return sorted(tuple(sorted(n for m in group for n in numbers[m])) for group in groups)


def _beside(
    links: Sequence[Link],
    passages: Sequence[Passage],
    numbers: Sequence[Sequence[int]],
    rare: Mapping[str, float],
) -> list[Link]:
    """More links: sentences of one speaker beside sentences that are copies or linked."""
    home = {n: k for k, copies in enumerate(numbers) for n in copies}
    linked = {frozenset([link.first, link.second]) for link in links}
    known = [(copies[0], n) for copies in numbers for n in copies[1:CROWD]]
    known += [(numbers[link.first][0], numbers[link.second][0]) for link in links]
    found = []
    for (a, b), score in in_sequence(known, passages, rare):
        pair = frozenset([home[a], home[b]])
        if len(pair) == 2 and pair not in linked:
            linked.add(pair)
            found.append(Link(min(pair), max(pair), score, "quoted"))
    return found


def _groups(
    passages: Sequence[Passage], links: Sequence[Link], rare: Mapping[str, float]
) -> list[tuple[int, ...]]:
    home = _partition(len(passages), [each for each in links if each.kind == "same"])
    members: defaultdict[int, list[int]] = defaultdict(list)
    for n, group in enumerate(home):
        members[group].append(n)
    guests: defaultdict[int, set[int]] = defaultdict(set)
    parts: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        if link.kind != "same" and home[link.first] != home[link.second]:
            guests[home[link.first]].add(link.second)
            parts[link.second].add(link.first)
    found = [
        tuple(sorted(guests[group].union(own)))
        for group, own in members.items()
        if guests[group] or not _covered(passages, own, parts, rare)
    ]
    return _without_parts(found)


def _without_parts(groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The groups without those of several passages that all stand in one larger group."""
    at: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for group in groups:
        for n in group:
            at[n].append(frozenset(group))
    return [
        group
        for group in dict.fromkeys(groups)
        if len(group) == 1 or not any(frozenset(group) < other for other in at[group[0]])
    ]


def _covered(
    passages: Sequence[Passage],
    group: Sequence[int],
    parts: Mapping[int, set[int]],
    rare: Mapping[str, float],
) -> bool:
    """Whether a group says little beyond the facts that every one of its sentences contains."""
    if not all(n in parts for n in group):
        return False
    said = frozenset.intersection(*(passages[n].roots for n in group))
    told = (passages[part].roots for n in group for part in parts[n])
    return weight(said.difference(*told), rare) < REST * weight(said, rare)


def _links(passages: Sequence[Passage], rare: Mapping[str, float]) -> Iterator[Link]:
    weights = [weight(each.roots, rare) for each in passages]
    level = math.log1p(len(passages) / 2)  # the rarity of a word that stands in two sentences
    twice = frozenset(word for word, value in rare.items() if math.isclose(value, level))
    for first, second in _candidates(passages, weights, rare):
        pair = (first, second) if weights[first] <= weights[second] else (second, first)
        a, b = (passages[n] for n in pair)
        found = _same(a, b, rare)
        if found:
            yield Link(*pair, *found)
        elif quoted := quoted_alike(a, b, rare, twice):
            yield Link(*pair, quoted, "quoted")


def _same(a: Passage, b: Passage, rare: Mapping[str, float]) -> tuple[float, Kind] | None:
    """How much two sentences say the same, if they do; `a` is the lighter one."""
    common = a.roots & b.roots
    called = a.names & b.names
    acts = len(common) - len(called)
    if acts < FEWEST_ACTS:
        return None
    twice = len(called) >= NAME_LIST
    own, other, shared = (
        weight(words, rare) + twice * weight(names, rare)
        for words, names in ((a.roots, a.names), (b.roots, b.names), (common, called))
    )
    apart = _apart(a, b)
    score = shared / (own + other - shared)
    inside = acts >= FEWEST and not apart and shared >= INSIDE * own
    if score >= (SAME_APART if apart else SAME) and not (inside and other > LONGER * own):
        return score, "same"
    return (shared / own, "inside") if inside else None


def _apart(a: Passage, b: Passage) -> bool:
    """Whether two sentences tell of different people or figures, or quote other words."""
    if a.figures and b.figures and not a.figures & b.figures:
        return True
    if (_other_words(a, b) and _other_words(b, a)) or other_people(a, b):
        return True
    if a.first_name is None or b.first_name is None:
        return False
    return a.first_name not in b.roots and b.first_name not in a.roots


def _other_words(a: Passage, b: Passage) -> bool:
    """Whether the first quotes something of which the second one has next to nothing."""
    return len(a.spoken) >= FEWEST and len(a.spoken & b.roots) < len(a.spoken) / 4


def _candidates(
    passages: Sequence[Passage], weights: Sequence[float], rare: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """Pairs of passages whose rare common roots make a quarter of the lighter one's weight."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, passage in enumerate(passages):
        met: defaultdict[int, float] = defaultdict(float)
        for word in passage.roots:
            for m in holders[word][-CROWD:]:
                met[m] += rare[word]
            holders[word].append(n)
        for m in sorted(met):
            if met[m] >= min(weights[m], weights[n]) / 4:
                yield m, n


def _partition(size: int, links: Sequence[Link]) -> list[int]:
    """The group of each passage: average linkage over the links, the strongest first."""
    home = list(range(size))
    members = {n: [n] for n in range(size)}
    strength = {
        (min(link.first, link.second), max(link.first, link.second)): link.score for link in links
    }
    for link in sorted(links, key=lambda each: (-each.score, each.first, each.second)):
        one, other = sorted((home[link.first], home[link.second]))
        if one == other:
            continue
        pairs = [
            strength.get((min(a, b), max(a, b)), 0.0) for a in members[one] for b in members[other]
        ]
        if sum(pairs) / len(pairs) >= SAME / 2:
            members[one] += members.pop(other)
            for n in members[one]:
                home[n] = one
    return home
