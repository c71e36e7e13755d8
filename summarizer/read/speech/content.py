"""Statements inside one sentence: is a word a cue, and where does its content start and end?

Five linear scorers over the readable features of `features` decide; see
docs/decisions/0006-speech-scorers.md for how their weights were learnt.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.speech import features, formulas, places, words
from summarizer.read.speech.cues import of_cue
from summarizer.read.speech.ends import of_right_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.speech.scorer import Scorer
    from summarizer.read.speech.tokens import Clause

# Probability that a report is one and its content at least half right from which it counts.
LEAST = 0.28
# Log odds of "is a cue" from which a report counts whose content stands in quotation marks and
# has more than a few tokens: somebody said it.
LEAST_QUOTED = -2.0
_FEW = 5
# The outer of two nested reports stands unless it is less likely by more than this (log odds);
# 1 to 9 give the same figures on held-out articles, 3 keeps "he said she wants" whole.
_OUTER_BONUS = 3.0
# A refusal in set words is as likely as that; a report around it still holds it.
_SETTLED = 1.0
# Possible cues looked at in one sentence: bounds the work on a sentence without an end.
_MOST_CUES = 24


class Range(NamedTuple):
    """Tokens `first` to `last`, both included; `sure` is the probability of being half right."""

    first: int
    last: int
    sure: float = 1.0


class Report(NamedTuple):
    """A cue, what it reports before and after itself, and the log odds that it is one."""

    score: float
    cue: int
    left: Range | None
    right: Range | None

    @property
    def content(self) -> tuple[Range, ...]:
        """The ranges of the content in order."""
        return tuple(part for part in (self.left, self.right) if part is not None)


def reports(clause: Clause, scorer: Scorer) -> list[Report]:
    """The reports of a sentence in the order of their cues; none overlaps another."""
    cues = [
        place
        for place in range(clause.size)
        if clause.inside[place] < 0 and words.trigger(clause.low[place]) is not None
    ][:_MOST_CUES]
    refused = [_refused(clause, each, scorer) for each in formulas.refusals(clause)]
    known = {report.cue for report in refused if report is not None}
    made = [
        _report(clause, cue, order, scorer) for order, cue in enumerate(cues) if cue not in known
    ]
    return select([report for report in (*refused, *made) if report is not None])


def _refused(clause: Clause, refusal: formulas.Refusal, scorer: Scorer) -> Report | None:
    content = _until(clause, refusal.cue, refusal.start, scorer)
    return None if content is None else Report(_SETTLED, refusal.cue, None, content)


def select(candidates: Sequence[Report]) -> list[Report]:
    """Reports none of which holds the cue or the content of another: the outermost, the likeliest.

    Annotated statements hardly ever nest: who reports that somebody said something is the speaker.
    """
    outer = [each for each in candidates if not any(_holds(o, each) for o in candidates)]
    kept: list[Report] = []
    for report in sorted(outer, key=lambda each: (-each.score, each.cue)):
        if not any(_clash(report, other) for other in kept):
            kept.append(report)
    return sorted(kept, key=lambda each: each.cue)


def _holds(outer: Report, inner: Report) -> bool:
    """Whether one report stands inside the content of another that is not much less likely."""
    return (
        outer.score > inner.score - _OUTER_BONUS
        and any(part.first <= inner.cue <= part.last for part in outer.content)
        and not any(part.first <= outer.cue <= part.last for part in inner.content)
    )


def _clash(one: Report, other: Report) -> bool:
    return any(
        a.first <= b.last and b.first <= a.last
        for a in (*one.content, Range(one.cue, one.cue))
        for b in (*other.content, Range(other.cue, other.cue))
    )


def _report(clause: Clause, cue: int, order: int, scorer: Scorer) -> Report | None:
    right_odds, left_odds, both_odds = scorer.sides(of_cue(clause, cue, order))
    most = max(right_odds, left_odds, both_odds)
    score = most + math.log(sum(math.exp(x - most) for x in (right_odds, left_odds, both_odds)))
    if score < LEAST_QUOTED or formulas.is_act(clause, cue) or formulas.shows_nothing(clause, cue):
        return None
    settled = _by_formula(clause, cue, score, scorer)
    if settled is not None:
        return settled
    left = right = None
    turned = places.inverted(clause, cue) or formulas.only_before(clause, cue)
    if most != right_odds or turned:
        left = _left(clause, cue, scorer)
    if most != left_odds and not turned:
        right = _right(clause, cue, scorer)
    report = Report(score, cue, left, right)
    return report if report.content and (_quoted(clause, report) or _counts(report)) else None


def _counts(report: Report) -> bool:
    """Whether a report is likely enough to be one and to have the right content."""
    chance = 1 / (1 + math.exp(-report.score))
    return chance * min(part.sure for part in report.content) >= LEAST


def _by_formula(clause: Clause, cue: int, score: float, scorer: Scorer) -> Report | None:
    """The report of a passive or an aside, None where a cue is neither."""
    start = formulas.passive_start(clause, cue)
    if start is not None:
        return Report(score, cue, None, _until(clause, cue, start, scorer))
    end = formulas.aside_end(clause, cue)
    if end is None:
        return None
    left = _from(clause, cue, end, scorer)
    return None if left is None else Report(score, cue, left, None)


def _quoted(clause: Clause, report: Report) -> bool:
    """Whether content is in quotation marks, and more than a word or two."""
    return any(
        clause.inside[part.first] >= 0
        and clause.inside[part.last] >= 0
        and part.last - part.first > _FEW
        for part in report.content
    )


def _left(clause: Clause, cue: int, scorer: Scorer) -> Range | None:
    ends = places.left_ends(clause, cue)
    last = scorer.best("left end", ends, [features.of_left_end(clause, cue, p) for p in ends])
    if last is None:
        return None
    return _from(clause, cue, places.before_role(clause, last, cue), scorer)


def _from(clause: Clause, cue: int, last: int, scorer: Scorer) -> Range | None:
    """Content before its cue that ends with a token."""
    starts = places.left_starts(clause, last)
    rows = [features.of_left_start(clause, cue, last, p) for p in starts]
    found = scorer.best_shared("left start", starts, rows, [last - start + 1 for start in starts])
    return None if found is None else _worded(clause, Range(found[0], last, found[1]))


def _right(clause: Clause, cue: int, scorer: Scorer) -> Range | None:
    starts = places.right_starts(clause, cue)
    rows = [features.of_right_start(clause, cue, p) for p in starts]
    first = scorer.best("right start", starts, rows)
    return None if first is None else _until(clause, cue, first, scorer)


def _until(clause: Clause, cue: int, first: int, scorer: Scorer) -> Range | None:
    """Content after its cue that starts with a token."""
    ends = places.right_ends(clause, first)
    rows = [of_right_end(clause, cue, first, p) for p in ends]
    found = scorer.best_shared("right end", ends, rows, [end - first + 1 for end in ends])
    return None if found is None else _worded(clause, Range(first, found[0], found[1]))


def _worded(clause: Clause, part: Range) -> Range | None:
    """A range of content, None where it has no word."""
    told = any(word[0].isalnum() for word in clause.low[part.first : part.last + 1])
    return part if told else None
