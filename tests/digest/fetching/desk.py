"""Collects from sites on loopback again and again, with one memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.digest.fetching.collect import collect
from summarizer.digest.fetching.memory import MemoryOfOneRun
from tests.digest.fetching.newsroom import LIMITS, NOW, SINCE, feed, item, page, source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.digest.model import Collected, FeedSource
    from tests.web_server import WebServer


class Desk:
    """Collects again and again, with one memory."""

    def __init__(self) -> None:
        self.memory = MemoryOfOneRun()
        self.notices: list[str] = []

    def collect(
        self,
        *sources: FeedSource,
        hours: float = 0,
        most: int = 100,
        since: dt.datetime | None = SINCE,
    ) -> Collected:
        now = NOW + dt.timedelta(hours=hours)
        limits = replace(LIMITS, articles_per_feed=most)
        return collect(sources, self.memory, now, limits, self.notices.append, since=since)


def titles(collected: Collected) -> list[str | None]:
    return [each.title for each in collected.items]


def codes(collected: Collected) -> list[str]:
    return [each.code for each in collected.problems]


def serve_stories(server: WebServer, numbers: Sequence[int]) -> FeedSource:
    """Pages, and a feed that names them."""
    for number in numbers:
        server.give(f"/{number}", page(number))
    return source(server.give("/feed", feed(item(f"/{number}") for number in numbers)))
