"""The evidence finder: which sentences of a source carry a part of a claim.

Content words are weighted by how rare they are in the sources (inverse document frequency,
Spärck Jones 1972); the sentence with the most weight in common comes first, then those that add
most. A verbatim quotation anchors the search: its sentence comes first.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summarizer.text.tokens import stem
from summarizer.verify.align import counterpart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

# A further sentence must add this share of the part's weight, else it is no evidence.
_WORTH = 0.08
_MOST = 3


class Weights:
    """How much each stem tells: rare in the sources' sentences is much."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Count the sentences that have each stem."""
        self._count: Counter[str] = Counter()
        self._sentences = 0
        for source in sources:
            for sentence in source.sentences:
                self._count.update(sentence.content)
                self._sentences += 1

    def of(self, key: str) -> float:
        """The weight of a stem, above 0; unseen stems have the greatest."""
        return math.log((self._sentences + 1.5) / (self._count.get(key, 0) + 0.5))

    def coverage(self, tokens: Sequence[Token], evidence: Sequence[SourceSentence]) -> float:
        """The weighted share of these words with a counterpart in the sentences, 0 to 1."""
        total = sum(self.of(stem(token.lower)) for token in tokens)
        keys = frozenset[str]().union(*(sentence.keys for sentence in evidence))
        found = (stem(t.lower) for t in tokens if counterpart(t, keys))
        return sum(self.of(key) for key in found) / total if total else 1.0


def evidence(part: PartView, weights: Weights) -> tuple[SourceSentence, ...]:
    """Up to three sentences of the part's source, the best first; empty if nothing is shared."""
    total = sum(weights.of(stem(token.lower)) for token in part.content) or 1.0
    open_tokens = {token.start: token for token in part.content}
    chosen: list[SourceSentence] = []
    for place in _anchors(part):
        sentence = part.source.sentence_at(place)
        if sentence and sentence not in chosen and len(chosen) < _MOST:
            chosen.append(sentence)
            _settle(open_tokens, sentence)
    while len(chosen) < _MOST and open_tokens:
        best, gain = _best(part, open_tokens, chosen, weights)
        if best is None or gain < _WORTH * total:
            break
        chosen.append(best)
        _settle(open_tokens, best)
    return tuple(chosen)


def _anchors(part: PartView) -> list[int]:
    """Places of the source that have a quotation of the part word for word."""
    return [
        judged.place.start
        for judged in part.judged
        if judged.place is not None and judged.source is part.source
    ]


def _best(
    part: PartView,
    open_tokens: dict[int, Token],
    chosen: list[SourceSentence],
    weights: Weights,
) -> tuple[SourceSentence | None, float]:
    """The sentence that settles most of the open words; near evidence wins a tie."""
    best, most = None, 0.0
    gains: defaultdict[int, float] = defaultdict(float)
    for token in open_tokens.values():
        weight = weights.of(stem(token.lower))
        for number in part.source.holding(token.lower):
            gains[number] += weight
    for number in sorted(gains):
        sentence, gain = part.source.sentences[number], gains[number]
        if sentence in chosen:
            continue
        if any(abs(sentence.number - other.number) == 1 for other in chosen):
            gain *= 1.1
        if sentence.kind != "body":
            gain *= 0.9
        if gain > most:
            best, most = sentence, gain
    return best, most


def _settle(open_tokens: dict[int, Token], sentence: SourceSentence) -> None:
    for place in [p for p, t in open_tokens.items() if counterpart(t, sentence.keys)]:
        del open_tokens[place]
