"""Slots on which the sources differ, and values that one outlet brought up to date."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.conflicts.blame import blame
from summarizer.merge.conflicts.causes import causes
from summarizer.merge.conflicts.clashes import clashes
from summarizer.merge.conflicts.ledger import Given
from summarizer.merge.conflicts.renderings import wordings
from summarizer.merge.conflicts.tolls import agree, toll

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.merge.conflicts.ledger import Ledger
    from summarizer.merge.conflicts.renderings import Renderings
    from summarizer.merge.conflicts.tolls import Figure
    from summarizer.merge.passages import Passage
    from summarizer.model.story import Dispute, Revision
    from summarizer.model.summary import Slot

# Tolls of one incident: at most so many values, one of them (the anchor) in an opening or in two
# articles, and none so much larger or smaller that it must count something else, unless a larger
# one opens its article. Without these, most slots found in 60 development clusters were figures
# of several incidents.
MOST = 4
OPENING = 3
TIMES = 3

Counted = tuple["Passage", "Figure"]


class Differences(NamedTuple):
    """What origins differ on, and what single outlets brought up to date."""

    disputes: tuple[Dispute, ...]
    revisions: tuple[Revision, ...]


def differences(
    passages: Sequence[Passage],
    main: frozenset[str],
    ledger: Ledger,
    said: Renderings,
) -> Differences:
    """The slots with values that cannot all be right, each value with its sentences.

    `passages` are those of the main event's articles, `main` the ids of those that tell of nothing
    else, `said` the quotations that articles word differently.
    """
    disputes: list[Dispute] = []
    revisions: list[Revision] = []
    told: set[str] = set()
    own = [each for each in passages if each.id in main]
    for topic, slot, values in chain(
        _tolls(own),
        wordings(said),
        clashes(passages, ledger.articles),
        causes(own),
        blame(own, ledger.articles),
    ):
        sentences = {each.id for value in values for each in value.passages}
        if slot == "figure" and sentences & told:
            continue
        record = ledger.record(topic, slot, values)
        disputes += [record.dispute] if record.dispute else []
        revisions += record.revisions
        told |= sentences
    return Differences(tuple(disputes), tuple(revisions))


def _tolls(passages: Sequence[Passage]) -> Iterator[tuple[str, Slot, list[Given]]]:
    """How many people were killed, injured and so on."""
    slots: defaultdict[str, list[Counted]] = defaultdict(list)
    for passage in passages:
        for figure in toll(passage.text):
            slots[figure.slot].append((passage, figure))
    for slot, given in slots.items():
        values = _of_one_incident(given)
        if len(values) > 1:
            yield f"number of {slot}", "count", [_given(each) for each in values]


def _of_one_incident(given: Sequence[Counted]) -> list[list[Counted]]:
    """The values of a slot that can be of one incident; none if there is no telling."""
    values: list[list[Counted]] = []
    for passage, figure in given:
        home = next((v for v in values if agree(v[0][1].quantity, figure.quantity)), None)
        if home is None:
            values.append([(passage, figure)])
        else:
            home.append((passage, figure))
    anchor = max(values, key=_support, default=[])
    if not anchor or len(values) > MOST or _support(anchor) < 2:
        return []
    size = anchor[0][1].quantity.value
    return [each for each in values if _of_size(each, size)]


def _of_size(value: Sequence[Counted], size: float) -> bool:
    """Whether a value can be of the same incident as one of this size, or what it grew to."""
    most = math.inf if _opens(value) else size * TIMES
    return size / TIMES <= value[0][1].quantity.value <= most


def _support(given: Sequence[Counted]) -> int:
    """In how many articles a value stands; an opening counts as two."""
    return max(len({passage.article for passage, _ in given}), 2 * _opens(given))


def _opens(given: Sequence[Counted]) -> bool:
    return any(passage.place < OPENING for passage, _ in given)


def _given(value: Sequence[Counted]) -> Given:
    return Given(
        words=max((figure.words for _, figure in value), key=len),
        passages=tuple({passage.id: passage for passage, _ in value}.values()),
    )
