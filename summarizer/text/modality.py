"""What makes a statement less than plain: negations, hedges, conditions, quantifiers, opposites.

Each mark comes with the word it bears on: the next content word behind it (or, for a word that
stands behind what it qualifies, none). Comparing two texts, compare the marks of the same word.
"""

from __future__ import annotations

import functools
from itertools import pairwise
from typing import NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.tokens import Token, stem, stopwords, tokenize

# How many words a mark looks ahead for the word it bears on.
_REACH = 6
# Strength of what is announced ("will", "would"), and of a plain verb, above every hedge.
ANNOUNCED = 4
PLAIN = 5
_PLACES = frozenset({"on", "at", "in", "before", "with", "for", "alongside"})
_NOT = frozenset({"not", "n't", "never"})
# "Not since the war had they met" is "for the first time since".
_NOT_BUT = frozenset({"only", "just", "merely", "simply", "since"})
# "As planned" tells that it goes so.
_AS = frozenset({"scheduled", "planned", "expected", "intended", "proposed"})
# Words that open a clause of its own: what is denied before them is not in it.
_OPENING = frozenset({"whether", "if", "who", "which", "because", "why", "how", "what"})
# "the will", "free will" is a noun.
_NO_FUTURE = frozenset({"the", "a", "his", "her", "their", "free", "political", "good"})
_SAYING = frozenset({"say", "says", "said", "saying"})
_ADVERBS = frozenset({"yet", "also", "ever", "only", "even", "still", "just", "be", "have", "been"})


class Mark(NamedTuple):
    """A word or phrase that negates, hedges, conditions or counts.

    `kind` is its class; `rank` its strength (hedges: 1 alleged to 4 announced; quantifiers: 0 none
    to 6 all; else 0). `target` is the stem of the word it bears on, None where there is none.
    """

    start: int
    end: int
    text: str
    kind: str
    rank: int
    target: str | None


def negations(text: str, offset: int = 0) -> list[Mark]:
    """Negations with the word they deny; kind: not, no, fail, without (only, rather than)."""
    return _marks(text, offset, "negations")


def hedges(text: str, offset: int = 0) -> list[Mark]:
    """Hedges with the word they soften; kind: possible, likely, alleged, planned, conditional."""
    return _marks(text, offset, "hedges")


def conditions(text: str, offset: int = 0) -> list[Mark]:
    """Words that open a condition ("if", "unless", "provided that")."""
    return _marks(text, offset, "conditions")


def quantifiers(text: str, offset: int = 0) -> list[Mark]:
    """Words that say how many ("some", "most", "all"), with the word they count."""
    return _marks(text, offset, "quantifiers")


def certainties(text: str, offset: int = 0) -> list[Mark]:
    """Words of certainty ("proved", "found that"); kind: certain, proven, found, guilty."""
    return _marks(text, offset, "boosters")


def opposed(one: str, other: str) -> bool:
    """Whether two words say the opposite ("confirmed", "deny"); any inflected form."""
    left = sides(one)
    right = sides(other) if left else ()
    return any((pair, "-" if sign == "+" else "+") in right for pair, sign in left)


@functools.lru_cache(maxsize=65536)
def sides(word: str) -> tuple[tuple[str, str], ...]:
    """The pairs of opposites that a word belongs to, each with its side, + or -."""
    return _sides().get(stem(word), ())


@functools.cache
def _sides() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for word, label in classes("opposites").items():
        pair, _, sign = label.partition(" ")
        # the stem of "succeeded" is the word itself, not its stem
        for key in dict.fromkeys((stem(word), word)):
            table[key] = (*table.get(key, ()), (pair, sign))
    return table


