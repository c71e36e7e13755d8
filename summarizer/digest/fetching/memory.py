"""What fetching remembers between runs, so that no server is asked twice for the same.

`FetchMemory` is what a store of state offers. Calls come from several threads, one at a time. Who
collects keeps an article's page before the record of the feed that named it: after a crash in
between the feed is read again, and nothing that it named is lost.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime  # noqa: TC003  (the codec reads the type hints)
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from summarizer.digest.model import Item

PageState = Literal["read", "failed", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave with a page to ask later whether it has changed (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as a feed names it.

    `address` is absolute, of http or https; an entry without a link has the feed's address with a
    fragment of its own, and `linked` is False. `content` is the full text as HTML where the feed
    carries it. Times are ISO 8601, because entries are kept as JSON.
    """

    address: str
    linked: bool
    title: str | None
    published: str | None
    updated: str | None
    content: str | None
    outlet: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRecord:
    """A feed as it was met last.

    `address` is what the configuration says and the key, `moved` where the feed went for good.
    `next_poll` is the first moment at which it may be asked again, `failures` how often it failed
    in a row. A feed that is `gone` (410) is not asked again. `pending` are entries whose pages
    could not be had yet: an unchanged feed (304) does not name them again.
    """

    address: str
    moved: str | None = None
    validators: Validators = Validators()
    checked: datetime
    next_poll: datetime
    failures: int = 0
    gone: bool = False
    title: str | None = None
    pending: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """The page of an article as it was met last; `id` is the id of its item and the key.

    `entry` is a digest of what the feed said of it: another one is a reason to look again.
    `revision` is that of the item, None where no text was ever had. `first_seen` never changes; a
    store that forgets it takes an old article that comes back without a date for a new one.
    """

    id: str
    address: str
    state: PageState
    validators: Validators = Validators()
    checked: datetime
    next_fetch: datetime
    entry: str
    revision: str | None
    published: datetime | None
    first_seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsRecord:
    """The robots.txt of an origin (`https://host:port`), the key; None: "everything is closed"."""

    origin: str
    text: str | None
    expires: datetime


class FetchMemory(Protocol):
    """What is remembered; keeping replaces what was kept under the same key."""

    def feed(self, address: str) -> FeedRecord | None:
        """The record of a feed by the address that the configuration gives."""

    def keep_feed(self, record: FeedRecord) -> None:
        """Remember a feed."""

    def page(self, item_id: str) -> PageRecord | None:
        """The record of an article's page by the id of its item."""

    def keep_page(self, record: PageRecord, item: Item | None) -> None:
        """Remember a page, and in the same transaction the item where it is new or has changed."""

    def robots(self, origin: str) -> RobotsRecord | None:
        """The robots.txt of an origin."""

    def keep_robots(self, record: RobotsRecord) -> None:
        """Remember a robots.txt."""


class MemoryOfOneRun:
    """A `FetchMemory` that ends with the process, for uses without a store of state."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self.feeds: dict[str, FeedRecord] = {}
        self.pages: dict[str, PageRecord] = {}
        self.items: dict[str, Item] = {}
        self.files: dict[str, RobotsRecord] = {}

    def feed(self, address: str) -> FeedRecord | None:
        """The record of a feed by the address that the configuration gives."""
        return self.feeds.get(address)

    def keep_feed(self, record: FeedRecord) -> None:
        """Remember a feed."""
        self.feeds[record.address] = record

    def page(self, item_id: str) -> PageRecord | None:
        """The record of an article's page by the id of its item."""
        return self.pages.get(item_id)

    def keep_page(self, record: PageRecord, item: Item | None) -> None:
        """Remember a page, and the item where it is new or has changed."""
        self.pages[record.id] = record
        if item is not None:
            self.items[item.id] = item

    def robots(self, origin: str) -> RobotsRecord | None:
        """The robots.txt of an origin."""
        return self.files.get(origin)

    def keep_robots(self, record: RobotsRecord) -> None:
        """Remember a robots.txt."""
        self.files[record.origin] = record


class OneAtATime:
    """A `FetchMemory` whose calls wait for each other."""

    def __init__(self, memory: FetchMemory) -> None:
        """Guard a memory."""
        self._memory = memory
        self._lock = threading.Lock()

    def feed(self, address: str) -> FeedRecord | None:
        """The record of a feed by the address that the configuration gives."""
        with self._lock:
            return self._memory.feed(address)

    def keep_feed(self, record: FeedRecord) -> None:
        """Remember a feed."""
        with self._lock:
            self._memory.keep_feed(record)

    def page(self, item_id: str) -> PageRecord | None:
        """The record of an article's page by the id of its item."""
        with self._lock:
            return self._memory.page(item_id)

    def keep_page(self, record: PageRecord, item: Item | None) -> None:
        """Remember a page, and the item where it is new or has changed."""
        with self._lock:
            self._memory.keep_page(record, item)

    def robots(self, origin: str) -> RobotsRecord | None:
        """The robots.txt of an origin."""
        with self._lock:
            return self._memory.robots(origin)

    def keep_robots(self, record: RobotsRecord) -> None:
        """Remember a robots.txt."""
        with self._lock:
            self._memory.keep_robots(record)
