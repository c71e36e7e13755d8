"""Whether the words of a claim stand together in the evidence as they do in the claim.

Words alone cannot tell "A sued B" from "B sued A", nor one fact from two halves of two facts.
Neighbouring words of content are a cheap stand-in for the arcs of a parse. How strictly they can be
held against the evidence depends on how far the claim is copied from it. In copied claims, those
that stand side by side in the evidence, in this order, tell a faithful compression from a blend
(`arrangement`); in a claim worded anew a word is at home if any neighbour of it stands near it in
the evidence (`at_home`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.verify.align import word_keys
from summarizer.verify.quoting import folded

if TYPE_CHECKING:
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

# Side by side: at most this many words of content apart, in the claim and in the evidence. Of
# 1, 2, 3, 4 and 6, 2 gave the best ROC-AUC on one-sentence pairs (.758) and within .003 elsewhere.
_APART = 2
# A neighbour is near within this many words of content. Of 3, 6, 9, 12, 16 and 20, 12 gave the best
# ROC-AUC on claims worded anew of two collections (.74 and .75; 3 gives .71 and .73).
_NEAR = 12
# Places of one word that are looked at: a hostile text may have it everywhere.
_MOST = 200
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


def copied(part: PartView) -> float:
    """The share of the words that stand in runs of three or more that the source has, 0 to 1."""
    words = [folded(token) for token in part.tokens]
    found: set[int] = set()
    runs = part.source.words.runs
    for place, run in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if run in runs:
            found.update(range(place, place + len(run)))
    return len(found) / len(words) if words else 0.0


def at_home(part: PartView) -> float:
    """The share of the words of content with a neighbour that stands near them in the evidence."""
    words = [token.lower for token in part.content]
    places = _places(part)
    if len(words) < 2:
        return float(all(places.get(word) for word in words))
    joined = {pair: _meet(places, *pair) for pair in dict.fromkeys(pairwise(words))}
    together = [joined[pair] for pair in pairwise(words)]
    sides = zip([False, *together], [*together, False], strict=True)
    return sum(map(any, sides)) / len(words)


def _places(part: PartView) -> dict[str, list[int]]:
    """Where the counterparts of each word of the part stand among the words of the context.

    Sentences that do not follow one another in the source are far apart.
    """
    found: dict[str, list[int]] = {}
    first = last = 0
    for sentence, row in zip(part.context, _rows(part), strict=True):
        first += _NEAR if sentence.number != last + 1 else 0
        for word, here in row.items():
            found.setdefault(word, []).extend(first + place for place in here)
        first, last = first + len(sentence.content_tokens), sentence.number
    return {word: sorted(here)[:_MOST] for word, here in found.items()}


def _meet(places: dict[str, list[int]], one: str, other: str) -> bool:
    """Whether two words stand near one another, at two places."""
    right = places.get(other, [])
    for place in places.get(one, ()):
        near = right[bisect_left(right, place - _NEAR) : bisect_right(right, place + _NEAR)]
        if any(each != place for each in near):
            return True
    return False
