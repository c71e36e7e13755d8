"""Whether the words of a claim stand together in the evidence as they do in the claim.

Words alone cannot tell "A sued B" from "B sued A", nor one fact from two halves of two facts.
Neighbouring words of content are a cheap stand-in for the arcs of a parse: the share of them that
the evidence has side by side, in this order, tells a faithful compression from a blend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.align import word_keys

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
    words = part.weighed
    rows = _rows(part)
    total = found = 0.0
    for gap in range(1, _APART + 1):
        for one, other in zip(range(len(words)), range(gap, len(words)), strict=False):
            weight = (words[one].weight + words[other].weight) / gap
            total += weight
            both = [_together(row[one], row[other]) for row in rows if one in row and other in row]
            if both:
                found += weight * max(both)
    return found / total if total else 1.0


def _rows(part: PartView) -> list[dict[int, list[int]]]:
    """For each sentence of the context, where the counterparts of each word of the part stand.

    Words are counted among the words of content, from 0.
    """
    wanted: dict[str, list[int]] = {}
    for number, token in enumerate(part.content):
        for key in word_keys(token.lower):
            wanted.setdefault(key, []).append(number)
    return [_row(sentence, wanted) for sentence in part.context]


def _row(sentence: SourceSentence, wanted: dict[str, list[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for place, token in enumerate(sentence.content_tokens):
        for key in word_keys(token.lower):
            for number in wanted.get(key, ()):
                found.setdefault(number, []).append(place)
    return found


def _together(left: list[int], right: list[int]) -> float:
    """1 if the words stand side by side in order, less if turned round, 0 if apart."""
    gaps = {b - a for a in left for b in right}
    if not gaps.isdisjoint(range(1, _APART + 1)):
        return 1.0
    return 0.0 if gaps.isdisjoint(range(-_APART, 0)) else _TURNED
