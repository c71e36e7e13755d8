"""A site of an invented newspaper on loopback: feeds in every format, pages, a robots.txt."""

from __future__ import annotations

import datetime as dt
import json
from email.utils import format_datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from summarizer.digest.model import FeedSource
from summarizer.digest.settings import FetchSettings
from tests.web_server import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarizer.digest.model import SourceKind

NOW = dt.datetime(2026, 11, 21, 6, tzinfo=dt.UTC)
SINCE = NOW - dt.timedelta(hours=24)
LIMITS = FetchSettings(delay=0.0, timeout=5.0, allow_private_network=True)
PLACES = ("Ostermole", "Port Ansel", "Belm", "Corva", "Lunden")


def hours_ago(hours: float) -> str:
    return format_datetime(NOW - dt.timedelta(hours=hours), usegmt=True)


def story(number: int = 0, more: str = "") -> str:
    """The paragraphs of an article; another number tells of another place."""
    place = PLACES[number % len(PLACES)]
    return (
        f"<p>The harbour bridge of {place} was closed on Monday after engineers found crack number "
        f"{number} in a pier, the city said. Traffic was sent through the old town, and the buses "
        "ran every twenty minutes.</p><p>“Nobody was in danger,” mayor Ilse Brandt said. The ferry "
        f"will run twice an hour until the pier of {place} has been strengthened, she added."
        f"{more}</p>"
    )


def page(number: int = 0, more: str = "", **settings: Any) -> Page:  # noqa: ANN401  (fields of Page)
    html = (
        f"<html><head><title>Bridge {number}</title></head><body><article><h1>Bridge {number} of"
        f" {PLACES[number % len(PLACES)]} closed</h1>{story(number, more)}</article></body></html>"
    )
    return Page(body=html.encode(), **settings)


def item(
    link: str | None,
    title: str | None = "Bridge closed",
    hours: float | None = 2,
    more: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """An item of RSS, published so many hours ago."""
    fields = {"title": title, "link": link, **more}
    if hours is not None:
        fields["pubDate"] = hours_ago(hours)
    inner = "".join(
        f"<{name}>{value}</{name}>" for name, value in fields.items() if value is not None
    )
    return f"<item>{inner}</item>"


def rss(items: Iterable[str], title: str = "The Harbour Courier", head: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><language>en</language>{head}{''.join(items)}</channel></rss>"
    ).encode()


def feed(items: Iterable[str], **settings: Any) -> Page:  # noqa: ANN401  (fields of Page)
    given = {"kind": "application/rss+xml", "body": rss(items), **settings}
    return Page(**given)


def json_feed(items: Iterable[dict[str, object]], **more: object) -> bytes:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Courier",
        "items": [*items],
        **more,
    }
    return json.dumps(document).encode()


def source(address: str, kind: SourceKind = "feed", outlet: str | None = None) -> FeedSource:
    return FeedSource(kind=kind, place=address, outlet=outlet)
