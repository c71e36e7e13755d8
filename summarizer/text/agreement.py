"""Whether two short pieces of text say the same: the causes, reasons or effects of one thing.

Two articles rarely put a cause in the same words, and often at other length. What is compared is
therefore the words of content, by their roots and small sets of synonyms; words that all answers
of a question share (the question's own, and general words) weigh little; and what one of the two
says beyond the other is held against them less than what both leave unsaid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.dates import DateMention, dates
from summarizer.text.lexicon import words
from summarizer.text.modality import negations, opposed
from summarizer.text.numbers import Quantity, quantities, same_value
from summarizer.text.similarity import root
from summarizer.text.synonyms import word_keys
from summarizer.text.tokens import stem, stopwords, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping

# Two pieces agree from this score on.
AGREE = 0.18
# How much of the score is the share of the richer of the two that the other has (the rest is the
# share of the poorer one).
_BOTH = 0.5
# The weight of a word that the question has, or that says little by itself, beside 1.
_SHARED = 0.3
_GENERAL = 0.3
_SYNONYM = 0.8
# What is left of the score where figures, dates, signs or directions contradict one another.
_CONTRADICTED = 0.15


class Term(NamedTuple):
    """A word of content: its keys (see `word_keys`), its weight, and whether it is denied."""

    word: str
    keys: frozenset[str]
    weight: float
    denied: bool


def agreement(
    one: str,
    other: str,
    *,
    question: str | None = None,
    rare: Mapping[str, float] | None = None,
) -> float:
    """How much two pieces of text say the same, 0 to 1; from `AGREE` on they do.

    Symmetric. `question` is what both answer ("Why did the bridge close?"): its words weigh little.
    `rare` gives the roots of words their weights (see `similarity.rarity`), best counted over the
    story's sentences: a word that all of them have tells no cause from another.
    """
    known = question_keys(question)
    left, right = (_terms(text, known, rare or {}) for text in (one, other))
    figures = _figures(one, other)
    score = max(_overlap(left, right), figures)
    if figures < 0 or _contradict(left, right):
        score *= _CONTRADICTED
    return score


def question_keys(question: str | None) -> frozenset[str]:
    """The keys of the words of a question."""
    return frozenset[str]().union(*(word_keys(t.lower) for t in tokenize(question or "")))


def _terms(text: str, known: frozenset[str], rare: Mapping[str, float]) -> tuple[Term, ...]:
    stop, general = stopwords(), words("generic_words")
    denied = {mark.target for mark in negations(text) if mark.kind != "without"}
    found: dict[str, Term] = {}
    for token in tokenize(text):
        if token.lower in stop:
            continue
        keys = word_keys(token.lower)
        weight = rare.get(root(stem(token.lower)), 1.0)
        weight *= _GENERAL if token.lower in general else 1.0
        weight *= 1.0 if keys.isdisjoint(known) else _SHARED
        found.setdefault(token.lower, Term(token.lower, keys, weight, stem(token.lower) in denied))
    return tuple(found.values())


def _overlap(left: tuple[Term, ...], right: tuple[Term, ...]) -> float:
    shares = sorted((_share(left, right), _share(right, left)))
    return _BOTH * shares[1] + (1 - _BOTH) * shares[0]


def _share(inner: tuple[Term, ...], outer: tuple[Term, ...]) -> float:
    """The weight of the terms that have a counterpart over the weight of all, 0 to 1."""
    total = sum(term.weight for term in inner)
    if not total:
        return 0.0
    return sum(t.weight * max((_match(t, o) for o in outer), default=0.0) for t in inner) / total


def _match(one: Term, other: Term) -> float:
    if root(stem(one.word)) == root(stem(other.word)):
        return 1.0
    return 0.0 if one.keys.isdisjoint(other.keys) else _SYNONYM


def _contradict(left: tuple[Term, ...], right: tuple[Term, ...]) -> bool:
    """Whether a word is denied by one side only, or both sides have opposites."""
    for one in left:
        for other in right:
            same = root(stem(one.word)) == root(stem(other.word))
            if (same and one.denied != other.denied) or (
                opposed(one.word, other.word) and one.denied == other.denied
            ):
                return True
    return False


def _figures(one: str, other: str) -> float:
    """1 if dates or figures of both agree, -1 if they contradict one another, else 0."""
    days = _dates(dates(one), dates(other))
    values = _values(quantities(one), quantities(other))
    return min((each for each in (days, values) if each), default=0.0)


def _dates(left: list[DateMention], right: list[DateMention]) -> float:
    if not left or not right:
        return 0.0
    return 1.0 if any(_same_day(a, b) for a in left for b in right) else -1.0


def _same_day(one: DateMention, other: DateMention) -> bool:
    """Whether two dates contradict one another in nothing."""
    pairs = [(one.year, other.year), (one.month, other.month), (one.day, other.day)]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(a == b for a, b in known)


def _values(left: list[Quantity], right: list[Quantity]) -> float:
    pairs = [(a, b) for a in left for b in right if a.unit == b.unit and a.kind == b.kind]
    if not pairs:
        return 0.0
    return 1.0 if any(same_value(a, b) for a, b in pairs) else -1.0
