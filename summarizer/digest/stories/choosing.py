"""The stories that a digest tells, the most important first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.digest.model import Pick, Selection, articles_of
from summarizer.digest.stories.groups import Group, grouped
from summarizer.errors import NoCommonStory
from summarizer.pipeline.stories import common_story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.digest.model import Item, PastStory
    from summarizer.digest.settings import Job

# Independent origins count double: ten outlets that carry one agency's text are one voice.
_ORIGIN, _OUTLET = 2.0, 1.0
# What a story that goes on is worth, at least, of a new one; more by its share of fresh articles.
_OLD = 0.5
# Articles of one story that are told, the newest of them.
_MOST = 40


def choose(
    items: Sequence[Item], job: Job, past: Sequence[PastStory]
) -> tuple[tuple[Pick, ...], Selection]:
    """The stories to tell of these items, the best first, and what was left out.

    A story needs `min_outlets` outlets and `min_origins` origins, now or before; one that was told
    before needs an article that is new, or has another text. At most `job.max_stories` are told.
    """
    groups = grouped(items, past)
    reported = [group for group in groups if len(group.outlets) >= job.min_outlets]
    found = [_pick(group) for group in reported if group.fresh]
    picks = [pick for pick in found if pick.origins >= job.min_origins]
    ranked = sorted(picks, key=lambda pick: (-pick.score, pick.story))
    return tuple(ranked[: job.max_stories]), Selection(
        articles=len(items),
        stories=len(groups),
        few_outlets=len(groups) - len(reported),
        nothing_new=len(reported) - len(found),
        few_origins=len(found) - len(picks),
        beyond=len(picks[job.max_stories :]),
        min_outlets=job.min_outlets,
        min_origins=job.min_origins,
        max_stories=job.max_stories,
    )


def _pick(group: Group) -> Pick:
    items = group.items[-_MOST:]
    new = len(group.fresh) / len(group.items)
    origins, outlets = _origins(group, items), group.outlets
    value = _ORIGIN * origins + _OUTLET * len(outlets)
    return Pick(
        story=group.story,
        title=next((item.title for item in items if item.title), ""),
        items=_with_earlier(group, items),
        outlets=outlets,
        origins=origins,
        score=round(value * (1.0 if group.before is None else _OLD + (1 - _OLD) * new), 3),
        continues=group.before.period if group.before else None,
    )


def _with_earlier(group: Group, items: Sequence[Item]) -> tuple[str, ...]:
    """The ids of these items, behind those of the digest before that are no longer in the window.

    So a story that goes on is told as a whole, and a correction by one outlet is one.
    """
    ids = tuple(item.id for item in items)
    earlier = group.before.items if group.before else ()
    return (*(each for each in earlier if each not in ids), *ids)[-_MOST:]


def _origins(group: Group, items: Sequence[Item]) -> int:
    """How many independent origins stand behind a group, copies left out; before counts too."""
    told = len(group.before.summary.origins) if group.before else 1
    try:
        story = common_story(articles_of(items))
    except NoCommonStory:  # then it cannot be told either, and the digest says so
        return told
    return max(told, len(story.origins))
