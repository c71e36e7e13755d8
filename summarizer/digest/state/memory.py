"""What fetching remembers of a job's feeds, pages and robots.txt files, kept in the state."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import sqlalchemy as sa

from summarizer.digest.fetching.memory import FeedRecord, PageRecord, RobotsRecord
from summarizer.digest.state import items
from summarizer.digest.state.store import packed, unpacked
from summarizer.digest.state.tables import FETCHES
from summarizer.digest.state.times import written
from summarizer.model.codec import CodecError, decode, encode

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.digest.model import Item
    from summarizer.digest.state.store import Store

_Record = TypeVar("_Record", FeedRecord, PageRecord, RobotsRecord)


class StoredMemory:
    """A `FetchMemory` of one job; records that were looked at count as used at `now`."""

    def __init__(self, store: Store, job: str, now: datetime) -> None:
        """Remember what the state does."""
        self._store = store
        self._job = job
        self._now = now
        self._used: set[str] = set()

    def feed(self, address: str) -> FeedRecord | None:
        """The record of a feed by the address that the configuration gives."""
        return self._get(FeedRecord, "feed", address)

    def keep_feed(self, record: FeedRecord) -> None:
        """Remember a feed."""
        with self._store.begin() as connection:
            self._put(connection, "feed", record.address, record)

    def page(self, item_id: str) -> PageRecord | None:
        """The record of an article's page by the id of its item."""
        return self._get(PageRecord, "page", item_id)

    def keep_page(self, record: PageRecord, item: Item | None) -> None:
        """Remember a page, and in the same transaction the item where it is new or has changed."""
        with self._store.begin() as connection:
            self._put(connection, "page", record.id, record)
            if item is not None:
                items.keep(self._store, connection, self._job, item)

    def robots(self, origin: str) -> RobotsRecord | None:
        """The robots.txt of an origin."""
        return self._get(RobotsRecord, "robots", origin)

    def keep_robots(self, record: RobotsRecord) -> None:
        """Remember a robots.txt."""
        with self._store.begin() as connection:
            self._put(connection, "robots", record.origin, record)

    def flush(self) -> None:
        """Note which records are still of use, so that retention leaves them."""
        used = FETCHES.update().where(FETCHES.c.key == sa.bindparam("of"))
        rows = [{"of": key, "used": written(self._now)} for key in sorted(self._used)]
        if rows:
            with self._store.begin() as connection:
                connection.execute(used, rows)

    def _get(self, kind: type[_Record], name: str, key: str) -> _Record | None:
        whole = self._key(name, key)
        with self._store.read() as connection:
            query = sa.select(FETCHES.c.document).where(FETCHES.c.key == whole)
            document = connection.execute(query).scalar()
        if document is None:
            return None
        self._used.add(whole)
        try:
            return decode(kind, unpacked(document))
        except CodecError:  # kept by another version: it is asked again
            return None

    def _put(self, connection: sa.Connection, name: str, key: str, record: object) -> None:
        row = {
            "key": self._key(name, key),
            "used": written(self._now),
            "document": packed(encode(record)),
        }
        self._store.put(connection, FETCHES, row)

    def _key(self, name: str, key: str) -> str:
        return f"{self._job} {name} {key}"
