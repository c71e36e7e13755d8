"""What has to hold of articles before anything is made of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article


def require_articles(articles: Sequence[Article]) -> None:
    """At least one article, and ids that tell them apart.

    Raises:
        UsageError: there is none, or two have the same id.
    """
    if not articles:
        raise UsageError("no-input", "no article was given", "name at least one file or folder")
    require_distinct(articles)


def require_distinct(articles: Sequence[Article]) -> None:
    """Ids that tell articles apart; those of two calls of `read` do not.

    Raises:
        UsageError: two articles have the same id.
    """
    for article_id, count in Counter(article.id for article in articles).items():
        if count > 1:
            raise UsageError(
                "same-id",
                f"{count} articles have the id {article_id}",
                "read all of them in one call of read(), which numbers them",
            )
