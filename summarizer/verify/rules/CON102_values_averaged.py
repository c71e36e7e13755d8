"""Differing values averaged or made a range.

Two counts that two origins give are two statements, each with its source. "Between 41 and 56" and
their mean are said by nobody. A range or an average that a cited source gives itself is fine.
"""

from __future__ import annotations

import math
import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.model.story import Dispute, Reading
from summarizer.text.numbers import quantities
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.values import meets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.numbers import Quantity
    from summarizer.verify.source import Source
    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="value wrong",
    example=Example(
        sources=(
            "Fire in Arden\n\nThe fire in Arden hurt 12 people, by another count 15 people.",
            "Arden fire\n\nThe fire in Arden hurt 15 people, and 12 people at first.",
        ),
        bad="The fire in Arden hurt between 12 and 15 people. [1][2]",
        good="The fire in Arden hurt 12 people, by another count 15 people. [1]",
        disputes=(
            Dispute(
                topic="people hurt",
                slot="count",
                readings=(
                    Reading(value="12 people", sentences=("s1.1",), origins=("o1",), as_of=None),
                    Reading(value="15 people", sentences=("s2.1",), origins=("o2",), as_of=None),
                ),
            ),
        ),
    ),
)

# What joins the two ends of a range, "between" before them included.
_JOINT = re.compile(r"(?:\s\w{1,20}){0,2}\s?(?:-|–|—|to|and|or)\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from|range of)\s(?:about\s|some\s)?\Z", re.IGNORECASE)
_AVERAGE = re.compile(r"\b(?:average|mean|about|around|some|roughly)\b", re.IGNORECASE)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Ranges and means of values on which the sources differ."""
    for dispute in claim.document.story.disputes:
        values = [quantities(reading.value)[:1] for reading in dispute.readings]
        given = [value[0] for value in values if value]
        for start, end in (*_ranges(claim, given), *_means(claim, given)):
            if not any(_has(source, claim.text[start:end]) for source in claim.sources):
                told = ", ".join(reading.value for reading in dispute.readings)
                fix = Fix(message=f"give each value with its source: {told}", replacement=None)
                message = f"nobody says so: the sources differ on this ({dispute.topic})"
                yield Problem(message, fix=fix, start=start, end=end)


def _ranges(claim: ClaimView, given: list[Quantity]) -> Iterator[tuple[int, int]]:
    """Ranges of the claim whose ends are two of these values."""
    for low, high in pairwise(claim.quantities):
        joint = claim.text[low.end : high.start]
        opened = _BETWEEN.search(claim.text, max(0, low.start - 20), low.start)
        dash = joint.strip() in ("-", "–", "—", "to")
        ends = [value for value in given if meets(low, value)], [v for v in given if meets(high, v)]
        if all(ends) and ends[0] != ends[1] and (dash or (opened and _JOINT.fullmatch(joint))):
            yield low.start, high.end


def _means(claim: ClaimView, given: list[Quantity]) -> Iterator[tuple[int, int]]:
    """Numbers of the claim that are the mean of two of these values and none of them."""
    for quantity in claim.quantities:
        if any(meets(quantity, value) for value in given) or not _AVERAGE.search(claim.text):
            continue
        for one, other in combinations(given, 2):
            mean = (one.value + other.value) / 2
            alike = one.unit == other.unit == quantity.unit
            if alike and math.isclose(mean, quantity.value, rel_tol=0.02):
                yield quantity.start, quantity.end
                break


def _has(source: Source, words: str) -> bool:
    """Whether a source gives the range or the mean in these words."""
    return words.casefold() in source.text.casefold()
