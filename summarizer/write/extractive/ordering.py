"""The order in which chosen candidates are told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.text.similarity import roots
from summarizer.write.extractive.worth import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.write.extractive.selection import Candidate


def event_first(chosen: Sequence[Candidate], headline: str) -> list[Candidate]:
    """The lead, then statements and events by support, then figures, background, disputes.

    Within each of these parts what introduces a thing comes before what takes it for known.
    """
    rank = {"event": 0, "statement": 0, "figure": 1, "background": 2, "dispute": 3}

    def order(each: Candidate) -> tuple[int, int, int]:
        return (rank[each.kind], -len(each.sources), each.position)

    # an article's first sentence tells the event, its second one often only a part of it; of
    # several the one that tells most of the headline, or that more articles begin with
    named = roots(headline)
    lead = max(
        chosen,
        key=lambda each: (not each.past, not each.position, len(named & each.roots), each.leads),
        default=None,
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
