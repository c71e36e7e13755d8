"""Cue phrases of pages: what a line's own words say about its kind.

The phrases stand in `text/data/page_cues.txt`. A phrase counts only in lines that can be what it
says: a paragraph that tells something about third persons and does not address the reader is
the article's, whatever words it holds.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from summarizer.text.lexicon import classes
from summarizer.text.quotes import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import RegionKind
    from summarizer.read.lines import Line

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\+?|\d+(?:[.,]\d+)*|[:©#&]")
# Longest line, in words, in which a phrase at this place still decides.
_REACH = {"line": 12, "start": 40, "end": 30, "has": 60}
_TOKENS = 70  # of a line, more are not looked at
_NARRATIVE = frozenset(
    "said says told was were had has have did would could been added reported announced".split()
)
_ADDRESS = frozenset("you your our us we here click please subscribe newsletter".split())


class Cue(NamedTuple):
    """What a phrase says: the kind of its line, and whether it heads a section of that kind."""

    kind: RegionKind
    section: bool
    phrase: str


class _Entry(NamedTuple):
    words: list[str]
    kind: RegionKind
    section: bool


def find_cue(line: Line) -> Cue | None:
    """The strongest cue of a line: the whole line, then its start, its end, anything in it."""
    words = tokens(line.head)
    for place in ("line", "start", "end", "has"):
        for entry in _matches(words, place):
            if _allowed(line, words, place):
                heading = entry.section and _is_heading(words, entry)
                return Cue(entry.kind, heading, " ".join(entry.words))
    return None


def tokens(text: str) -> list[str]:
    """Lower-case words of a stretch, figures as 0, and colons."""
    found = _TOKEN.findall(fold(text[:800]).casefold())[:_TOKENS]
    return ["0" if token[0].isdigit() else token for token in found]


def narrates(words: list[str]) -> bool:
    """Whether English words tell of others and do not address the reader."""
    return not _NARRATIVE.isdisjoint(words) and _ADDRESS.isdisjoint(words)


def _matches(words: list[str], place: str) -> Iterator[_Entry]:
    """Entries that stand at this place of the line, the longest first at each place."""
    if not words or len(words) > _REACH[place]:
        return
    table, size = _table()[place], len(words)
    for at in range(size) if place == "has" else (size - 1 if place == "end" else 0,):
        for entry in table.get(words[at], ()):
            start = size - len(entry.words) if place == "end" else at
            fits = start >= 0 and words[start : start + len(entry.words)] == entry.words
            if fits and (place != "line" or len(entry.words) == size):
                yield entry


def _allowed(line: Line, words: list[str], place: str) -> bool:
    if place == "line":
        return True
    if line.long or (place == "end" and line.ends):
        return False
    quoted = line.head[0] in "\"“„«‘'"
    prose = line.ends and len(words) > 9
    return not (quoted and place == "has") and not (prose and narrates(words))


def _is_heading(words: list[str], entry: _Entry) -> bool:
    return entry.kind == "comment" or len(words) <= len(entry.words) + 4


@functools.cache
def _table() -> dict[str, dict[str, list[_Entry]]]:
    """For each place the entries by their first word (for `end`: their last), longest first."""
    table: dict[str, dict[str, list[_Entry]]] = {place: {} for place in _REACH}
    for phrase, label in classes("page_cues").items():
        places, kind, *section = label.split()
        words = tokens(phrase)
        entry = _Entry(words, cast("RegionKind", kind), bool(section))
        for place in places.split(","):
            table[place].setdefault(words[-1 if place == "end" else 0], []).append(entry)
    for entries in (found for by_word in table.values() for found in by_word.values()):
        entries.sort(key=lambda entry: -len(entry.words))
    return table
