"""Quotations of a claim and the words they stand for in a source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.text.quotes import fold

if TYPE_CHECKING:
    from summarizer.verify.source import Source

_ELISION = re.compile(r"\s*(?:\[?(?:\.\s?){3,4}\]?|\[?…\]?)\s*|\s*\[[^\[\]]{0,200}\]\s*")
_EDGES = " \t.,;:!?-'\""


def pieces(quotation: str) -> list[str]:
    """The stretches that must stand verbatim: between elisions ("...") and insertions ("[…]").

    Folded, in lower case, without punctuation at their ends.
    """
    parts = _ELISION.split(fold(quotation).lower())
    return [piece for part in parts if (piece := " ".join(part.strip(_EDGES).split()))]


def locate(source: Source, quotation: str) -> Span | None:
    """The place where a source has the words of a quotation, pieces in order and near; or None."""
    wanted = pieces(quotation)
    if not wanted:
        return None
    place = _find(source.folded, wanted[0], 0)
    while place is not None:
        end = _follow(source.folded, wanted[1:], place.end)
        if end is not None:
            return Span(place.start, end)
        place = _find(source.folded, wanted[0], place.start + 1)
    return None


# Elided pieces stand within one run of speech: a few sentences of it.
_REACH = 1500


def _follow(text: str, wanted: list[str], end: int) -> int | None:
    """The end of the last piece if all follow within reach of one another."""
    for piece in wanted:
        place = _find(text, piece, end)
        if place is None or place.start - end > _REACH:
            return None
        end = place.end
    return end


def _find(text: str, piece: str, start: int) -> Span | None:
    """A piece as whole words, from an offset on."""
    place = text.find(piece, start)
    while place >= 0:
        end = place + len(piece)
        before, after = text[place - 1 : place] if place else "", text[end : end + 1]
        if not (before.isalnum() and piece[0].isalnum()) and not (
            after.isalnum() and piece[-1].isalnum()
        ):
            return Span(place, end)
        place = text.find(piece, place + 1)
    return None
