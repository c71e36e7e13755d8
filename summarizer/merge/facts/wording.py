"""Which of several sentences tells their fact best: clear, complete, attributed, well written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summarizer.text.clumsy import clumsiness
from summarizer.text.similarity import overlap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.merge.passages import Passage

_OPENS_WELL = re.compile(r"[A-Z0-9\"“‘'«$€£]")
_ENDS_WELL = re.compile(r"[.!?…][\"”’»')\]]*\Z")
_STRAY = re.compile(r"\A[\"“‘']?[B-HJ-Z] [A-Z]|\s[,.;]|\w\.\w{4,}|[a-z][A-Z]")
_MARKS = (("“", "”"), ("(", ")"), ("[", "]"))
_POINTS_BACK = frozenset(
    {"he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their"}
    | {"also", "furthermore", "moreover", "but", "and", "however", "meanwhile", "instead"}
)
_SHORT, _LONG = 8, 40
# A sentence is compared with this many of its fact at most: the first ones stand for all.
_COMPARED = 60


def roughness(passage: Passage) -> float:
    """How many signs a sentence shows of being cut, garbled or clumsily translated; 0 is none."""
    text = passage.text
    signs = 2.0 * (not _OPENS_WELL.match(text)) + 2.0 * (not _ENDS_WELL.search(text))
    signs += 1.5 * len(_STRAY.findall(text)) + 1.0 * text.endswith(("...", "…"))
    signs += sum(1.5 for left, right in _MARKS if text.count(left) != text.count(right))
    signs += clumsiness(text)
    long = Counter(word for word in passage.words if len(word) > 4)
    return signs + 0.25 * sum(count - 1 for count in long.values())


def nativeness(passages: Sequence[Passage]) -> dict[str, float]:
    """For each article the mean roughness of its sentences, negated: the higher, the better."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for each in passages:
        found[each.article].append(roughness(each))
    return {name: -sum(values) / len(values) for name, values in found.items()}


def best_first(
    group: Sequence[Passage], rare: Mapping[str, float], native: Mapping[str, float]
) -> tuple[Passage, ...]:
    """The sentences of a fact, the best wording first."""
    if len(group) == 1:
        return tuple(group)
    scored = [
        (-_score(each, group, rare) - native[each.article], n) for n, each in enumerate(group)
    ]
    return tuple(group[n] for _, n in sorted(scored))


def _score(passage: Passage, group: Sequence[Passage], rare: Mapping[str, float]) -> float:
    words = passage.words
    near = [each for each in group[: _COMPARED + 1] if each is not passage]
    others = [overlap(passage.roots, each.roots, rare) for each in near]
    score = 3.0 * sum(others) / len(others) - roughness(passage)
    score -= 0.1 * max(_SHORT - len(words), 0) + 0.05 * max(len(words) - _LONG, 0)
    score -= 1.0 * bool(words and words[0] in _POINTS_BACK)
    return score + 1.0 * bool(passage.speakers)
