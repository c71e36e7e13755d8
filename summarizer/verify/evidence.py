"""The evidence finder: which sentences of a source carry a part of a claim.

Content words are weighted by how rare they are in the sources (inverse document frequency,
Spärck Jones 1972); the sentence with the most weight in common comes first, then those that add
most. A verbatim quotation anchors the search: its sentence comes first.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.tokens import stem
from summarizer.verify.align import counterpart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

# A further sentence must add this share of the part's weight, else it is no evidence.
_WORTH = 0.08
_MOST = 3


class Weighed(NamedTuple):
    """A word of content, how much it tells, and the sentences of the source that have it."""

    token: Token
    weight: float
    numbers: frozenset[int]


class Weights:
    """How much each stem tells: rare in the sources' sentences is much."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take the sources whose sentences are counted."""
        self._sources = tuple(sources)
        self._sentences = sum(len(source.sentences) for source in self._sources)
        self._weights: dict[str, float] = {}

    def of(self, key: str) -> float:
        """The weight of a stem, above 0; unseen stems have the greatest."""
        found = self._weights.get(key)
        if found is None:
            count = sum(source.frequency(key) for source in self._sources)
            found = self._weights[key] = math.log((self._sentences + 1.5) / (count + 0.5))
        return found

    def coverage(self, tokens: Sequence[Token], evidence: Sequence[SourceSentence]) -> float:
        """The weighted share of these words with a counterpart in the sentences, 0 to 1."""
        return self.share(tokens, frozenset[str]().union(*(each.keys for each in evidence)))

    def share(self, tokens: Sequence[Token], keys: AbstractSet[str]) -> float:
        """The weighted share of these words with a counterpart among keys, 0 to 1."""
        total = sum(self.of(stem(token.lower)) for token in tokens)
        found = (stem(t.lower) for t in tokens if counterpart(t, keys))
        return sum(self.of(key) for key in found) / total if total else 1.0


def evidence(part: PartView) -> tuple[SourceSentence, ...]:
    """Up to three sentences of the part's source, the best first; empty if nothing is shared."""
    total = sum(word.weight for word in part.weighed) or 1.0
    left = part.weighed
    chosen: list[SourceSentence] = []
    for place in _anchors(part):
        sentence = part.source.sentence_at(place)
        if sentence and sentence not in chosen and len(chosen) < _MOST:
            chosen.append(sentence)
            left = _unsettled(left, sentence)
    while len(chosen) < _MOST and left:
        best, gain = _best(part, left, chosen)
        if best is None or gain < _WORTH * total:
            break
        chosen.append(best)
        left = _unsettled(left, best)
    return tuple(chosen)


def _anchors(part: PartView) -> list[int]:
    """Places of the source that have a quotation of the part word for word."""
    return [
        judged.place.start
        for judged in part.judged
        if judged.place is not None and judged.source is part.source
    ]


def _best(
    part: PartView, left: Sequence[Weighed], chosen: Sequence[SourceSentence]
) -> tuple[SourceSentence | None, float]:
    """The sentence that settles most of the words left; near evidence wins a tie."""
    best, most = None, 0.0
    gains = gained(left)
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


def _unsettled(left: Sequence[Weighed], sentence: SourceSentence) -> list[Weighed]:
    """The words that a sentence does not have."""
    return [word for word in left if sentence.number not in word.numbers]


def carriers(
    part: PartView, tokens: Iterable[Token], least: float
) -> list[tuple[float, SourceSentence]]:
    """The sentences of the part's source with at least this share of some words' weight.

    With their shares, 0 to 1, in the order of the text; none for no words.
    """
    weights, source = part.claim.document.weights, part.source
    words = [(weights.of(stem(t.lower)), source.holding(t.lower)) for t in tokens]
    total = sum(weight for weight, _ in words)
    shares = ((gain / total, number) for number, gain in spread(words).items())
    found = sorted((number, share) for share, number in shares if share >= least)
    return [(share, source.sentences[number]) for number, share in found]


def gained(words: Iterable[Weighed]) -> dict[int, float]:
    """The weight of these words that each sentence of the source has, by its number."""
    return spread((word.weight, word.numbers) for word in words)


def spread(words: Iterable[tuple[float, Iterable[int]]]) -> dict[int, float]:
    """The weight that each sentence has of words, given with the sentences that have them."""
    gains: defaultdict[int, float] = defaultdict(float)
    for weight, numbers in words:
        for number in numbers:
            gains[number] += weight
    return gains
