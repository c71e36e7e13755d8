"""Stories out of a pile of articles or items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.story import Grouping, Item, Membership

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.model.article import Article


def stories(articles: Sequence[Article], *, lenient: bool = True) -> tuple[Membership, ...]:
    """Which of the articles tell one story."""
    if not lenient:
        return tuple(
            Membership(id=f"t{n}", members=(each.id,)) for n, each in enumerate(articles, 1)
        )
    return (Membership(id="t1", members=tuple(each.id for each in articles)),)


def group_items(items: Iterable[Item]) -> Grouping:
    """The items sorted into stories."""
    return Grouping(
        stories=tuple(Membership(id=f"t{n}", members=(each.id,)) for n, each in enumerate(items, 1))
    )
