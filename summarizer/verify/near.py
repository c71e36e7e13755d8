"""The place of a source that matches a stretch of a claim, found without the stretch itself.

To see whether a number, a name or a verb stands where the claim has it, the words around it are
looked for, the nearer ones with more weight; then one asks whether it stands at the place found.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.tokens import stem

if TYPE_CHECKING:
    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

# Words further away than this tell little of what a number or name belongs to.
_REACH = 12
# The words around must be found at least to this share of their weight.
_ENOUGH = 0.5
_FADE = 0.3
# No more sentences than this are given: a source may say one thing again and again.
_MOST = 40


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
    shares: defaultdict[int, float] = defaultdict(float)
    for token, weight in words.items():
        for number in part.source.holding(token.lower):
            shares[number] += weight
    scored = [
        (share, part.source.sentences[number] in part.evidence, -number)
        for number, share in shares.items()
        if share >= _ENOUGH * total
    ]
    scored.sort(reverse=True)
    best = [each for each in scored[:_MOST] if each[0] >= 0.9 * scored[0][0]]
    return [Match(share / total, part.source.sentences[-place]) for share, _, place in best]


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
