"""Slots on which the sources differ: counts of people, and other figures of one fact."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.merge.tolls import Figure, counted, toll
from summarizer.model.story import Dispute, Reading
from summarizer.text.numbers import same_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.merge.passages import Passage

# Figures of one incident: at most so many values, one of them (the anchor) in an opening or in two
# articles, and none so much larger or smaller that it must count something else. Without these,
# most slots found in 60 development clusters were figures of several incidents.
MOST = 4
OPENING = 3
TIMES = 3

Given = tuple["Passage", Figure]


def disputes(
    passages: Sequence[Passage], groups: Sequence[tuple[int, ...]], usable: frozenset[int]
) -> tuple[Dispute, ...]:
    """The slots with values that cannot be the same, each value with its sentences.

    `usable` are the numbers of the passages that tell of the main event.
    """
    tolls: defaultdict[str, list[Given]] = defaultdict(list)
    for n in sorted(usable):
        for figure in toll(passages[n].text):
            tolls[figure.slot].append((passages[n], figure))
    found = [_dispute(f"number of {slot}", given) for slot, given in tolls.items()]
    told = {sentence for each in found if each for r in each.readings for sentence in r.sentences}
    for group in groups:
        members = [passages[n] for n in group if n in usable and passages[n].id not in told]
        found += [_dispute(topic, given) for topic, given in _figures(members)]
    return tuple(each for each in found if each)


def _figures(members: Sequence[Passage]) -> Iterable[tuple[str, list[Given]]]:
    """The figures of one fact by what they count, where several articles give one."""
    slots: defaultdict[str, list[Given]] = defaultdict(list)
    if len({each.article for each in members}) > 1:
        for passage in members:
            for figure in counted(passage.text):
                slots[figure.slot].append((passage, figure))
    for given in slots.values():
        topic = given[0][1].quantity.thing or given[0][1].quantity.unit or "figure"
        yield f"number of {topic}" if given[0][1].quantity.kind == "count" else topic, given


def _dispute(topic: str, given: Sequence[Given]) -> Dispute | None:
    """The values of a slot, if two of them from different articles cannot be the same."""
    values: list[list[Given]] = []
    for passage, figure in given:
        home = next((v for v in values if same_value(v[0][1].quantity, figure.quantity)), None)
        if home is None:
            values.append([(passage, figure)])
        else:
            home.append((passage, figure))
    anchor = max(values, key=_support, default=[])
    if not anchor or len(values) > MOST or _support(anchor) < 2:
        return None
    size = anchor[0][1].quantity.value
    near = [v for v in values if size <= v[0][1].quantity.value * TIMES <= size * TIMES**2]
    articles = {passage.article for value in near for passage, _ in value}
    if len(near) < 2 or len(articles) < 2:
        return None
    return Dispute(topic=topic, slot="count", readings=tuple(_reading(each) for each in near))


def _support(given: Sequence[Given]) -> int:
    """In how many articles a value stands; an opening counts as two."""
    opening = any(passage.place < OPENING for passage, _ in given)
    return max(len({passage.article for passage, _ in given}), 2 * opening)


def _reading(given: Sequence[Given]) -> Reading:
    return Reading(
        value=max((figure.words for _, figure in given), key=len),
        sentences=tuple(dict.fromkeys(passage.id for passage, _ in given)),
        origins=(),
        as_of=None,
    )
