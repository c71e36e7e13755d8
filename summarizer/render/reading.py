"""How articles were read, as plain text for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.render import inspection as view
from summarizer.render.labels import markers, named, one_line, origin_name, plural, quoted
from summarizer.render.layout import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import InspectedStory, Inspection, Reading
    from summarizer.render.layout import Layout

_SHOWN = 160  # characters of a stretch
_GLIMPSE = 60  # characters of a line that is not the article's text


def inspection(document: Inspection, layout: Layout = PLAIN) -> str:
    """Article by article, then stories and duplicates."""
    lines: list[str] = []
    for article in document.articles:
        lines += [*_article(article, layout), ""]
    texts = view.sentence_texts(document)
    for story in document.stories:
        lines += [*_story(story, texts, layout), ""]
    if document.duplicates:
        lines.append(layout.strong("Duplicates"))
    for each in document.duplicates:
        lines.append(f"  {markers(each.members)} similarity {each.similarity:.2f}")
    return "\n".join(lines).rstrip("\n") + "\n"


def _article(article: Article, layout: Layout) -> Iterator[str]:
    title = article.title or named(article)
    yield from (layout.strong(line) for line in layout.item(markers([article.id]), title))
    yield from _about(article, layout)
    yield from _heading("How the text was read", layout)
    for run in view.runs(article):
        yield from _run(run, article, layout)
    if article.statements:
        yield from _heading(
            f"Who said what: {plural(len(article.statements), 'statement')}", layout
        )
    for saying in view.sayings(article):
        yield from _saying(saying, article, layout)


def _about(article: Article, layout: Layout) -> Iterator[str]:
    told = [f"{name} {value}" for name, value in view.facts(article)]
    told += [f"not told: {view.not_told(article)}"] if view.not_told(article) else []
    told += [f"language {article.language}", *filter(None, [article.path, article.url])]
    yield from layout.paragraph(" · ".join(told), first="    ", indent="    ")


def _heading(text: str, layout: Layout) -> Iterator[str]:
    yield ""
    yield layout.strong(f"  {text}")


def _run(run: view.Run, article: Article, layout: Layout) -> list[str]:
    """The first and last words of a run of regions, how many there are, and why."""
    first, last = run.pieces[0].segments, run.pieces[-1].segments
    count = f"{len(run.pieces)} lines: " if len(run.pieces) > 1 else ""
    words = _short(article.quote(first[0].start, first[-1].end), _GLIMPSE)
    if len(run.pieces) > 1:
        words += f" … {_short(article.quote(last[0].start, last[-1].end), _GLIMPSE)}"
    reason = f" ({run.reason})" if run.reason else ""
    return layout.item(f"    {run.kind:<11}", f"{count}{words}{reason}")


def _saying(saying: view.Saying, article: Article, layout: Layout) -> Iterator[str]:
    """Speaker first, then how it is told, and in the next line what was said."""
    statement = saying.statement
    name = view.speaker(statement, article)
    yield from (layout.strong(line) for line in layout.item(f"  {saying.number:>3}.", name))
    yield from (layout.faint(line) for line in layout.item("      ", _manner(saying, article)))
    text = _short(view.content(statement, article), _SHOWN)
    yield from layout.item("      ", quoted(text) if statement.kind == "direct" else text)


def _manner(saying: view.Saying, article: Article) -> str:
    statement = saying.statement
    parts = [view.manner(statement)]
    if statement.cue:
        parts.append(f"“{one_line(article.quote(*statement.cue))}”")
    if statement.speaker and view.full_name(statement.speaker, article):
        parts.append(f"named “{view.speaker_words(statement.speaker, article)}”")
    if statement.via:
        parts.append(f"via {', '.join(statement.via)}")
    return ", ".join([*parts, *filter(None, [saying.sentence])])


def _story(story: InspectedStory, texts: dict[str, str], layout: Layout) -> Iterator[str]:
    yield layout.strong(f"Story {story.id} {markers(story.members)}")
    for event in story.events:
        label = "main event:" if event.main else "other event:"
        day = f" ({event.date})" if event.date else ""
        yield from layout.item(f"  {label}", f"{event.label}{day} {markers(event.sources)}")
    for origin in story.origins:
        name = f"{origin_name(origin)} {markers(origin.sources)}"
        yield from layout.item("  origin:", f"{name}: {origin.basis}")
    for conflict in story.conflicts:
        yield from layout.item("  conflict:", f"{conflict.topic} ({conflict.slot})")
        yield from _readings(conflict.readings, layout)
    for revision in story.revisions:
        topic = f"{revision.topic} ({revision.slot}), by {revision.outlet}"
        yield from layout.item("  revision:", topic)
        yield from _readings(revision.readings, layout)
    for variant in story.variants:
        yield from layout.item("  one statement in several wordings:", variant.speaker)
        for each in variant.sentences:
            yield from layout.item(f"    {each}", _short(texts.get(each, ""), _SHOWN))


def _readings(readings: Sequence[Reading], layout: Layout) -> Iterator[str]:
    for each in readings:
        as_of = f", as of {each.as_of}" if each.as_of else ""
        yield from layout.item("    -", f"{each.value} {markers(view.sources(each))}{as_of}")


def _short(text: str, most: int) -> str:
    line = one_line(text[: 2 * most])
    return line if len(line) <= most else f"{line[:most]}…"
