"""How articles were read, as plain text for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render.labels import markers, named, one_line
from summarizer.render.layout import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Article, Region, Sentence, Statement
    from summarizer.model.story import Inspection
    from summarizer.render.layout import Layout

_ABOUT = ("path", "url", "outlet", "published", "dateline", "byline", "agency", "language")
_SHOWN = 160


def inspection(document: Inspection, layout: Layout = PLAIN) -> str:
    """Article by article, then stories and duplicates."""
    lines: list[str] = []
    for article in document.articles:
        lines += [*_article(article, layout), ""]
    lines.append(layout.strong("Stories"))
    lines += [f"  {story.id}: {markers(story.members)}" for story in document.stories]
    if document.duplicates:
        lines.append(layout.strong("Duplicates"))
    for each in document.duplicates:
        lines.append(f"  {markers(each.members)} similarity {each.similarity:.2f}")
    return "\n".join(lines) + "\n"


def _article(article: Article, layout: Layout) -> Iterator[str]:
    title = article.title or named(article)
    yield from (layout.strong(line) for line in layout.item(markers([article.id]), title))
    for name in _ABOUT:
        value = getattr(article, name)
        if value:
            yield from layout.item(f"  {name}:", value)
    yield "  regions:"
    for region in article.regions:
        yield from _stretch(f"{region.kind} {region.start}–{region.end}", region, article, layout)
    yield "  sentences:"
    for sentence in article.sentences:
        label = f"{sentence.id} {sentence.start}–{sentence.end}"
        yield from _stretch(label, sentence, article, layout)
    yield "  statements:"
    for statement in article.statements:
        yield from layout.item("   ", _statement(statement, article))


def _stretch(label: str, stretch: Region | Sentence, article: Article, layout: Layout) -> list[str]:
    return layout.item(f"    {label}:", _short(article.quote(stretch.start, stretch.end)))


def _statement(statement: Statement, article: Article) -> str:
    content = " … ".join(article.quote(*span) for span in statement.content)
    cue = article.quote(*statement.cue) if statement.cue else "no cue"
    via = f", via {', '.join(statement.via)}" if statement.via else ""
    return f"{speaker(statement, article)} ({cue}, {statement.kind}{via}): {_short(content)}"


def speaker(statement: Statement, article: Article) -> str:
    """The speaker's words in the text, with the full name where it says more."""
    if statement.speaker is None:
        return "unknown speaker"
    words = article.quote(statement.speaker.start, statement.speaker.end)
    name = statement.speaker.name
    return f"{words} = {name}" if name and name != words else words


def _short(text: str) -> str:
    line = one_line(text[: 2 * _SHOWN])
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
