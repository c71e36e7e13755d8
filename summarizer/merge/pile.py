"""Articles with their sentences prepared once, for all that is asked of them together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.merge.copies.duplicates import common_text, copies_among
from summarizer.merge.grouping.related import profile, related
from summarizer.merge.passages import passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.merge.copies.duplicates import Shares
    from summarizer.merge.grouping.related import Profile
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.story import Duplicate, Membership


class Pile:
    """Articles, of which any may be asked about together; each is prepared at most once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Take articles with different ids."""
        self.articles = tuple(articles)
        self._by_id = {article.id: article for article in articles}
        self._passages: dict[str, list[Passage]] = {}
        self._profiles: dict[str, Profile] = {}

    def passages(self, articles: Sequence[Article]) -> list[Passage]:
        """The body sentences of some of its articles."""
        return [each for article in articles for each in self._of(article)]

    def among(self, names: Sequence[str]) -> list[Article]:
        """The articles with these ids."""
        return [self._by_id[name] for name in names]

    def stories(self, articles: Sequence[Article] | None = None) -> tuple[Membership, ...]:
        """Its articles, or some of them, in groups that have something in common."""
        asked = self.articles if articles is None else articles
        for each in asked:
            if each.id not in self._profiles:
                self._profiles[each.id] = profile(each.title, self._of(each))
        return related([(each.id, self._profiles[each.id]) for each in asked])

    def duplicates(self) -> tuple[Duplicate, ...]:
        """Groups of articles that carry one text, in the same words or retold."""
        return copies_among(self.articles, self._shares)

    def shares(self, articles: Sequence[Article]) -> Shares:
        """For each of these articles, those among them with which it has text in common."""
        inside = {each.id for each in articles}
        return {
            name: {other: each for other, each in near.items() if other in inside}
            for name, near in self._shares.items()
            if name in inside
        }

    @cached_property
    def _shares(self) -> Shares:
        return common_text(self.passages(self.articles))

    def _of(self, article: Article) -> list[Passage]:
        if article.id not in self._passages:
            self._passages[article.id] = passages([article])
        return self._passages[article.id]
