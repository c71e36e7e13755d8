"""Articles made of paragraphs, without the reading room."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from summarizer.model.article import Article, Region, Sentence, Span, Speaker, Statement
from summarizer.text.sentences import paragraphs, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@pytest.fixture
def write() -> Callable[..., Article]:
    """Makes an article; `said` gives its statements as (content, speaker)."""
    return _article


def _article(  # noqa: PLR0913  (the fields of an article that merging looks at)
    number: int,
    title: str,
    body: Sequence[str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    byline: str | None = None,
    agency: str | None = None,
    said: Sequence[tuple[str, str | None]] = (),
) -> Article:
    text = "\n\n".join([title, *body])
    name = f"s{number}"
    regions = [
        Region(start=start, end=end, kind="headline" if n == 0 else "body")
        for n, (start, end) in enumerate(paragraphs(text))
    ]
    spans = [each for region in regions[1:] for each in sentences(text, region.start, region.end)]
    return Article(
        id=name,
        path=f"{number}.txt",
        url=None,
        outlet=outlet,
        title=title,
        published=published,
        dateline=None,
        byline=byline,
        language="en",
        agency=agency,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        regions=tuple(regions),
        sentences=tuple(
            Sentence(id=f"{name}.{n}", start=start, end=end)
            for n, (start, end) in enumerate(spans, 1)
        ),
        statements=tuple(_statement(text, f"{name}.q{n}", *each) for n, each in enumerate(said, 1)),
    )


def _statement(text: str, name: str, words: str, speaker: str | None) -> Statement:
    start = text.index(words)
    at = text.index(speaker) if speaker else 0
    return Statement(
        id=name,
        kind="indirect",
        attitude="assertion",
        content=(Span(start, start + len(words)),),
        cue=None,
        speaker=Speaker(start=at, end=at + len(speaker), name=speaker) if speaker else None,
        via=(),
    )
