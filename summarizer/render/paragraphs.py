"""An article as paragraphs for a page: every character of it, in order, with what covers it.

A line of the article's text is a paragraph; the white space between two lines is kept, so that
offsets can be counted in the page as well.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from summarizer.render.inspection import PAGE_KINDS
from summarizer.render.segments import Segment, Stretch, segments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article


class Phrase(NamedTuple):
    """Segments in a row that belong to one sentence, or to none."""

    sentence: str | None
    segments: tuple[Segment, ...]


class Paragraph(NamedTuple):
    """A line of an article, or (`kind` "gap") the white space between two.

    `kind` is that of the line's longest region. `tight` tells that the line goes on the one before
    it, with no blank line between: a text that was wrapped by hand.
    """

    kind: str
    tight: bool
    phrases: tuple[Phrase, ...]

    @property
    def page(self) -> bool:
        """Whether the line is the page's, not the article's."""
        return self.kind in PAGE_KINDS


def paragraphs(article: Article, marks: Sequence[Stretch]) -> list[Paragraph]:
    """The article's text as lines and gaps, with its regions, sentences and these marks."""
    regions = [Stretch(each.start, each.end, "region", each.kind) for each in article.regions]
    sentences = [Stretch(each.start, each.end, "sentence", each.id) for each in article.sentences]
    cut = segments(len(article.text), [*regions, *sentences, *marks])
    found: list[Paragraph] = []
    blank = True
    for gap, inside in groupby(cut, lambda segment: _is_gap(article, segment)):
        whole = tuple(inside)
        if gap:
            blank = article.text[whole[0].start : whole[-1].end].count("\n") > 1
        kind = "gap" if gap else _kind(whole)
        tight = not (gap or blank) and kind == "body" and _last_kind(found) == "body"
        found.append(Paragraph(kind, tight, tuple(_phrases(whole))))
    return found


def _is_gap(article: Article, segment: Segment) -> bool:
    """Whether a segment is white space around a line's end, outside of all regions."""
    words = article.text[segment.start : segment.end]
    return "\n" in words and not words.strip() and not segment.labels("region")


def _kind(whole: Sequence[Segment]) -> str:
    sizes: dict[str, int] = {}
    for segment in whole:
        for kind in segment.labels("region"):
            sizes[kind] = sizes.get(kind, 0) + segment.end - segment.start
    return max(sizes, key=lambda kind: sizes[kind], default="unlabelled")


def _last_kind(found: Sequence[Paragraph]) -> str | None:
    return next((each.kind for each in reversed(found) if each.kind != "gap"), None)


def _phrases(whole: Sequence[Segment]) -> Iterator[Phrase]:
    for sentence, inside in groupby(whole, lambda segment: segment.labels("sentence")):
        yield Phrase(sentence[0] if sentence else None, tuple(inside))
