"""Near-duplicate articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.story import Duplicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article


def duplicates(articles: Sequence[Article]) -> tuple[Duplicate, ...]:
    """Articles with the same text."""
    by_text: dict[str, list[str]] = {}
    for article in articles:
        by_text.setdefault(article.sha256, []).append(article.id)
    return tuple(
        Duplicate(members=tuple(members), similarity=1.0)
        for members in by_text.values()
        if len(members) > 1
    )
