"""A digest as Markdown: one section a story, with its sentences, sources and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.digest.documents.wording import notes, since, title, told, unread, untold
from summarizer.render import markdown
from summarizer.render.markdown import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.digest.model import Digest, DigestStory


def text(digest: Digest) -> str:
    """The whole document."""
    return "\n".join(_lines(digest)) + "\n"


def _lines(digest: Digest) -> Iterator[str]:
    yield from (f"# {inline(title(digest))}", "", inline(told(digest)))
    for number, story in enumerate(digest.stories, 1):
        yield from ("", *_story(story, number))
    if digest.failed:
        yield from ("", "## Could not be told", "")
        yield from (f"- {inline(untold(each))}" for each in digest.failed)
    if digest.problems:
        yield from ("", "## Could not be read", "")
        yield from (f"- {inline(unread(each))}" for each in digest.problems)


def _story(story: DigestStory, number: int) -> Iterator[str]:
    """A story below its headline; what changed stands before its sentences."""
    whole = markdown.summary(story.summary, level=2, label=f"{number}.").rstrip("\n")
    headline, _, rest = whole.partition("\n")
    yield headline
    if since(story):
        yield from ("", f"*{inline(since(story))}*", "")
        for each in notes(story.changes):
            before = f" (before: {inline(each.before)})" if each.before else ""
            yield f"- **{each.kind}:** {inline(each.text)}{before}"
    yield rest
