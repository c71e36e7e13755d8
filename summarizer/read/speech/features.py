"""What the scorers of statements look at, as readable names.

A name is a letter for the kind of observation and the values seen, parted by "|". Values come from
closed classes, shapes, distances and the lexicon of cues alone, so that nothing of a name, a place
or a subject is learnt.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.speech import words
from summarizer.text.speech_verbs import lemma

if TYPE_CHECKING:
    from summarizer.read.speech.tokens import Clause

_LENGTHS = (0, 1, 2, 3, 3, 5, 5, 5, 8, 8, 8, 8, 12, 12, 12, 12, 12, 12)


def bucket(number: int) -> int:
    """A length in tokens, coarser the longer."""
    return _LENGTHS[number] if number < len(_LENGTHS) else 18


def seen(clause: Clause, place: int) -> str:
    """The view of a token, "^" before the sentence and "$" behind it."""
    if place < 0:
        return "^"
    return clause.view[place] if place < clause.size else "$"


class Cue(NamedTuple):
    """A possible cue as the scorers see it: verb (or noun, or mark), stance and form."""

    verb: str
    stance: str
    form: str


@functools.lru_cache(maxsize=8192)
def cue_of(low: str) -> Cue:
    """The verb, stance and form of a word that may be a cue."""
    form = words.form(low) if lemma(low) else "n"
    return Cue(words.trigger(low) or low, words.stance(low), form)


def of_right_start(clause: Clause, cue: int, place: int) -> list[str]:
    """Does content that follows its cue start at token `place`?"""
    verb, stance, form = cue_of(clause.low[cue])
    here, left, right = (seen(clause, place + k) for k in (0, -1, 1))
    distance = min(place - cue, 9)
    between = clause.low[cue + 1 : place]
    passed = "that" in between
    ahead = "that" in clause.low[place + 1 : place + 8]
    comma = "," in between
    return [
        f"d|{distance}",
        f"dv|{distance}|{verb}",
        f"dc|{distance}|{stance}|{form}",
        f"h|{here}",
        f"hl|{left}|{here}",
        f"hr|{here}|{right}",
        f"hd|{here}|{min(distance, 3)}",
        f"l|{left}",
        f"ld|{left}|{min(distance, 4)}",
        f"vh|{verb}|{here}",
        f"vl|{verb}|{left}",
        f"ch|{stance}|{here}|{min(distance, 3)}",
        f"cl|{stance}|{left}",
        f"fl|{form}|{left}|{here}",
        f"n1|{seen(clause, cue + 1)}|{min(distance, 4)}",
        f"nh|{seen(clause, cue + 1)}|{here}|{distance > 1}",
        f"nl|{seen(clause, cue + 1)}|{left}|{distance}",
        f"vn|{verb}|{seen(clause, cue + 1)}|{min(distance, 4)}",
        f"p|{passed}|{ahead}|{here == 'that'}",
        f"pv|{verb}|{ahead}|{min(distance, 3)}",
        f"k|{comma}|{left}|{here}",
        f"q|{':' in between}|{here}|{here == chr(34)}",
        f"qs|{chr(34) in between}|{here}",
    ]


_SHORT_FORMS = ("'s", "'re", "'m")


@functools.lru_cache(maxsize=8192)
def is_finite(view: str) -> bool:
    """Whether a token is a finite verb, as far as closed classes and the lexicon tell."""
    return view in FINITE or (view.endswith(_SHORT_FORMS) and view != "C's")


FINITE = (words.AUXILIARIES - {"be", "been", "being", "having", "not", "never"}) | {
    "Vd",
    "Vs",
    "ed",
}


def of_left_end(clause: Clause, cue: int, place: int) -> list[str]:
    """Does content that precedes its cue end with token `place`?"""
    verb, stance, form = cue_of(clause.low[cue])
    here, n1, n2, n3 = (seen(clause, place + k) for k in range(4))
    distance = min(cue - place, 12)
    closes = clause.inside[place] >= 0
    return [
        f"n|{n1}",
        f"nn|{n1}|{n2}",
        f"n3|{n1}|{n2}|{n3}",
        f"h|{here}|{n1}",
        f"d|{distance}|{n1}",
        f"dc|{distance}|{stance}",
        f"dv|{distance}|{verb}",
        f"df|{distance}|{form}",
        f"v|{verb}|{n1}",
        f"c|{stance}|{n1}|{n2}",
        f"f|{form}|{n1}|{n2}",
        f"q|{closes}|{n1}",
        f"k|{min(clause.low[place + 1 : cue].count(','), 3)}|{n1}",
        f"a|{seen(clause, cue + 1)}|{n1}|{min(distance, 3)}",
        f"L|{bucket(place)}|{n1}",
        f"x|{chr(34) in clause.view[place + 1 : cue]}|{n1}",
    ]


def of_left_start(clause: Clause, cue: int, end: int, place: int) -> list[str]:
    """Does content that precedes its cue and ends with token `end` start at token `place`?"""
    verb, stance, _ = cue_of(clause.low[cue])
    here, left, right, before = (seen(clause, place + k) for k in (0, -1, 1, -2))
    length = bucket(end - place)
    opens = clause.inside[place] >= 0
    finite = any(map(is_finite, clause.view[place : end + 1]))
    return [
        f"h|{here}",
        f"l|{left}",
        f"lh|{left}|{here}",
        f"hr|{here}|{right}",
        f"ll|{before}|{left}",
        f"l3|{before}|{left}|{here}",
        f"L|{length}|{left}",
        f"Lh|{length}|{here}",
        f"v|{verb}|{left}",
        f"c|{stance}|{left}|{here}",
        f"q|{opens}|{clause.inside[end] >= 0}|{left}",
        f"e|{seen(clause, end + 1)}|{left}",
        f"g|{finite}|{left}",
        f"gh|{finite}|{left}|{here}",
        f"w|{seen(clause, 0)}|{left}|{bucket(place)}",
        f"s|{place == 0}|{stance}",
        f"sv|{place == 0}|{verb}",
    ]
