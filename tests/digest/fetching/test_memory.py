"""The memory of one run keeps what it is given, by its keys."""

from __future__ import annotations

import datetime as dt

from summarizer.digest.fetching.memory import FeedRecord, MemoryOfOneRun, RobotsRecord

NOW = dt.datetime(2026, 11, 21, 6, tzinfo=dt.UTC)


def test_a_record_replaces_the_one_before() -> None:
    memory = MemoryOfOneRun()
    first = FeedRecord(address="http://a.example/feed", checked=NOW, next_poll=NOW)
    second = FeedRecord(address="http://a.example/feed", checked=NOW, next_poll=NOW, failures=2)
    memory.keep_feed(first)
    memory.keep_feed(second)
    assert memory.feed("http://a.example/feed") == second
    assert memory.feed("http://b.example/feed") is None


def test_robots_are_kept_by_origin() -> None:
    memory = MemoryOfOneRun()
    closed = RobotsRecord(origin="https://a.example:443", text=None, expires=NOW)
    memory.keep_robots(closed)
    assert memory.robots("https://a.example:443") == closed
    assert memory.robots("http://a.example:80") is None
