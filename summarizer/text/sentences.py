"""Paragraphs and sentences with exact offsets.

Sentences come from nupunkt's unsupervised model (Kiss and Strunk 2006), paragraph by paragraph,
with two mends: titles and initials that it takes for an end ("Lt. Gen.", "Sen. J. Doe"), and ends
that stand inside closing quotation marks.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BREAK = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# What may end a sentence before the end of a paragraph: without it there is one, and no need to ask
# the model; so in half the lines of evidence, and the model is a tenth of reading them.
_MAY_END = re.compile(r"[.?!…](?=\W)")
_LAST_WORD = re.compile(r"(\S+)\s*\Z")
_CLOSING = "\"”’»)]'"
_NEVER_FIRST = ")],;"  # what follows an abbreviation in brackets: "(D-Arden.), who"
# One call of the model never sees more than this: its cost must not grow with one huge line.
_LONGEST = 20_000
# A longer "sentence" is a list, a table or no text at all: it is cut at blanks, so that what looks
# at one sentence has bounded work. Of 10,835 sentences of news the longest had 3,300.
_LONGEST_SENTENCE = 5_000


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Lines with anything in them, white space at both ends left out."""
    found = []
    for match in _BREAK.finditer(text, start, len(text) if end is None else end):
        span = trim(text, match.start(), match.end())
        if span.start < span.end:
            found.append(span)
    return found


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentences of a stretch; a line end always ends one, and no visible character is lost."""
    found: list[Span] = []
    for paragraph in paragraphs(text, start, end):
        for piece in _pieces(text, paragraph, _LONGEST):
            for sentence in _split(text, piece):
                found += _pieces(text, sentence, _LONGEST_SENTENCE)
    return found


def trim(text: str, start: int, end: int) -> Span:
    """The stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _pieces(text: str, whole: Span, longest: int) -> Iterator[Span]:
    """A stretch in pieces of bounded length, cut at blanks."""
    start = whole.start
    while whole.end - start > longest:
        cut = text.rfind(" ", start + 1, start + longest)
        cut = start + longest if cut < 0 else cut
        piece = trim(text, start, cut)
        if piece.start < piece.end:
            yield piece
        start = cut
    rest = trim(text, start, whole.end)
    if rest.start < rest.end:
        yield rest


def _split(text: str, piece: Span) -> list[Span]:
    if not _MAY_END.search(text, piece.start, piece.end):
        return [piece]
    spans: list[Span] = []
    for start, end in _model()(text[piece.start : piece.end]):
        span = trim(text, piece.start + start, piece.start + end)
        if span.start == span.end:
            continue
        if spans and _belongs_together(text, spans[-1], span):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _belongs_together(text: str, before: Span, after: Span) -> bool:
    """Whether the end between two sentences is none."""
    if text[after.start] in _NEVER_FIRST or set(text[after.start : after.end]) <= set(_CLOSING):
        return True
    last = _LAST_WORD.search(text, before.start, before.end)
    word = last.group(1).lstrip("(\"“‘'[") if last else ""
    if not word.endswith("."):
        return False
    initial = len(word) == 2 and word[0].isupper() and before.end - before.start > 2
    return word.casefold() in words("titles") or (initial and text[after.start].isupper())


@functools.cache
def _model() -> Callable[[str], list[tuple[int, int]]]:
    from nupunkt import sent_spans  # noqa: PLC0415  (0.07 s that --help must not pay)

    return sent_spans
