"""Noun phrases of a sentence, by closed classes, shapes and two word lists: no parser.

A phrase is a run of determiners, adjectives and nouns, with what "of" joins to it, and with "for",
"at" and "from" after a word for an office ("a spokesman for the port"). Pronouns and relatives
stand alone.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.speech import words
from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from summarizer.read.speech.tokens import Clause

_NOUNS = frozenset(
    {
        "w",
        "s",
        "n",
        "j",
        "R",
        "month",
        "C",
        "C's",
        "'s",
        "#",
        "mr",
        "mrs",
        "ms",
        "dr",
        "him",
        "them",
        "us",
        "me",
    }
    | {"people", "officials", "spokesman", "spokeswoman", "statement", "interview"}
)
_MODIFIERS = frozenset(
    ["ed", "ing", "own", "same", "last", "next", "very", "more", "such", "@", "$"]
)
_JOINS = frozenset(["for", "at", "from", "with", "in"])
_STANDALONE = words.PERSONAL | words.RELATIVES | frozenset(["others", "everyone", "nobody"])
_VERBAL = frozenset(["ed", "ing"])
_ALONE = words.DETERMINERS - frozenset(
    ["the", "a", "an", "that", "his", "her", "their", "its", "my", "our", "your", "no"]
)
_NEVER_NOUNS = frozenset(["read", "say", "tell", "write", "add", "ask", "says", "tells"])
_PLAIN = frozenset({"w", "s", "n", "j", "R", "ed", "ing"})
# Pasts like the infinitive that are rarely nouns behind a name, as "bid" and "run" are.
_UNCHANGED = frozenset(
    {"beat", "cut", "forbid", "hit", "let", "put", "quit", "set", "shut", "upset"}
)
# A longer run is no noun phrase but a list or a table.
_LONGEST = 24


class Phrase(NamedTuple):
    """Tokens `first` to `last` (included) of a sentence."""

    first: int
    last: int


@functools.lru_cache(maxsize=64)
def phrases(clause: Clause) -> tuple[Phrase, ...]:
    """Noun phrases outside quotation marks, in order, none overlapping another."""
    found: list[Phrase] = []
    place = 0
    while place < clause.size:
        last = _end(clause, place)
        if last < place:
            place += 1
            continue
        phrase = Phrase(place, last)
        if found and _joined(clause, found[-1], phrase):
            phrase = Phrase(found.pop().first, last)
        found.append(phrase)
        place = last + 1
    return tuple(found)


def _end(clause: Clause, first: int) -> int:
    """The last token of the phrase that starts at a token, `first - 1` if none does."""
    if clause.inside[first] >= 0:
        return first - 1
    if clause.low[first] in _STANDALONE:
        return first if first or clause.low[first] != "that" else first - 1
    last, noun = first - 1, False
    for place in range(first, min(clause.size, first + _LONGEST)):
        if clause.inside[place] >= 0:
            break
        kind = _kind(clause, place, first)
        verbal = clause.view[place] in _VERBAL or _unchanged(clause, place)
        if kind == "stop" or (noun and (kind == "opens" or verbal)):
            break
        if kind == "noun":
            noun, last = True, place
    if not noun and clause.low[first] in _ALONE:
        return first
    return last if noun else first - 1


def _unchanged(clause: Clause, place: int) -> bool:
    """Whether a word is a past that looks like the infinitive: "Judge Brandt set bail"."""
    if not place or place + 1 >= clause.size or clause.view[place - 1] != "C":
        return False
    object_ = clause.view[place + 1]
    follows = object_ in words.DETERMINERS or object_ in _NOUNS
    return follows and clause.low[place] in _UNCHANGED


def _kind(clause: Clause, place: int, first: int) -> str:
    """What a token is to the phrase that started at `first`: opens, modifies, noun or stop."""
    seen = clause.view[place]
    if seen in _NOUNS or _in_capitals(clause, place, first) or _nominal(clause, place, first):
        return "noun"
    if seen in words.DETERMINERS:
        return "opens"
    inner = place > first and (
        seen in {"ly", "&", "'"} or (seen == "." and len(clause.low[place - 1]) < 5)
    )
    return "modifies" if inner or seen in _MODIFIERS else "stop"


def _in_capitals(clause: Clause, place: int, first: int) -> bool:
    """Whether a word of a closed class is part of a name: "Forward Together Now"."""
    return place > first and clause.raw[place][0].isupper() and clause.view[place - 1] == "C"


def _nominal(clause: Clause, place: int, first: int) -> bool:
    """Whether a form of a cue verb is a noun here: "the report", "the Doe campaign"."""
    before, form = clause.view[place - 1] if place else "", clause.view[place]
    if form[0] != "V" or clause.low[place] in _NEVER_NOUNS:
        return False
    if place == first:
        return before == "of" and form == "Vb"
    if form in {"Vb", "Vs"} and (before in words.DETERMINERS or before in {"C's", "'s", "ed"}):
        return True
    if form in {"Vd", "Vg"}:
        follows = clause.view[place + 1] if place + 1 < clause.size else ""
        return before in words.DETERMINERS or (form == "Vg" and before == "w" and follows == "w")
    return form == "Vb" and (
        before in {"w", "#"} or (before == "C" and not clause.low[place - 1].endswith("s"))
    )


def _joined(clause: Clause, before: Phrase, after: Phrase) -> bool:
    """Whether a preposition or "and" makes one phrase of two."""
    if after.first - before.last != 2 or after.last - before.first > _LONGEST:
        return False
    link = clause.low[before.last + 1]
    if clause.low[after.first] in _STANDALONE or clause.low[before.last] in _STANDALONE:
        return False
    if link in {"of", "&"} or (link == "to" and clause.low[before.last] == "close"):
        return True
    if link in _JOINS:
        return any(speaks(clause.low[p]) for p in range(before.first, before.last + 1))
    if link != "and":
        return False
    names = clause.view[before.last][0] == clause.view[after.last][0] == "C"
    # "this strong and emotive language": what follows lacks a determiner of its own
    opened = clause.view[before.first] in words.DETERMINERS
    return names or (
        opened and clause.view[after.first] in _PLAIN and "C" not in clause.view[before.last]
    )


def head_of(clause: Clause, phrase: Phrase) -> int:
    """The token of the noun that a phrase is about: the word before "of", else its last word."""
    for place in range(phrase.first + 1, phrase.last):
        if clause.low[place] in {"of", "for", "at", "from", "in"}:
            return place - 1
    return phrase.last


def speaks(low: str) -> bool:
    """Whether a word names a speaker that what follows describes: "sources with knowledge of"."""
    return is_role(low) or low in {"source", "sources", "insider", "insiders"}


def is_office(low: str) -> bool:
    """Whether a word names what one person can be: a role that is no body and no document."""
    return is_role(low) and low not in DOCUMENTS and low not in classes("name_heads")


@functools.lru_cache(maxsize=8192)
def is_role(low: str) -> bool:
    """Whether a word names an office, an occupation or a document that speaks."""
    roles = classes("role_nouns")
    return low in roles or low in DOCUMENTS or (low.endswith("s") and low[:-1] in roles)


DOCUMENTS = frozenset(["statement", "report", "study", "poll", "survey", "analysis", "letter"])
