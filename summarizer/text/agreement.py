"""Whether two short pieces of text say the same: causes, purposes, effects or terms of one thing.

Two articles rarely put a cause in the same words. What is compared are the words of content, by
roots, synonyms and families of words; words that the question and the whole story share weigh
little, as do general words. The score is the share of the piece that is covered less: a short piece
inside a long one ("security" in "the end of the security pact") is often not its point. Figures,
dates, denials and opposites that contradict one another settle the matter.

Where all answers of a question are at hand, `agreeing` groups them: answers without a word in
common ("smuggled cigarettes", "untaxed fuel") meet through the others. Pieces that say one thing in
words of which no list knows that they are near ("arson", "the blaze was set") stay apart. For whole
sentences a weighted Jaccard is as good (see `similarity.overlap`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.agreement_figures import (
    Figure,
    figures,
    figures_contradict,
    plain_counts,
    same_figure,
)
from summarizer.text.lexicon import words
from summarizer.text.modality import negations, opposed
from summarizer.text.similarity import root
from summarizer.text.synonyms import families, positive, word_keys
from summarizer.text.tokens import stem, stopwords, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Two pieces agree, and groups of pieces are joined, from this score on. Of .04, .06, … .12 the one
# with the best balanced accuracy over answers to four questions of news readers, pairs and groups,
# with `rare` (.85, .89) and without (.84, .87); the best token Jaccard has .80. It is low: pieces
# called different have next to nothing in common.
AGREE = 0.08
# How much a match by a synonym or a word of the same family counts, beside 1 for the same root.
# .5 to .9 and .3 to .7 differ by at most .01 there; without families pairs are .01 worse and groups
# .02, each at its best threshold.
_SYNONYM = 0.7
_FAMILY = 0.5
# The weight of a word of the question, or of a general word, beside 1.
_SHARED = 0.3
_GENERAL = 0.3
# What is left of the score of pieces that contradict one another: too little to agree.
_CONTRADICTED = 0.05
# Kinds of negation that turn a word into its contrary. A word that fails or is prevented is still
# what the piece is about: "the failure of the pump" and "a broken pump" agree.
_DENIES = ("not", "no")


class Term(NamedTuple):
    """A word of content with what it may be matched by, its weight, and whether it is denied."""

    word: str
    root: str
    keys: frozenset[str]
    families: frozenset[int]
    weight: float
    denied: bool


class Piece(NamedTuple):
    """A short text, taken apart; each of its figures weighs 1."""

    terms: tuple[Term, ...]
    figures: tuple[Figure, ...]


def agreement(
    one: str,
    other: str,
    *,
    question: str | None = None,
    rare: Mapping[str, float] | None = None,
) -> float:
    """How much two pieces of text say the same, 0 to 1; from `AGREE` on they do.

    Symmetric. `question` is what both answer ("Why did the bridge close?"): its words weigh little.
    `rare` gives roots of words their weights (see `similarity.rarity`), best counted over the
    story's sentences: a word that all of them have tells no cause from another. A root that it
    does not have counts as the rarest.
    """
    left, right = _pieces((one, other), question, rare)
    return _score(left, right)


def agreeing(
    texts: Sequence[str],
    *,
    question: str | None = None,
    rare: Mapping[str, float] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """The texts (their numbers) in groups that say the same, in order of first appearance.

    Average linkage: the two groups whose members agree most on average are joined as long as they
    do so by `AGREE`. Cubic in the number of texts: meant for the answers to one question.
    """
    pieces = _pieces(texts, question, rare)
    groups = [[n] for n in range(len(texts))]
    sums = [[_score(one, other) for other in pieces] for one in pieces]
    while len(groups) > 1:
        best, a, b = max(
            (sums[a][b] / (len(groups[a]) * len(groups[b])), -a, -b)
            for b in range(len(groups))
            for a in range(b)
        )
        if best < AGREE:
            break
        groups[-a] += groups.pop(-b)
        _join(sums, -a, -b)
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def _join(sums: list[list[float]], a: int, b: int) -> None:
    """Add row and column b of a symmetric table to row and column a, and take them out."""
    sums[a] = [x + y for x, y in zip(sums[a], sums.pop(b), strict=True)]
    for row, value in zip(sums, sums[a][:b] + sums[a][b + 1 :], strict=True):
        row[a] = value
        del row[b]


def _pieces(
    texts: Sequence[str], question: str | None, rare: Mapping[str, float] | None
) -> list[Piece]:
    asked = frozenset[str]().union(*(_keys(t.lower) for t in tokenize(question or "")))
    weights = rare or {}
    unknown = max(weights.values(), default=1.0)
    return [_piece(plain_counts(text), asked, weights, unknown) for text in texts]


def _piece(text: str, asked: frozenset[str], rare: Mapping[str, float], unknown: float) -> Piece:
    stop, general = stopwords(), words("generic_words")
    found = figures(text)
    denied = {mark.target for mark in negations(text) if mark.kind in _DENIES}
    terms: dict[str, Term] = {}
    for token in tokenize(text):
        low = token.lower
        if low in stop or low in terms or any(f.start <= token.start < f.end for f in found):
            continue
        base, keys = stem(low), _keys(low)
        weight = rare.get(root(base), unknown) / unknown
        weight *= _GENERAL if low in general or base in general else 1.0
        weight *= 1.0 if keys.isdisjoint(asked) else _SHARED
        terms[low] = Term(low, root(base), keys, families(positive(low)), weight, base in denied)
    return Piece(tuple(terms.values()), found)


def _keys(word: str) -> frozenset[str]:
    """The keys of a word; a superlative has those of its positive too."""
    base = positive(word)
    return word_keys(word).union(*(word_keys(each) for each in (base, base + "e") if base != word))


def _score(one: Piece, other: Piece) -> float:
    score = min(_share(one, other), _share(other, one))
    return score * _CONTRADICTED if _contradict(one, other) else score


def _share(inner: Piece, outer: Piece) -> float:
    """The weight of what has a counterpart over the weight of all, 0 to 1."""
    total = sum(term.weight for term in inner.terms) + len(inner.figures)
    found = sum(
        t.weight * max((_match(t, o) for o in outer.terms), default=0.0) for t in inner.terms
    )
    found += sum(any(same_figure(mine, other) for other in outer.figures) for mine in inner.figures)
    return found / total if total else 0.0


def _match(one: Term, other: Term) -> float:
    if one.root == other.root:
        return 1.0
    if not one.keys.isdisjoint(other.keys):
        return _SYNONYM
    return 0.0 if one.families.isdisjoint(other.families) else _FAMILY


def _contradict(one: Piece, other: Piece) -> bool:
    """Whether figures differ, a word is denied by one side only, or both sides have opposites."""
    if figures_contradict(one.figures, other.figures):
        return True
    return any(
        (a.root == b.root and a.denied != b.denied)
        or (a.denied == b.denied and opposed(a.word, b.word))
        for a in one.terms
        for b in other.terms
    )
