"""The events of a story: the main one, other articles' and those in the background of the main one.

The day of an event is that of the occasion, never that of the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge.events.background import background
from summarizer.merge.events.days import opening_day, usual_day
from summarizer.merge.events.labels import label, title
from summarizer.model.summary import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.merge.events.occasions import Occasion
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article


def timeline(
    articles: Sequence[Article],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
    apart: Sequence[Occasion],
) -> tuple[tuple[Event, ...], list[str]]:
    """The events, the main one first, and the event of each fact.

    `apart` are the articles of each occasion, those of the main event first.
    """
    by_id = {article.id: article for article in articles}
    events: list[Event] = []
    for each in apart:
        members = [by_id[name] for name in each.members]
        name = title(_fullest(members, passages, groups))
        events.append(_event(len(events) + 1, name, _day(members), each.members))
    home = {name: event.id for event in events for name in event.sources}
    event_of = [home[passages[group[0]].article] for group in groups]
    for aside in background([by_id[name] for name in apart[0].members], passages, groups):
        events.append(_event(len(events) + 1, aside.act, aside.day, aside.sources, aside.when))
        for n in aside.groups:
            event_of[n] = events[-1].id
    return tuple(events), event_of


def _event(
    number: int, act: str, day: str | None, sources: Sequence[str], when: str | None = None
) -> Event:
    return Event(
        id=f"e{number}",
        label=label(when, day, act),
        date=day,
        sources=tuple(sources),
        main=number == 1,
    )


def _day(articles: Sequence[Article]) -> str | None:
    """The ISO day that most of these articles open with, where it is known."""
    day = usual_day(opening_day(article) for article in articles)
    return day.date.isoformat() if day and day.date else None


def _fullest(
    articles: Sequence[Article], passages: Sequence[Passage], groups: Sequence[tuple[int, ...]]
) -> Article:
    """The article that shares most facts with the others; one with a title rather."""
    shared = dict.fromkeys((article.id for article in articles), 0)
    for group in groups:
        names = {passages[m].article for m in group} & shared.keys()
        for name in sorted(names):
            shared[name] += len(names) - 1
    return max(articles, key=lambda each: (bool(each.title), shared[each.id]))
