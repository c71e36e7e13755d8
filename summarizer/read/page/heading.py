"""The top of a page: headline, deck, bylines, section names and captions before the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.read.page.bylines import is_signature
from summarizer.read.page.headline import same_title
from summarizer.read.published import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import RegionKind
    from summarizer.read.page.headline import Headline
    from summarizer.read.page.kinds import Labelled
    from summarizer.read.page.lines import Line

_DECKS = 4  # titles without a sentence below the headline; more are a list of the article
_DECK_SENTENCES, _DECK_REACH = 2, 8  # sentences before a byline; lines from the headline to it
_SIGNING = ("byline", "dateline")
_LISTED = re.compile(r"[>•*·(■▪–—-]|\d{1,3}[.)]\s")
_REASONS = {
    "subhead": "below the headline, no sentence",
    "byline": "names who wrote it, between headline and text",
    "dateline": "gives a date, between headline and text",
    "caption": "between byline and text, no sentence",
    "boilerplate": "short line around the headline",
}


def label_head(lines: Sequence[Labelled], headline: Headline | None, *, decks: bool = True) -> int:
    """Label the lines before the text.

    Args:
        lines: the lines of the article, changed in place.
        headline: the line of the headline, if it is known.
        decks: look for lines below the headline that belong to it; not where the container
            marks all headings.

    Returns:
        The place of the first line of the text.
    """
    place = None if headline is None else headline.place
    start = _text_start(lines, place)
    if headline is not None:
        title = lines[headline.place].line.head
        for line in lines[: start + 1]:
            if line.kind in (None, "headline") and same_title(line.line.head, title):
                line.settle("headline", headline.reason)
        start = _text_start(lines, place)
        if decks:
            start = _label_deck(lines, headline.place, start)
    _label_between(lines[:start], place, decks=decks)
    return start


def _label_deck(lines: Sequence[Labelled], headline: int, start: int) -> int:
    """Sentences below the headline that a byline parts from the text; where that starts."""
    reach = range(headline + 1, min(headline + _DECK_REACH, len(lines)))
    signed = max((n for n in reach if lines[n].kind in _SIGNING), default=-1)
    sentences = [n for n in range(start, signed) if lines[n].open and lines[n].line.ends]
    if not sentences or len(sentences) > _DECK_SENTENCES:
        return start
    for n in sentences:
        lines[n].settle("subhead", "between headline and byline")
    return _text_start(lines, signed)


def _label_between(lines: Sequence[Labelled], headline: int | None, *, decks: bool) -> None:
    """The lines around the headline that are not labelled yet and no sentences."""
    boxed = signed = False
    number = 0
    for place, labelled in enumerate(lines):
        boxed = boxed or (labelled.kind == "subhead" and headline is None)
        signed = signed or labelled.kind in ("byline", "dateline")
        if labelled.open and not labelled.line.ends and (headline is not None or boxed):
            kind = _kind_in_head(labelled.line, place, headline, signed=signed)
            if kind == "byline" and place and lines[place - 1].kind == "caption":
                kind = "caption"  # the credit below it
            number += kind in ("subhead", "caption")
            many = number > _DECKS or not decks
            if kind and not (many and kind in ("subhead", "caption")):
                labelled.settle(kind, _REASONS[kind])
                signed = signed or kind == "byline"


def _text_start(lines: Sequence[Labelled], headline: int | None) -> int:
    begin = 0 if headline is None else headline + 1
    opened = [n for n in range(begin, len(lines)) if lines[n].open]
    full = [n for n in opened if lines[n].prose or _is_sentence(lines[n].line)]
    return full[0] if full else (opened[0] if opened else len(lines))


def _is_sentence(line: Line) -> bool:
    return line.ends and line.size > 3


def _kind_in_head(
    line: Line, place: int, headline: int | None, *, signed: bool
) -> RegionKind | None:
    if line.head.endswith((":", ",", ";")) or _LISTED.match(line.head):
        return None
    if headline is None:
        return "subhead"
    if is_signature(line):
        return "byline"
    if find(line.head) is not None:
        return "dateline"
    if line.size <= 3 or (line.size <= 6 and (place < headline or line.head.isupper())):
        return "boilerplate"
    return "caption" if signed and place > headline else "subhead"
