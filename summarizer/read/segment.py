"""Sentences with ids over the body of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Sentence
from summarizer.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region


def segment(article_id: str, text: str, regions: Sequence[Region]) -> tuple[Sentence, ...]:
    """Sentences of the body regions, numbered from 1 in the order of the text."""
    spans = [
        span
        for region in regions
        if region.kind == "body"
        for span in sentences(text, region.start, region.end)
    ]
    return tuple(
        Sentence(id=f"{article_id}.{number}", start=span.start, end=span.end)
        for number, span in enumerate(spans, 1)
    )
