"""Whether the words of a claim stand together in the evidence as they do in the claim.

Words alone cannot tell "A sued B" from "B sued A", nor one fact from two halves of two facts.
Neighbouring words of content are a cheap stand-in for the arcs of a parse: the share of them that
the evidence has side by side, in this order, tells a faithful compression from a blend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.tokens import stem
from summarizer.verify.align import word_keys
from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

# Side by side: at most this many words of content apart, in the claim and in the evidence. Of
# 1, 2, 3, 4 and 6, 2 gave the best ROC-AUC on one-sentence pairs (.758) and within .003 elsewhere.
_APART = 2
# A pair in the other order is half a match: passives and possessives turn words round.
_TURNED = 0.6


def arrangement(part: PartView) -> float:
    """The weighted share of neighbouring words that are neighbours in the evidence, 0 to 1."""
    keys = [word_keys(token.lower) for token in part.content]
    rows = [_numbers(keys, _places(sentence)) for sentence in part.context]
    weights = [part.claim.document.weights.of(stem(token.lower)) for token in part.content]
    total = found = 0.0
    for gap in range(1, _APART + 1):
        for one, other in zip(range(len(keys)), range(gap, len(keys)), strict=False):
            weight = (weights[one] + weights[other]) / gap
            total += weight
            found += weight * max((_together(row[one], row[other]) for row in rows), default=0.0)
    return found / total if total else 1.0


def _places(sentence: SourceSentence) -> dict[str, list[int]]:
    """The numbers of the words of content that have each key."""
    found: dict[str, list[int]] = {}
    for number, token in enumerate(content_tokens(sentence.tokens)):
        for key in word_keys(token.lower):
            found.setdefault(key, []).append(number)
    return found


def _numbers(keys: list[frozenset[str]], places: dict[str, list[int]]) -> list[set[int]]:
    """The numbers of the words of content that are counterparts of each word."""
    return [{n for key in each if key in places for n in places[key]} for each in keys]


def _together(left: set[int], right: set[int]) -> float:
    """1 if the words stand side by side in order, less if turned round, 0 if apart."""
    if not left or not right:
        return 0.0
    gaps = {b - a for a in left for b in right}
    if any(0 < gap <= _APART for gap in gaps):
        return 1.0
    return _TURNED if any(-_APART <= gap < 0 for gap in gaps) else 0.0