@functools.cache
def _phrases(name: str) -> dict[str, list[tuple[tuple[str, ...], tuple[str, int]]]]:
    """A list's phrases by their first word, the longest first: words, kind and rank."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, int]]]] = {}
    for phrase, label in classes(name).items():
        kind, _, rank = label.partition(" ")
        if kind.isdecimal():
            kind, rank = "quantity", kind
        entry = (tuple(phrase.split()), (kind or "condition", int(rank or 0)))
        table.setdefault(entry[0][0], []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _marks(text: str, offset: int, name: str) -> list[Mark]:
    tokens, present = _split(text)
    table = _phrases(name)
    if present.isdisjoint(table):
        return []
    found = []
    behind = 0
    for place, token in enumerate(tokens):
        if token.lower not in table or place < behind:
            continue
        length, entry = _longest(tokens, place, table[token.lower])
        if entry and _counts(tokens, place, name):
            start, end = token.start, tokens[place + length - 1].end
            target = _target(tokens, place + length, name)
            found.append(Mark(start + offset, end + offset, text[start:end], *entry, target))
        behind = place + length
    return found


@functools.lru_cache(maxsize=256)
def _split(text: str) -> tuple[list[Token], frozenset[str]]:
    """The words of a text, "don't" as "do" and "n't", "they'll" as "they" and "'ll".

    Also which words these are, in lower case: a quick look at what the text may hold.
    """
    whole = "'" not in text and "’" not in text
    tokens = tokenize(text) if whole else _contracted(text)
    return tokens, frozenset(token.lower for token in tokens)


def _contracted(text: str) -> list[Token]:
    found = []
    for token in tokenize(text):
        if not token.lower.endswith(("n't", "'ll")):
            found.append(token)
            continue
        ending = token.lower[-3:]
        cut = token.end - 3
        found.append(Token(token.text[:-3], token.start, cut, token.lower[:-3]))
        found.append(Token(token.text[-3:], cut, token.end, ending))
    return found


def _longest(
    tokens: list[Token], place: int, entries: list[tuple[tuple[str, ...], tuple[str, int]]]
) -> tuple[int, tuple[str, int] | None]:
    """The longest of these phrases that starts here: its length, kind and rank."""
    for phrase, entry in entries:
        if len(phrase) == 1:
            return 1, entry
        if all(
            token.lower == word
            for token, word in zip(tokens[place : place + len(phrase)], phrase, strict=False)
        ) and place + len(phrase) <= len(tokens):
            return len(phrase), entry
    return 0, None


def _counts(tokens: list[Token], place: int, name: str) -> bool:
    """Whether a word that has other uses is a mark here."""
    word = tokens[place]
    before = tokens[place - 1].lower if place else ""
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    counts = not (word.lower.startswith("appear") and following in _PLACES)
    counts = counts and not (before == "as" and word.lower in _AS)
    match word.lower:
        case "may" | "might" | "could" if _aimed(tokens, place):
            counts = False
        case "may":
            counts = not (word.text[0].isupper() and (place or following[:1] in "0123456789"))
        case "will":
            counts = before not in _NO_FUTURE
        case "could":
            counts = following not in _NOT
        case "not" | "only":
            counts = before not in ("or", "not") and following not in _NOT_BUT
        case "should":
            counts = name != "conditions" or place == 0 or not word.text.islower()
        case "weigh" | "weighs" | "weighed" | "weighing":
            counts = following != "in"
        case "most":
            counts = before != "at"
        case "one" | "no":
            counts = following != "another" and before not in ("every", "each", "any")
    return counts


def _aimed(tokens: list[Token], place: int) -> bool:
    """Whether "so that" stands before a word: "so that talks may go on" holds nothing back."""
    before = [token.lower for token in tokens[max(0, place - _REACH) : place]]
    return ("so", "that") in pairwise(before)


def _target(tokens: list[Token], place: int, name: str) -> str | None:
    """The stem of the next word with content."""
    stop = stopwords()
    for token in tokens[place : place + _REACH]:
        if name == "negations" and token.lower in _OPENING:
            return None
        if name == "negations" and token.lower in _SAYING:
            return stem(token.lower)
        if token.lower in stop or token.lower in _ADVERBS or token.lower.endswith("ly"):
            continue
        return stem(token.lower)
    return None
