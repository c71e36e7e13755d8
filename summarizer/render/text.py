"""Documents as plain text for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render.labels import (
    address,
    carries,
    cited,
    made_by,
    markers,
    named,
    parts,
    plural,
    remarks,
)
from summarizer.render.layout import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import Grouping, Membership
    from summarizer.model.summary import Source, Summary
    from summarizer.render.layout import Layout


def summary(document: Summary, layout: Layout = PLAIN, articles: Sequence[Article] = ()) -> str:
    """The summary with numbered sentences, then its sources and what to know about them.

    `articles` are those that it was made from.
    """
    lines = [layout.strong(line) for line in layout.paragraph(document.headline.text)]
    for place, heading, claim in parts(document.claims):
        lines += layout.heading(heading) if heading else []
        text = f"{claim.text} {markers(cited(claim.citations))}"
        lines += ["", *layout.item(f"{place:>2}.", text)]
    lines += layout.heading("Sources")
    cites = carries(document)
    for source in document.sources:
        lines += _source(source, cites.get(source.id, []), layout)
    for title, items in remarks(document, articles=articles):
        lines += layout.heading(title)
        lines += [line for item in items for line in layout.item("  -", item)]
    lines += ["", *(layout.faint(line) for line in layout.paragraph(made_by(document)))]
    return "\n".join(lines) + "\n"


def grouping(document: Grouping, articles: Sequence[Article], layout: Layout = PLAIN) -> str:
    """The stories with their members; `articles` (may be none) give the members names."""
    names = {article.id: named(article) for article in articles}
    lines: list[str] = []
    for story in document.stories:
        lines += _story(story, names, layout)
    return "\n".join(lines) + "\n"


def _story(story: Membership, names: dict[str, str], layout: Layout) -> Iterator[str]:
    yield layout.strong(f"{story.id}: {plural(len(story.members), 'article')}")
    for member in story.members:
        yield from layout.item(f"  {member}", names.get(member, ""))


def _source(source: Source, cites: list[int], layout: Layout) -> Iterator[str]:
    label = f"{markers([source.id]):>4}"
    indent = " " * (len(label) + 1)
    yield from layout.item(label, named(source))
    if address(source) not in ("", named(source)):
        yield from (
            layout.faint(line)
            for line in layout.paragraph(address(source), first=indent, indent=indent)
        )
    if cites:
        told = f"carries {', '.join(map(str, cites))}"
    else:
        told = f"not used: {source.reason}" if source.reason else "not cited in a sentence"
    yield from layout.paragraph(told, first=indent, indent=indent)
