"""The whole of merging: one story out of articles that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge.align import align
from summarizer.merge.duplicates import duplicates
from summarizer.merge.passages import passages
from summarizer.model.story import Fact, Story
from summarizer.model.summary import Event, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Article


def merge(articles: Sequence[Article]) -> Story:
    """One story out of articles that belong together."""
    found = passages(articles)
    groups = [tuple(found[n].id for n in group) for group in align(found)]
    article_of = {each.id: each.article for each in found}
    origins = {
        article.id: Origin(
            id=f"o{n}",
            name=article.outlet or article.title or article.id,
            kind="outlet" if article.outlet else "report",
            sources=(article.id,),
            basis="the article's own text",
        )
        for n, article in enumerate(articles, 1)
    }
    main = Event(
        id="e1",
        label=next((article.title for article in articles if article.title), "the event"),
        sources=tuple(article.id for article in articles),
        main=True,
    )
    facts = tuple(
        Fact(
            id=f"f{n}",
            sentences=group,
            origins=tuple(dict.fromkeys(origins[article_of[each]].id for each in group)),
            event=main.id,
        )
        for n, group in enumerate(groups, 1)
    )
    return Story(
        articles=tuple(articles),
        events=(main,),
        origins=tuple(origins.values()),
        facts=facts,
        disputes=(),
        duplicates=duplicates(articles),
        exclusions=(),
    )
