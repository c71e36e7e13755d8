"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import datetime as dt
import json
from html import escape
from typing import TYPE_CHECKING, Any

from summarizer.digest.fetching.feeds import Feed, link, moment, no_feed, stand_in, unique
from summarizer.digest.fetching.memory import Entry
from summarizer.digest.fetching.plain import line

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_ITEMS = 50_000


def parse_json_feed(data: bytes, url: str, now: dt.datetime) -> Feed:
    """The feed in these bytes; what does not have the type that the standard says is left out.

    Raises:
        InputError: it is no JSON Feed.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise no_feed(url, "broken JSON") from None
    version = str(found.get("version", "")) if isinstance(found, dict) else ""
    if "jsonfeed.org/version/" not in version:
        raise no_feed(url, "other JSON")
    title, language = line(found.get("title")), line(found.get("language"))
    items = found.get("items")
    listed = items[:_MOST_ITEMS] if isinstance(items, list) else []
    entries = (_entry(each, url, title, language, now) for each in listed)
    return Feed(
        title=title,
        language=language,
        gone=found.get("expired") is True,
        entries=unique(entries),
    )


def _entry(
    item: object, url: str, outlet: str | None, language: str | None, now: dt.datetime
) -> Entry | None:
    if not isinstance(item, dict):
        return None
    title, content = line(item.get("title")), _content(item)
    address = link(item.get("url"), url) or link(item.get("external_url"), url)
    if address is None and content is None:
        return None
    guid = item.get("id")
    return Entry(
        address=address or stand_in(url, str(guid) if guid else None, title, content),
        linked=address is not None,
        title=title,
        published=_date(item, "date_published", now) or _date(item, "date_modified", now),
        updated=_date(item, "date_modified", now),
        content=content,
        outlet=outlet,
        language=line(item.get("language")) or language,
    )


def _content(item: Mapping[str, Any]) -> str | None:
    html, text = item.get("content_html"), item.get("content_text")
    if isinstance(html, str) and html.strip():
        return html[:1_000_000]
    if isinstance(text, str) and text.strip():
        parts = (each for each in text[:1_000_000].split("\n") if each.strip())
        return "".join(f"<p>{escape(each)}</p>" for each in parts)
    return None


def _date(item: Mapping[str, Any], name: str, now: dt.datetime) -> str | None:
    value = item.get(name)
    try:
        when = dt.datetime.fromisoformat(value) if isinstance(value, str) else None
        aware = when.replace(tzinfo=when.tzinfo or dt.UTC) if when else None
        return moment(aware, now)
    except (ValueError, OverflowError):
        return None
