"""Sources on this machine: folders of articles, and files that list addresses."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.digest.fetching.canonical import canonical, item_id
from summarizer.digest.fetching.memory import Entry, PageRecord
from summarizer.digest.fetching.pages import dated
from summarizer.digest.model import Item
from summarizer.errors import InputError
from summarizer.read import read
from summarizer.read.web.target import target

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.digest.fetching.memory import FetchMemory
    from summarizer.digest.model import FeedSource
    from summarizer.model.article import Article

_LARGEST = 1 << 20  # bytes of a list


def folder_items(
    source: FeedSource, memory: FetchMemory, now: datetime, since: datetime | None
) -> tuple[Item, ...]:
    """The articles of a folder that are new or have changed; they are kept.

    Raises:
        InputError: the folder or one of its files cannot be read.
    """
    found = []
    for article in read([source.place]):
        item = _item(source, article, memory, now)
        if item is not None and (since is None or (item.published or item.first_seen) >= since):
            memory.keep_page(_record(item, now), item)
            found.append(item)
    return tuple(found)


def listed(source: FeedSource) -> tuple[Entry, ...]:
    """The addresses that a file lists, one a line; lines that start with # are passed over.

    Raises:
        InputError: the file cannot be read, or a line is no address.
    """
    path = Path(source.place)
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as reason:
        told = f"{source.place} cannot be read: {getattr(reason, 'strerror', None) or 'no UTF-8'}"
        raise InputError("unreadable", told, "give a text file with an address a line") from reason
    lines = (line.strip() for line in text.splitlines())
    return tuple(_entry(line) for line in dict.fromkeys(lines) if line and line[0] != "#")


def _entry(address: str) -> Entry:
    return Entry(
        address=target(address).url,
        linked=True,
        title=None,
        published=None,
        updated=None,
        content=None,
        outlet=None,
        language=None,
    )


def _item(source: FeedSource, article: Article, memory: FetchMemory, now: datetime) -> Item | None:
    """The item of an article; None where this very text is known."""
    url = article.url or (Path(source.place) / (article.path or "")).as_posix()
    whole = canonical(url) if article.url else url
    known = memory.page(item_id(whole))
    revision = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    if not article.sentences or (known is not None and known.revision == revision):
        return None
    return Item(
        id=item_id(whole),
        url=url,
        canonical=whole,
        source=source.place,
        outlet=source.outlet or article.outlet,
        title=article.title,
        published=dated(article),
        first_seen=known.first_seen if known else now,
        revision=revision,
        article=article,
    )


def _record(item: Item, now: datetime) -> PageRecord:
    return PageRecord(
        id=item.id,
        address=item.url,
        state="read",
        checked=now,
        next_fetch=now,
        entry=item.revision,
        revision=item.revision,
        published=item.published,
        first_seen=item.first_seen,
    )
