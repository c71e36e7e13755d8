"""Stories of invented articles, read and merged, for the tests of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import merge
from summarizer.read import article
from summarizer.read.raw import Given, Raw

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.story import Story


def told(*sources: tuple[str, str | None, str]) -> Story:
    """The story of articles given as outlet, day of publication and text with a title line."""
    return merge([_article(n, *source) for n, source in enumerate(sources, 1)])


def _article(number: int, outlet: str, published: str | None, text: str) -> Article:
    given = Given(outlet=outlet, published=published)
    return article(
        f"s{number}", Raw(text=text, path=f"{number}.txt", sha256=f"{number}", given=given)
    )


def conflicts(story: Story) -> list[tuple[str, list[str]]]:
    """The slot and the values of each conflict."""
    return [(each.slot, [r.value for r in each.readings]) for each in story.disputes]
