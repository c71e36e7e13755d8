"""Feeds into entries: RSS 0.9 to 2.0, RDF and Atom by feedparser, JSON Feed by our own reader."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import io
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.digest.fetching.harmless import harm
from summarizer.digest.fetching.memory import Entry
from summarizer.digest.fetching.plain import line, title_of, without_tags
from summarizer.errors import InputError
from summarizer.read.web.failures import too_large
from summarizer.read.web.target import linked, shown, target

if TYPE_CHECKING:
    from collections.abc import Mapping

# Characters of HTML from which a summary in a feed may be the article itself.
_FULL = 800
# Bytes: feedparser takes .7 s of CPU for a megabyte, 2 s if the XML is broken.
_LARGEST = 5 << 20
_MOST_CONTENT = 1_000_000  # characters
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says: its title and language, when to come again, and its entries in order.

    `ttl` is the time that it may be kept; `skip_hours` (0 to 23, GMT) and `skip_days` (0 is Monday)
    are those at which nothing new comes. A feed that is `gone` says that it has ended.
    """

    title: str | None = None
    language: str | None = None
    ttl: dt.timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    gone: bool = False
    entries: tuple[Entry, ...] = ()


def parse_feed(data: bytes, url: str, kind: str, now: dt.datetime) -> Feed:
    """The feed in these bytes.

    Args:
        data: the body of an answer.
        url: where it came from; links are relative to it.
        kind: its `Content-Type`.
        now: dates after tomorrow are none.

    Raises:
        InputError: it is no feed, or one that was made to keep readers busy.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        from summarizer.digest.fetching.json_feed import parse_json_feed  # noqa: PLC0415  (a circle)

        return parse_json_feed(data, url, now)
    if len(data) > _LARGEST:
        raise too_large(url, _LARGEST)
    if (what := harm(data)) is not None:
        raise no_feed(url, what)
    found = _parsed(data, url, kind)
    if not found.get("version") and not found.get("entries"):
        raise no_feed(url, "a page" if b"<html" in data[:2000].lower() else "something else")
    head = found.get("feed", {})
    title, language = title_of(_field(head, "title_detail")), line(_field(head, "language"))
    entries = (_entry(each, url, title, language, now) for each in found.get("entries", ()))
    return Feed(
        title=title,
        language=language,
        ttl=_minutes(_field(head, "ttl")),
        skip_hours=_hours(data),
        skip_days=_skipped_days(data),
        entries=unique(entries),
    )


def no_feed(url: str, what: str) -> InputError:
    """The error of an address that brings no feed."""
    return InputError(
        "no-feed",
        f"{shown(url)} is no feed but {what}",
        "look for the address of its RSS, Atom or JSON feed",
    )


def link(place: object, url: str) -> str | None:
    """The absolute address that a feed links to; None if that is none of http or https."""
    if not isinstance(place, str) or not place.strip():
        return None
    try:
        return linked(place, url).url
    except InputError:
        return None


def stand_in(url: str, *facts: str | None) -> str:
    """An address for an entry without one: the feed's, with a fragment that tells entries apart."""
    told = "\n".join(fact or "" for fact in facts)
    return f"{target(url).url}#entry-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def unique(entries: Any) -> tuple[Entry, ...]:  # noqa: ANN401  (any iterable of entries or None)
    """Entries with something to read, each address once, the first of them."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry is not None:
            found.setdefault(entry.address, entry)
    return tuple(found.values())


def moment(when: dt.datetime | None, now: dt.datetime) -> str | None:
    """A date as it is kept, None if it is more than a day ahead or of before the web."""
    if when is None or when > now + dt.timedelta(days=1) or when.year < 1990:
        return None
    return when.astimezone(dt.UTC).isoformat()


def _parsed(data: bytes, url: str, kind: str) -> dict[str, Any]:
    """What feedparser finds. It is given a stream, because it takes bytes for a file's name too."""
    import feedparser  # noqa: PLC0415  (.2 s)

    headers = {"content-location": url, "content-type": _true_kind(data, kind)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of its own fields
        try:
            found: dict[str, Any] = feedparser.parse(
                io.BytesIO(data),
                response_headers=headers,
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        except Exception:  # noqa: BLE001  (a parser of what anybody may write; it has no errors of its own)
            raise no_feed(url, "something that cannot be parsed") from None
    return found


def _true_kind(data: bytes, kind: str) -> str:
    """What a server says of a feed, but of UTF-8 that it is UTF-8, whatever anybody says."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return kind or "application/xml"
    return "application/xml; charset=utf-8"


def _entry(
    found: Mapping[str, Any], url: str, outlet: str | None, language: str | None, now: dt.datetime
) -> Entry | None:
    title, content = title_of(_field(found, "title_detail")), _content(found)
    address = link(_field(found, "link"), url)
    guid = _field(found, "id")
    if address is None and content is None:
        return None
    return Entry(
        address=address or stand_in(url, str(guid) if guid else None, title, content),
        linked=address is not None,
        title=title,
        published=moment(_date(found, "published") or _date(found, "updated"), now),
        updated=moment(_date(found, "updated"), now),
        content=content,
        outlet=_source(found) or outlet,
        language=language,
    )


def _source(found: Mapping[str, Any]) -> str | None:
    """The outlet that a feed of several names for an entry."""
    source = _field(found, "source")
    title = source.get("title") if isinstance(source, dict) else None
    return line(without_tags(title)) if isinstance(title, str) else None


def _content(found: Mapping[str, Any]) -> str | None:
    """The article that an entry carries whole, if it does."""
    parts = _field(found, "content")
    values = [each.get("value") for each in parts or () if isinstance(each, dict)]
    whole = max((each for each in values if isinstance(each, str)), key=len, default="")
    summary = _field(found, "summary")
    if not whole.strip() and isinstance(summary, str) and len(summary) >= _FULL:
        whole = summary
    return whole[:_MOST_CONTENT] if whole.strip() else None


def _field(found: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401  (whatever is there)
    """A field itself: feedparser's own look-up gives others in its place."""
    return dict.get(found, name) if isinstance(found, dict) else None


def _date(found: Mapping[str, Any], name: str) -> dt.datetime | None:
    parsed = _field(found, f"{name}_parsed")
    try:
        return dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _minutes(value: object) -> dt.timedelta | None:
    text = str(value or "").strip()
    return dt.timedelta(minutes=int(text)) if text.isdecimal() and len(text) <= 6 else None


# feedparser keeps the last of several <hour> and <day> elements only.
def _hours(data: bytes) -> frozenset[int]:
    listed = (int(each) % 24 for each in _listed(data, b"skipHours", rb"hour") if each.isdecimal())
    return frozenset(listed)


def _skipped_days(data: bytes) -> frozenset[int]:
    names = (each.strip().lower() for each in _listed(data, b"skipDays", rb"day"))
    return frozenset(_DAYS.index(name) for name in names if name in _DAYS)


def _listed(data: bytes, name: bytes, item: bytes) -> list[str]:
    found = re.search(rb"<%s\b[^>]{0,99}>(.{0,5000}?)</%s" % (name, name), data, re.DOTALL)
    values = re.findall(rb"<%s\b[^>]{0,99}>\s{0,9}(\w{1,12})" % item, found[1]) if found else []
    return [value.decode("ascii", "replace") for value in values]
