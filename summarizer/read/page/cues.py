"""Cue phrases of pages: what a line's own words say about its kind.

The phrases stand in `text/data/page_cues.txt`. A phrase counts only in lines that can be what it
says: a paragraph that tells of others and does not address the reader is the article's, whatever
words it holds.
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
    from summarizer.read.page.lines import Line

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\+?|\d+(?:[.,]\d+)*|[:©#&]")
# Longest line, in words, in which a phrase at this place still decides.
_REACH = {"line": 12, "start": 40, "end": 30, "has": 70}
_TOKENS = 70  # of a line, more are not looked at
_NARRATIVE = frozenset(
    ["said", "says", "told", "was", "were", "had", "has", "have", "did", "would", "could", "been"]
)
_ADDRESS = frozenset(
    ["you", "your", "our", "us", "we", "click", "please", "subscribe", "follow", "this"]
)


_MORE = frozenset({"more", "latest", "other", "recent", "popular", "similar", "trending"})
_THINGS = frozenset({"stories", "articles", "news", "posts", "videos", "headlines", "reading"})
_ANNOUNCED = 6  # words of a line that announces other stories


class Cue(NamedTuple):
    """What a phrase says: the kind of its line, and whether it heads a section of that kind."""

    kind: RegionKind
    section: bool
    phrase: str

    @property
    def reason(self) -> str:
        """Why a line with this phrase is what it is."""
        return f"the words “{self.phrase}”" if self.phrase else "names of buttons only"


class _Entry(NamedTuple):
    words: list[str]
    kind: RegionKind
    section: bool
    sure: bool


def find_cue(line: Line) -> Cue | None:
    """The strongest cue of a line: the whole line, then its start, its end, anything in it."""
    head = tokens(line.head)
    if _is_button_row(head):
        return Cue(kind="boilerplate", section=False, phrase="")
    if _is_more(head) and not line.ends:
        return Cue(kind="related", section=True, phrase=f"{head[0]} … {head[-1]}")
    behind = tokens(line.tail[-160:]) if line.long else head
    for place in ("line", "start", "end", "has"):
        words = behind if place == "end" else head
        for entry in _matches(words, place):
            if _allowed(line, words, place, entry):
                alone = entry.kind == "related" and words == entry.words and words[-1] == ":"
                heading = alone or (entry.section and _is_heading(words, entry))
                return Cue(entry.kind, heading, " ".join(entry.words))
    return None


def tokens(text: str) -> list[str]:
    """Lower-case words of a stretch, figures as 0, and colons."""
    found = _TOKEN.findall(fold(text[:800]).casefold())[:_TOKENS]
    return ["0" if token[0].isdigit() else token for token in found]


def _is_button_row(tokens_of_line: list[str]) -> bool:
    """Whether a line holds names of buttons and figures only: "Share Tweet 936 Email"."""
    words = [word for word in tokens_of_line if word not in "0:©#&"]
    lines = _table()["line"]
    return 1 < len(words) <= 12 and all(
        any(entry.words == [word] and entry.kind == "boilerplate" for entry in lines.get(word, ()))
        for word in words
    )


def _is_more(words: list[str]) -> bool:
    """Whether a line announces other stories: "More great Harbour News stories"."""
    return 1 < len(words) <= _ANNOUNCED and words[0] in _MORE and words[-1] in _THINGS


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


def _allowed(line: Line, words: list[str], place: str, entry: _Entry) -> bool:
    quoted = line.head[0] in "\"“„«‘'"
    if place == "line" or entry.sure:
        return not (quoted and place == "has")
    if line.long or (place == "end" and line.ends):
        return False
    addressed = not _ADDRESS.isdisjoint(words)
    prose = line.ends and len(words) > 9
    if place == "has":
        return not quoted and (addressed or not prose)
    bare = len(entry.words) == 1 and entry.words[0].isalpha() and ":" not in words[:2]
    if place == "start" and bare:
        behind = line.head[len(line.words[0]) :].lstrip(" \"“‘'")
        return not line.ends and not behind[:1].islower()
    return addressed or not prose or _NARRATIVE.isdisjoint(words)


def _is_heading(words: list[str], entry: _Entry) -> bool:
    return entry.kind == "comment" or len(words) <= len(entry.words) + 4


@functools.cache
def _table() -> dict[str, dict[str, list[_Entry]]]:
    """For each place the entries by their first word (for `end`: their last), longest first."""
    table: dict[str, dict[str, list[_Entry]]] = {place: {} for place in _REACH}
    for phrase, label in classes("page_cues").items():
        places, kind, *marks = label.split()
        words = tokens(phrase)
        entry = _Entry(words, cast("RegionKind", kind), "section" in marks, "sure" in marks)
        for place in places.split(","):
            table[place].setdefault(words[-1 if place == "end" else 0], []).append(entry)
    for entries in (found for by_word in table.values() for found in by_word.values()):
        entries.sort(key=lambda entry: -len(entry.words))
    return table
