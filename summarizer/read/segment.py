"""Sentences with ids over the body of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.article import Sentence
from summarizer.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region

# What summarizer.text.sentences takes for the end of a paragraph.
_BREAKS = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


def segment(article_id: str, text: str, regions: Sequence[Region]) -> tuple[Sentence, ...]:
    """Sentences of the body regions, numbered from 1 in the order of the text."""
    body = [region for region in regions if region.kind == "body"]
    flat = _unwrapped(text, body)
    spans = [span for region in body for span in sentences(flat, region.start, region.end)]
    return tuple(
        Sentence(id=f"{article_id}.{number}", start=span.start, end=span.end)
        for number, span in enumerate(spans, 1)
    )


def _unwrapped(text: str, body: Sequence[Region]) -> str:
    """The text with blanks for line ends where regions go over them; same length."""
    if not any(_BREAKS.search(text, region.start, region.end) for region in body):
        return text
    return _BREAKS.sub(" ", text)
