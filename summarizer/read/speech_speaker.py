"""The noun phrase next to a cue: who is the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.read import speech_words as words
from summarizer.text.speech_verbs import is_cue

if TYPE_CHECKING:
    from summarizer.model.article import Span
    from summarizer.read.speech_content import Range
    from summarizer.read.speech_tokens import Clause

# A noun phrase is never looked for further away than this (tokens).
_REACH = 40


class Phrase(NamedTuple):
    """Tokens `first` to `last` (excluded) of a sentence."""

    first: int
    last: int


def before(clause: Clause, cue: int, floor: int = 0) -> Phrase | None:
    """The subject of a verb at token `cue`, looking back not beyond token `floor`."""
    place = cue - 1
    floor = max(floor, cue - _REACH)
    while place >= floor and _between_subject_and_verb(clause, place):
        place -= 1
    if place >= floor and clause.low[place] in words.RELATIVES:
        place -= 1
    if place >= floor and clause.low[place] == ",":
        return _over_apposition(clause, place, floor)
    return _phrase_ending(clause, place, floor)


def after(clause: Clause, cue: int) -> Phrase | None:
    """The subject that follows an inverted verb ("said Ms Doe")."""
    first = cue + 1
    last = first
    while last < min(len(clause), first + _REACH) and _in_phrase(clause, last):
        last += 1
    while last > first and clause.low[last - 1] in words.LINKS | words.DETERMINERS:
        last -= 1
    return Phrase(first, last) if last > first else None


def _between_subject_and_verb(clause: Clause, place: int) -> bool:
    word = clause.low[place]
    return (
        word in words.AUXILIARIES
        or word in words.ADVERBS
        or (word.endswith("ly") and clause.raw[place].islower())
        or (word == "on" and clause.low[place + 1] in words.ADVERBS)
    )


def _in_phrase(clause: Clause, place: int) -> bool:
    word = clause.low[place]
    if clause.inside[place] >= 0:
        return False
    if not word[0].isalnum():
        return word in {"@", "&"} or (word == "." and len(clause.low[place - 1]) < 4)
    return not (
        word in words.PREPOSITIONS - words.LINKS
        or word in words.AUXILIARIES
        or word in words.RELATIVES
        or word in {"but", "or", "so"}
        or (word in words.ADVERBS and place > 0)
        or (is_cue(word) and clause.raw[place].islower())
    )


def _phrase_ending(clause: Clause, place: int, floor: int) -> Phrase | None:
    last = place + 1
    while place >= floor and _in_phrase(clause, place):
        place -= 1
        if clause.low[place + 1] in words.PERSONAL:
            break
    first = place + 1
    while first < last and clause.low[first] in words.LINKS - {"the"}:
        first += 1
    return Phrase(first, last) if last > first else None


def _over_apposition(clause: Clause, comma: int, floor: int) -> Phrase | None:
    """The phrase before a pair of commas ("Doe, the mayor, said")."""
    place = comma - 1
    while place >= floor and clause.low[place] != "," and clause.inside[place] < 0:
        place -= 1
    if place < floor or clause.low[place] != ",":
        return _phrase_ending(clause, comma - 1, floor)
    phrase = _phrase_ending(clause, place - 1, floor)
    return phrase or _phrase_ending(clause, comma - 1, floor)


def speaker_of(clause: Clause, cue: int, left: Range | None) -> Span | None:
    """The words that name the speaker of a report, None if there are none."""
    if clause.low[cue] == "according":
        phrase = after(clause, cue + 1)
    elif left is not None and _inverted(clause, cue, left):
        phrase = after(clause, cue)
    else:
        phrase = before(clause, cue, left.last + 1 if left and left.last < cue else 0)
    return None if phrase is None else clause.span(phrase.first, phrase.last)


def _inverted(clause: Clause, cue: int, left: Range) -> bool:
    """Whether nothing stands between content and cue, and a noun phrase follows: said Ms Doe."""
    between = range(left.last + 1, cue)
    if any(clause.low[place][0].isalnum() for place in between) or cue + 1 >= clause.size:
        return False
    following = clause.view[cue + 1]
    return following in {"C", "w", "s", "C's"} | words.DETERMINERS | words.PERSONAL
