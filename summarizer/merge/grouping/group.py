"""Stories out of a pile that is given as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge.grouping.sorter import Sorter
from summarizer.model.story import Grouping, Item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.article import Article


def group_items(items: Iterable[Item]) -> Grouping:
    """Every item in exactly one story; stories and members in the order of the items."""
    sorter = Sorter()
    sorter.add(items)
    return Grouping(stories=sorter.stories())


def group_articles(articles: Iterable[Article]) -> Grouping:
    """The same for articles that were read: their titles and sentences are sorted."""
    return group_items(
        Item(
            id=article.id,
            title=article.title,
            text="\n".join(article.quote(each.start, each.end) for each in article.sentences),
            date=article.published,
            outlet=article.outlet,
        )
        for article in articles
    )
