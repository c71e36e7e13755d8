"""A stretch of text wrapped for a terminal, with carets below the words that matter."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from summarizer.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.model.article import Span

# A mark of more than this share of a text would underline all of it.
_MOST = 0.8


def marked(
    text: str, span: Span, marks: Iterable[Span], *, width: int, indent: str
) -> Iterator[tuple[str, str]]:
    """Lines of `text[span]` at most `width` wide, each with its line of carets ("" for none).

    White space is one blank; `marks` are offsets into `text`; those of (nearly) the whole stretch
    are left out. Characters that hide or command are shown.
    """
    words, places = _collapsed(text, span)
    inside = [m for m in marks if 0 < m.end - m.start <= _MOST * (span.end - span.start)]
    for start, end in _lines(words, width - len(indent)):
        row = [
            ("^" if _within(places[n], inside) else " ") * _columns(words[n])
            for n in range(start, end)
        ]
        carets = "".join(row).rstrip()
        yield indent + words[start:end], indent + carets if carets else ""


def _collapsed(text: str, span: Span) -> tuple[str, list[int]]:
    """The visible text with single blanks, and the offset of each of its characters."""
    words: list[str] = []
    places: list[int] = []
    given = text[span.start : span.end].replace("\n>", "\n ")  # a block quotation goes on
    shown = visible(given.replace("\n", " ").replace("\r", " "))
    for number, character in enumerate(shown):
        blank = character.isspace()
        if blank and (not words or words[-1] == " "):
            continue
        words.append(" " if blank else character)
        places.append(span.start + number)
    return "".join(words).rstrip(), places


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of lines broken at blanks; a word that is too long has a line of its own."""
    start = 0
    while len(text) - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        if blank <= start:
            blank = text.find(" ", start)
        if blank < 0:
            break
        yield start, blank
        start = blank + 1
    if start < len(text):
        yield start, len(text)


def _within(place: int, marks: Sequence[Span]) -> bool:
    return any(mark.start <= place < mark.end for mark in marks)


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes (Unicode Standard Annex 11)."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
