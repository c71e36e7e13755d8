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
    known: dict[tuple[str, str], float] = {}
    total = found = 0.0
    for gap in range(1, _APART + 1):
        for one, other in zip(words, words[gap:], strict=False):
            weight = (one.weight + other.weight) / gap
            total += weight
            pair = (one.token.lower, other.token.lower)
            if pair not in known:
                known[pair] = max((_together(row, *pair) for row in rows), default=0.0)
            found += weight * known[pair]
    return found / total if total else 1.0


def _rows(part: PartView) -> list[dict[str, set[int]]]:
    """For each sentence of the context, where the counterparts of each word of the part stand.

    Words are counted among the words of content, from 0.
    """
    wanted: dict[str, list[str]] = {}
    for word in dict.fromkeys(token.lower for token in part.content):
        for key in word_keys(word):
            wanted.setdefault(key, []).append(word)
    return [_row(sentence, wanted) for sentence in part.context]


def _row(sentence: SourceSentence, wanted: dict[str, list[str]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for place, token in enumerate(sentence.content_tokens):
        for key in word_keys(token.lower):
            for word in wanted.get(key, ()):
                found.setdefault(word, set()).add(place)
    return found


def _together(row: dict[str, set[int]], one: str, other: str) -> float:
    """1 if two words stand side by side in order, less if turned round, 0 if apart."""
    if one not in row or other not in row:
        return 0.0
    left, right = row[one], row[other]
    gaps = range(1, _APART + 1)
    if any(place + gap in right for place in left for gap in gaps):
        return 1.0
    return _TURNED if any(place - gap in right for place in left for gap in gaps) else 0.0
