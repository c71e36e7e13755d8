"""The place of a source that matches a stretch of a claim, found without the stretch itself.

To see whether a number, a name or a verb stands where the claim has it, the words around it are
looked for, the nearer ones with more weight; then one asks whether it stands at the place found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.tokens import stem
from summarizer.verify.align import counterpart

if TYPE_CHECKING:
    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

# Words further away than this tell little of what a number or name belongs to.
_REACH = 12
# The words around must be found at least to this share of their weight.
_ENOUGH = 0.5
_FADE = 0.3


class Match(NamedTuple):
    """A sentence of a source and the share of the words' weight that it has, 0 to 1."""

    share: float
    sentence: SourceSentence


def near(part: PartView, start: int, end: int) -> list[Match]:
    """The sentences of the source that match the words around a stretch, best first.

    Only sentences that match at least half of the words' weight, and those almost as good as the
    best, are given; none if there is no good match.
    """
    words = context(part, start, end)
    total = sum(words.values())
    scored = []
    for sentence in part.source.sentences:
        shared = sum(w for token, w in words.items() if counterpart(token, sentence.keys))
        if total and shared >= _ENOUGH * total:
            scored.append((shared, sentence in part.evidence, -sentence.number, sentence))
    scored.sort(key=lambda each: each[:3], reverse=True)
    best = [each for each in scored if each[0] >= 0.9 * scored[0][0]]
    return [Match(shared / total, sentence) for shared, *_, sentence in best]


def context(part: PartView, start: int, end: int) -> dict[Token, float]:
    """The content words around a stretch with weights: rare and near is much.

    The words of quotations count only for a stretch of the quotation itself.
    """
    quoted = [q for q in part.quotations if not q.start <= start < q.end]
    plain = [t for t in part.content if not any(q.start <= t.start < q.end for q in quoted)]
    before = [token for token in plain if token.end <= start]
    after = [token for token in plain if token.start >= end]
    weights = part.claim.document.weights
    found = {}
    for row in (before[::-1][:_REACH], after[:_REACH]):
        for distance, token in enumerate(row):
            found[token] = weights.of(stem(token.lower)) / (1 + _FADE * distance)
    return found
