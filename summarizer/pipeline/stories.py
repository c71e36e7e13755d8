"""Which of the articles given are one story, and why the others are left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.errors import NoCommonStory
from summarizer.merge import Pile, merge
from summarizer.model.story import Exclusion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import Membership, Story


def common_story(articles: Sequence[Article]) -> Story:
    """The story that most of the articles tell; the others are explained as excluded.

    Raises:
        NoCommonStory: no two of several articles belong together.
    """
    copies = _copies(articles)
    pile = Pile([article for article in articles if article.id not in copies])
    groups = pile.stories()
    main = max(groups, key=lambda each: len(each.members))
    if len(groups) > 1 and len(main.members) == 1:
        raise _nothing_in_common(articles, groups)
    story = merge(pile.among(main.members), pile)
    strange = "tells of something else than the other inputs"
    outside = tuple(
        Exclusion(
            source=article.id,
            reason=f"the same text as {copies[article.id]}" if article.id in copies else strange,
        )
        for article in articles
        if article.id not in main.members
    )
    return replace(story, exclusions=story.exclusions + outside)


def _copies(articles: Sequence[Article]) -> dict[str, str]:
    """Inputs whose body another one has word for word, with the id of the first such input."""
    first: dict[str, str] = {}
    found = {}
    for article in articles:
        body = "\n".join(article.text[each.start : each.end] for each in article.sentences)
        original = first.setdefault(body or article.id, article.id)
        if original != article.id:
            found[article.id] = original
    return found


def _nothing_in_common(articles: Sequence[Article], groups: Sequence[Membership]) -> NoCommonStory:
    titles = {
        article.id: article.title or article.path or article.url or article.id
        for article in articles
    }
    listed = "; ".join(
        f"{group.id}: {', '.join(titles[member] for member in group.members)}" for group in groups
    )
    return NoCommonStory(
        "no-common-story",
        f"the {len(articles)} inputs have nothing in common; stories found: {listed}",
        "give articles about one event, or use 'summarizer group' to sort them first",
    )
