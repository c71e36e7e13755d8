"""Texts that tell another one sentence by sentence in other words, as translations do.

A translation there and back changes most words and keeps the order of what is told, the figures
and the names. So two texts are laid beside each other by the sequence of sentences that fit best
(dynamic programming, as Gale and Church 1993 align translations, with words for lengths), and
their figures and their names are compared in order (longest common subsequence). Reports of one
event by two reporters tell it in another order, with other figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.text.name_forms import sound_of
from summarizer.text.number_words import has_number_word
from summarizer.text.numbers import quantities
from summarizer.text.similarity import rarity, sequences, weight
from summarizer.text.tokens import has_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.merge.passages import Passage

# Measured on the planted development articles: all 16 pairs of a text, or its exact copy, and its
# translation there and back but one reach these bounds; of 186 pairs of reports of their own and
# look-alikes none reaches the first one, of 266 pairs of real reports on one event none reaches
# all. Reports that carry the same statements in the same order come near: .30, .55 and .60.
ALIKE = 0.25  # mean fit of the shorter text's sentences along the best sequence
FIGURES_IN_ORDER = 0.60  # share of its figures that the other text has in this order
NAMES_IN_ORDER = 0.50
# Fewer figures or sentences do not show an order.
FEWEST_FIGURES = 4
FEWEST_SENTENCES = 5
# Pairs with a smaller share of figures and names in common are not compared further.
CANDIDATE = 0.4
FEWEST_TRAITS = 8
# A trait in more articles than this brings no candidates.
CROWD = 50
# Sentences fit from this weighted overlap (Dice) of words, figures and names on.
_FIT = 0.15
_FEWEST_COMMON = 2
# What it costs to pass over a sentence of the longer text within the sequence.
_GAP = 0.03
# Sentences with this share of common sequences of words are copies, no translations: they count
# for `duplicates`, and a statement that two reporters print whole must not make one of their texts.
_COPIED = 0.5


class _Line:
    """A sentence as it is compared: each part is found when a comparison first needs it."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its names as they sound, each once."""
        names = self._passage.names
        return tuple(sorted({f"@{sound_of(name)}" for name in names if name.isalpha()}))

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The values of its figures, in order."""
        text = self._passage.text
        if not has_digit(text) and not has_number_word(text):
            return ()
        return tuple(f"#{each.value:g}" for each in quantities(text))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Its roots, names and figures."""
        return self._passage.roots.union(self.figures, self.names)

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Its sequences of words."""
        return sequences(self._passage.words)


def retold(passages: Sequence[Passage]) -> dict[tuple[str, str], float]:
    """Pairs of articles of which one retells the other, with the mean fit of its sentences."""
    texts: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        texts[passage.article].append(passage)
    lines: dict[str, list[_Line]] = {}
    found = {}
    for pair in _candidates(texts):
        for name in pair:
            if name not in lines:
                lines[name] = [_Line(passage) for passage in texts[name]]
        short, long = sorted((lines[name] for name in pair), key=len)
        fit = _fit(short, long)
        if fit >= ALIKE:
            found[pair] = fit
    return found


def _candidates(texts: Mapping[str, Sequence[Passage]]) -> Iterator[tuple[str, str]]:
    """Pairs of articles with much of the shorter list of figures and names in common.

    A first look: figures as they are written, and names as they sound.
    """
    traits = {
        name: {
            trait
            for each in text
            for trait in (*each.figures, *(sound_of(word) for word in each.names if word.isalpha()))
        }
        for name, text in texts.items()
    }
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name, own in traits.items():
        for trait in sorted(own):
            holders[trait].append(name)
    common: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        common.update(combinations(names[:CROWD], 2))
    for (a, b), count in common.items():
        smallest = min(len(traits[a]), len(traits[b]))
        if smallest >= FEWEST_TRAITS and count >= CANDIDATE * smallest:
            yield a, b


def _fit(short: Sequence[_Line], long: Sequence[_Line]) -> float:
    """How well the shorter text follows the longer one, 0 where names or figures do not."""
    there = frozenset().union(*(line.shingles for line in long))
    own = [x for x in short if len(x.shingles & there) < _COPIED * len(x.shingles)]
    if len(own) < FEWEST_SENTENCES:
        return 0.0
    if not _follows(own, long, lambda line: line.names, NAMES_IN_ORDER):
        return 0.0
    if sum(len(line.figures) for line in own) < FEWEST_FIGURES:
        return 0.0
    if not _follows(own, long, lambda line: line.figures, FIGURES_IN_ORDER):
        return 0.0
    return _sequence(own, long) / len(own)


def _follows(
    short: Sequence[_Line],
    long: Sequence[_Line],
    traits: Callable[[_Line], Sequence[str]],
    least: float,
) -> bool:
    """Whether the longer text has at least this share of the shorter one's traits in order."""
    one = [each for line in short for each in traits(line)]
    other = [each for line in long for each in traits(line)]
    # in any order it has no fewer: a quick first look
    most = (Counter(one) & Counter(other)).total()
    return most >= least * len(one) > 0 and _in_order(one, other) >= least * len(one)


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest subsequence of both.

    A row of the table is one number with a bit for each place (Crochemore and others 2001).
    """
    places: defaultdict[str, int] = defaultdict(int)
    for n, each in enumerate(one):
        places[each] |= 1 << n
    everywhere = (1 << len(one)) - 1
    row = everywhere
    for each in other:
        met = row & places.get(each, 0)
        row = (row + met | row - met) & everywhere
    return len(one) - row.bit_count()


def _sequence(short: Sequence[_Line], long: Sequence[_Line]) -> float:
    """The greatest sum of fits of sentences in the order of both texts.

    Several sentences may follow one; sentences before and behind the sequence cost nothing.
    """
    rare = rarity(line.keys for line in (*short, *long))
    heavy = [[weight(line.keys, rare) for line in lines] for lines in (short, long)]
    best = [0.0] * len(long)  # of sequences that end with each sentence of the longer text
    for a, line in enumerate(short):
        ends = list(best)
        behind = 0.0
        for b, other in enumerate(long):
            fit = _fits(line, other, rare, heavy[0][a] + heavy[1][b])
            if fit >= _FIT:
                ends[b] = max(ends[b], fit + max(behind, best[b]))
            behind = max(behind - _GAP, best[b])
        best = ends
    return max(best, default=0.0)


def _fits(one: _Line, other: _Line, rare: Mapping[str, float], heavy: float) -> float:
    common = one.keys & other.keys
    if len(common) < _FEWEST_COMMON:
        return 0.0
    if one.figures and other.figures and set(one.figures).isdisjoint(other.figures):
        return 0.0
    return 2 * weight(common, rare) / heavy
