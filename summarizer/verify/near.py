"""The place of a source that matches a stretch of a claim, found without the stretch itself.

To see whether a number, a name or a verb stands where the claim has it, the words around it are
looked for, the nearer ones with more weight; then one asks whether it stands at the place found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.quotes import quotation_at
from summarizer.verify.evidence import spread

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from summarizer.text.quotes import Quotation
    from summarizer.verify.evidence import Weighed
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
    words = _around(part, start, end)
    total = sum(weight for weight, _ in words)
    scored = [
        (share, part.source.sentences[number] in part.evidence, -number)
        for number, share in spread(words).items()
        if share >= _ENOUGH * total
    ]
    scored.sort(reverse=True)
    best = [each for each in scored[:_MOST] if each[0] >= 0.9 * scored[0][0]]
    return [Match(share / total, part.source.sentences[-place]) for share, _, place in best]


def _around(part: PartView, start: int, end: int) -> list[tuple[float, frozenset[int]]]:
    """The weights of the content words around a stretch, rare and near is much; who has them.

    The words of quotations count only for a stretch of the quotation itself.
    """
    words = part.weighed
    before = bisect_right(words, start, key=_end)
    after = bisect_left(words, end, key=_start)
    rows: list[Iterable[Weighed]] = [reversed(words[:before]), words[after:]]
    if part.quotations:
        here = (None, quotation_at(part.quotations, start))
        rows = [_said_in(part, row, here) for row in rows]
    return [
        (word.weight / (1 + _FADE * distance), word.numbers)
        for row in rows
        for distance, word in enumerate(islice(row, _REACH))
    ]


def _said_in(
    part: PartView, row: Iterable[Weighed], here: Container[Quotation | None]
) -> Iterator[Weighed]:
    """The words of a row that stand in one of these quotations, or (None) outside of any."""
    return (word for word in row if quotation_at(part.quotations, word.token.start) in here)


def _start(word: Weighed) -> int:
    return word.token.start


def _end(word: Weighed) -> int:
    return word.token.end
