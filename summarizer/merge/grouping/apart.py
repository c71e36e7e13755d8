"""Whether articles that are given as one story tell several, each in two or more articles.

Sorting (`sorter`) alone would part 2 of 35 true stories of four or more articles like that, those
whose articles tell of different sides of one event. So the stories that it finds are joined again
while their articles are as alike in their words as articles on one event are.
"""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from summarizer.merge.grouping.group import group_articles
from summarizer.merge.grouping.related import likeness, profile
from summarizer.merge.passages import passages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.merge.grouping.related import Profile
    from summarizer.model.article import Article

# Mean cosine of the words of two stories' articles from which they are one. The two true stories
# that sorting parts have .22 and .29; of 136 pairs of the committed stories none has more than .15,
# of 45 pairs of public stories in several articles one has .18.
ALIKE = 0.18


def stories_apart(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles of each story told by several of them, none if it is one story."""
    found = [each.members for each in group_articles(articles).stories if len(each.members) > 1]
    if len(found) < 2:
        return ()
    profiles = {each.id: profile(each.title, passages([each])) for each in articles}
    stories: list[tuple[str, ...]] = []
    for members in found:
        near = [each for each in stories if _alike(each, members, profiles)]
        rest = [each for each in stories if each not in near]
        stories = [*rest, tuple(name for each in (*near, members) for name in each)]
    return tuple(stories) if len(stories) > 1 else ()


def _alike(one: Sequence[str], other: Sequence[str], profiles: dict[str, Profile]) -> bool:
    return fmean(likeness(profiles[a], profiles[b]) for a in one for b in other) >= ALIKE
