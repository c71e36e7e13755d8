"""Which lines fit a budget: the least important facts go first, conflicts stay whole.

Importance is the extractive writer's (`summarizer.text.concepts`). Every source that has something
to tell keeps at least one line that is its own or stands for a sentence of it.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.concepts import concept_weights, concepts, gain
from summarizer.text.tokens import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.story import Dispute


class Unit(NamedTuple):
    """Sentences that are kept or dropped together, and the numbers of units that must be there.

    `cost` is what they take, in tokens; `sources` are the articles that they stand for.
    """

    sentences: tuple[str, ...]
    needs: tuple[int, ...]
    cost: int
    sources: frozenset[str]


def units(
    folded: Mapping[str, Sequence[str]],
    costs: Mapping[str, int],
    conflicts: Sequence[tuple[Dispute, int]],
) -> list[Unit]:
    """The shown sentences in units: one of each reading of a dispute together, the others alone.

    The disputes name shown sentences only and come with the cost of their line. A sentence that
    gives a reading needs the unit that has all readings, so that no value stands as if nobody
    contradicted it.
    """
    cores = _cores([dispute for dispute, _ in conflicts])
    home = {each: n for n, core in enumerate(cores) for each in core}
    extra = [0] * len(cores)
    needs: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for dispute, cost in conflicts:
        core = home[dispute.readings[0].sentences[0]]
        extra[core] += cost
        for each in (each for reading in dispute.readings for each in reading.sentences):
            needs[each][core] = None
    alone = [((each,), tuple(needs[each]), 0) for each in folded if each not in home]
    together = [(core, (), more) for core, more in zip(cores, extra, strict=True)]
    return [
        Unit(
            sentences=part,
            needs=needed,
            cost=more + sum(costs[each] for each in part),
            sources=frozenset(
                other.rpartition(".")[0] for each in part for other in (each, *folded[each])
            ),
        )
        for part, needed, more in (*together, *alone)
    ]


def _cores(conflicts: Sequence[Dispute]) -> list[tuple[str, ...]]:
    """The first sentence of each reading of a dispute; disputes with one in common together."""
    cores: list[dict[str, None]] = []
    for dispute in conflicts:
        own = {reading.sentences[0]: None for reading in dispute.readings}
        near = [core for core in cores if not core.keys().isdisjoint(own)]
        cores = [core for core in cores if core not in near]
        cores.append(dict.fromkeys(each for core in (*near, own) for each in core))
    return [tuple(core) for core in cores]


def ranked(parts: Sequence[Unit], found: Mapping[str, Passage]) -> list[int]:
    """The units by what each adds to those before it, the most important first."""
    stems = {each: content_stems(passage.text) for each, passage in found.items()}
    weights = concept_weights((p.article, p.place, stems[each]) for each, p in found.items())
    own = [
        tuple(dict.fromkeys(c for each in part.sentences for c in concepts(stems[each])))
        for part in parts
    ]
    covered: set[str] = set()

    def worth(n: int) -> float:
        articles, length = len(parts[n].sources), max(parts[n].cost, 1)
        return gain(own[n], weights, covered, articles=articles, length=length)

    # what a unit adds only falls, so it is weighed again when its turn comes
    queue = [(-worth(n), n) for n in range(len(parts))]
    heapq.heapify(queue)
    order = []
    while queue:
        _, n = heapq.heappop(queue)
        now = (-worth(n), n)
        if queue and now > queue[0]:
            heapq.heappush(queue, now)
        else:
            order.append(n)
            covered.update(own[n])
    return order


def fitting(parts: Sequence[Unit], order: Sequence[int], room: int) -> list[int]:
    """The units, in this order, that fit the room: one for each source, then all others.

    Where a better unit leaves no room for the sources still unheard, their cheapest ones are
    taken, even if these do not fit either.
    """
    cheap = _cheapest(parts)
    unheard = set(cheap)
    chosen: set[int] = set()
    for n in order:
        new = {n, *parts[n].needs}
        heard = frozenset[str]().union(*(parts[m].sources for m in new))
        if unheard.isdisjoint(heard):
            continue
        rest = {m for source in unheard - heard for m in cheap[source]}
        if _cost(parts, chosen | new | rest) <= room:
            chosen |= new
            unheard -= heard
    chosen |= {m for source in unheard for m in cheap[source]}
    left = room - _cost(parts, chosen)
    for n in order:
        new = {n, *parts[n].needs} - chosen
        cost = _cost(parts, new)
        if cost <= left:
            chosen |= new
            left -= cost
    return sorted(chosen)


def least(parts: Sequence[Unit]) -> list[int]:
    """The cheapest unit of each source."""
    return sorted({n for own in _cheapest(parts).values() for n in own})


def _cheapest(parts: Sequence[Unit]) -> dict[str, tuple[int, ...]]:
    """For each source the cheapest unit that stands for it, with those that this one needs."""
    found: dict[str, tuple[int, ...]] = {}
    for n, part in enumerate(parts):
        own = (*part.needs, n)
        for source in part.sources:
            if source not in found or _cost(parts, own) < _cost(parts, found[source]):
                found[source] = own
    return found


def _cost(parts: Sequence[Unit], chosen: Iterable[int]) -> int:
    return sum(parts[n].cost for n in chosen)
