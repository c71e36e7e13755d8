"""A neutral headline from the articles' own titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.summary import Headline
from summarizer.write.passages import cite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.story import Story
    from summarizer.write.passages import Passage


def headlines(story: Story, sentences: Mapping[str, Passage]) -> list[Headline]:
    """Headlines to try, the best first."""
    first = next(iter(sentences.values()))
    title = next((a.title for a in story.articles if a.title), first.text)
    return [Headline(text=title, citations=(cite(first),))]
