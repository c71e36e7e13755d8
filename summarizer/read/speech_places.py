"""Where content can start and end: the places among which the scorers choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.read import speech_words as words

if TYPE_CHECKING:
    from summarizer.read.speech_tokens import Clause

# Reach in tokens; bounds the work per cue.
_START_REACH = 13
_END_REACH = 90
_LEFT_REACH = 14
_OPEN_SHAPES = frozenset(["w", "s", "C", "#", "C's", "the", "a", "an", "of", "'s"])


def right_starts(clause: Clause, cue: int) -> list[int]:
    """Tokens at which content after the cue can start."""
    return [
        place
        for place in range(cue + 1, min(cue + _START_REACH, clause.size))
        if _can_start(clause, place)
    ]


def _can_start(clause: Clause, place: int) -> bool:
    within = clause.inside[place]
    if within >= 0 and place and clause.inside[place - 1] == within:
        return False
    return clause.low[place][0].isalnum() or within >= 0 or clause.low[place] in {"@", "$", "'"}


def right_ends(clause: Clause, start: int) -> list[int]:
    """Tokens with which content that starts at a token can end."""
    last = clause.size - 1
    places = [
        place
        for place in range(start, min(start + _END_REACH, last))
        if clause.view[place + 1] not in _OPEN_SHAPES and _can_end(clause, place)
    ]
    return [*places, last] if last >= start else []


def _can_end(clause: Clause, place: int) -> bool:
    within = clause.inside[place]
    if within >= 0 and clause.inside[place + 1] == within:
        return False
    return clause.low[place][0].isalnum() or within >= 0 or clause.low[place] in {"%", "'", ")"}


def left_ends(clause: Clause, cue: int) -> list[int]:
    """Tokens with which content before the cue can end."""
    return [
        place
        for place in range(cue - 1, max(-1, cue - _LEFT_REACH - 1), -1)
        if _can_end(clause, place)
    ]


def left_starts(clause: Clause, end: int) -> list[int]:
    """Tokens at which content that ends with a token can start."""
    return [
        place
        for place in range(max(0, end - _END_REACH), end + 1)
        if _can_start(clause, place)
        and (place == 0 or clause.view[place - 1] in words.CLOSED or not _word(clause, place - 1))
    ] or [end]


def _word(clause: Clause, place: int) -> bool:
    return clause.low[place][0].isalnum()
