"""Where content can start and end: the places among which the scorers choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.read.speech import words
from summarizer.read.speech.phrases import is_role, phrases

if TYPE_CHECKING:
    from summarizer.read.speech.tokens import Clause

# Reach in tokens; bounds the work per cue.
_START_REACH = 13
_END_REACH = 90
_LEFT_REACH = 14
_NEVER_INVERTED = frozenset(["told", "tells", "reminded", "assured", "warned"])
_FINITE = frozenset(["Vd", "Vs"])
_TIMES = words.ADVERBS | {"on", "day", "ly"}
_VERBS = words.AUXILIARIES | {"Vd", "Vs", "Vb", "ed"}
_OPEN_SHAPES = frozenset(["w", "s", "n", "j", "R", "C", "#", "C's", "the", "a", "an", "of", "'s"])


def right_starts(clause: Clause, cue: int) -> list[int]:
    """Tokens at which content after the cue can start: not behind the next cue ("adding")."""
    found = []
    for place in range(cue + 1, min(cue + _START_REACH, clause.size)):
        if _can_start(clause, place):
            found.append(place)
        if clause.view[place] == "Vg" and clause.inside[place] < 0:
            break
    return found


def _can_start(clause: Clause, place: int) -> bool:
    within = clause.inside[place]
    if within >= 0 and place and clause.inside[place - 1] == within:
        return False
    return clause.low[place][0].isalnum() or within >= 0 or clause.low[place] in {"@", "$", "'"}


def right_ends(clause: Clause, start: int) -> list[int]:
    """Tokens with which content that starts at a token can end.

    A quotation that ends like a sentence is the whole content where another sentence follows.
    None stands inside a bracket that opens in the content.
    """
    whole = _quoted_sentence(clause, start)
    if whole is not None:
        return [whole]
    last = clause.size - 1
    bracketed = _bracketed(clause, start)
    places = [
        place
        for place in range(start, min(start + _END_REACH, last))
        if clause.view[place + 1] not in _OPEN_SHAPES
        and _can_end(clause, place)
        and place not in bracketed
    ]
    return [*places, last] if last >= start else []


def _bracketed(clause: Clause, start: int) -> frozenset[int]:
    """The tokens from `start` on inside brackets that open there and close in the sentence."""
    opened: list[int] = []
    found: set[int] = set()
    for place in range(start, min(start + 2 * _END_REACH, len(clause))):
        if clause.low[place] == "(":
            opened.append(place)
        elif clause.low[place] == ")" and opened:
            first = opened.pop()
            if not opened:
                found.update(range(first, place))
    return frozenset(found)


def _quoted_sentence(clause: Clause, start: int) -> int | None:
    """The last token of a quotation that starts at a token and ends like a sentence."""
    quote = clause.inside[start]
    if quote < 0:
        return None
    last = next((p for p in range(start, clause.size) if clause.inside[p] != quote), 0) - 1
    if last < 1:
        return None
    follows = clause.raw[last + 1 : last + 2]
    if clause.low[last - 1] not in {".", "!", "?"} or not follows or not follows[0][0].isupper():
        return None
    return last


def _can_end(clause: Clause, place: int) -> bool:
    within = clause.inside[place]
    if within >= 0 and clause.inside[place + 1] == within:
        return False
    return clause.low[place][0].isalnum() or within >= 0 or clause.low[place] in {"%", "'", ")"}


def left_ends(clause: Clause, cue: int) -> list[int]:
    """Tokens with which content before the cue can end.

    A quotation that closes with its comma before the subject is the content; and where no subject
    can follow the cue, content leaves one before it.
    """
    quoted = _quotation_end(clause, cue)
    if quoted is not None:
        return [quoted]
    places = [
        place
        for place in range(cue - 1, max(-1, cue - _LEFT_REACH - 1), -1)
        if _can_end(clause, place)
    ]
    if cue + 1 < clause.size and clause.low[cue] not in _NEVER_INVERTED:
        return places
    return [place for place in places if any(map(_is_word, clause.low[place + 1 : cue]))] or places


def _quotation_end(clause: Clause, cue: int) -> int | None:
    for place in range(cue - 1, max(0, cue - _LEFT_REACH - 1), -1):
        if clause.inside[place] >= 0:
            closes = clause.view[place] == '"' and clause.low[place - 1] in {",", "?", "!"}
            return place if closes else None
        if clause.view[place] in {"Vd", "Vs"}:
            return None
    return None


def before_role(clause: Clause, last: int, cue: int) -> int:
    """The end of content without a role that belongs to the speaker: ", its chair, Ana Reis, said".

    Where a role phrase alone stands between the last comma of the content and a name before the
    cue, content ends before that comma.
    """
    role = next((each for each in phrases(clause) if each.last == last), None)
    name = next((each for each in phrases(clause) if each.first == last + 2), None)
    if role is None or name is None or role.first < 2 or clause.low[last + 1] != ",":
        return last
    alone = clause.low[role.first - 1] == "," and is_role(clause.low[last])
    subject = name.last + 2 == cue and clause.low[cue - 1] == ","
    return role.first - 2 if alone and subject and "C" in clause.view[name.first : cue] else last


def inverted(clause: Clause, cue: int) -> bool:
    """Whether a report follows its content with the verb first: '..., said the port of Arden.'."""
    if not cue or clause.low[cue - 1] not in {",", '"', "'"} or clause.view[cue] not in _FINITE:
        return False
    first = cue + 1
    while first < clause.size and clause.view[first] in _TIMES:
        first += 1
    subject = next((each for each in phrases(clause) if each.first == first), None)
    if subject is None or words.stance(clause.low[cue]) not in {"neutral", "question", "loaded"}:
        return False
    rest = clause.view[subject.last + 1 : clause.size]
    closed = rest[:2] == (",", "who") or not any(seen in _VERBS for seen in rest)
    return clause.low[cue] not in _NEVER_INVERTED and closed


def left_starts(clause: Clause, end: int) -> list[int]:
    """Tokens at which content that ends with a token can start."""
    return [
        place
        for place in range(max(0, end - _END_REACH), end + 1)
        if _can_start(clause, place)
        and (
            place == 0
            or clause.view[place - 1] in words.CLOSED
            or not _is_word(clause.low[place - 1])
        )
    ] or [end]


def _is_word(low: str) -> bool:
    return low[0].isalnum()
