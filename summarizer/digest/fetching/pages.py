"""Entries into items: the page that a feed names, or the text that the feed carries."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

from summarizer.digest.fetching.asking import PASSING_HERE
from summarizer.digest.fetching.canonical import canonical, item_id
from summarizer.digest.fetching.freshness import fresh_for
from summarizer.digest.fetching.memory import Entry, PageRecord, PageState, Validators
from summarizer.digest.fetching.polling import validators
from summarizer.digest.model import Item, Problem
from summarizer.errors import InputError
from summarizer.read import article
from summarizer.read.files import Blob
from summarizer.read.load import load
from summarizer.read.raw import Given
from summarizer.read.web.failures import refused
from summarizer.read.web.page import ACCEPT, page_of, readable

if TYPE_CHECKING:
    from summarizer.digest.fetching.asking import Asking
    from summarizer.digest.model import FeedSource
    from summarizer.model.article import Article
    from summarizer.read.raw import Raw

# A page that the feed says nothing new of is looked at again after this long.
_RECHECK = timedelta(hours=6)
_RECHECK_FAILED = timedelta(hours=1)
_RECHECK_REFUSED = timedelta(days=7)


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An entry of a source, by the id of the item that it becomes."""

    source: FeedSource
    entry: Entry
    canonical: str
    id: str
    told: str
    published: datetime | None

    @property
    def host(self) -> str:
        """The host that has the page."""
        return self.entry.address.split("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What came of an offer.

    There is an item if there is a new or changed text. `again` says that the next run should try.
    """

    offer: Offer
    record: PageRecord
    item: Item | None = None
    problem: Problem | None = None
    again: bool = False


def offered(source: FeedSource, entry: Entry) -> Offer:
    """An entry with what it is known by."""
    whole = canonical(entry.address) if entry.linked else entry.address
    told = "\n".join(
        each or "" for each in (entry.title, entry.published, entry.updated, entry.content)
    )
    return Offer(
        source=source,
        entry=entry,
        canonical=whole,
        id=item_id(whole),
        told=hashlib.sha256(told.encode("utf-8", "replace")).hexdigest(),
        published=datetime.fromisoformat(entry.published) if entry.published else None,
    )


def is_wanted(
    offer: Offer, known: PageRecord | None, now: datetime, since: datetime | None
) -> bool:
    """Whether a page is to be looked at: it is not too old, and may be new or have changed."""
    first_seen = known.first_seen if known else now
    if since is not None and (offer.published or first_seen) < since:
        return False
    return known is None or known.entry != offer.told or known.next_fetch <= now


def look(offer: Offer, known: PageRecord | None, asking: Asking) -> Looked:
    """The text behind an entry.

    An article that is known keeps its text if its page cannot be had now; a new one is taken from
    the feed if that carries it.
    """
    try:
        return _page(offer, known, asking)
    except InputError as error:
        passing = error.code in PASSING_HERE
        if known is not None and known.revision is not None:
            return _kept(offer, known, asking.now, again=passing)
        return _from_feed(offer, known, asking.now, error)


def _page(offer: Offer, known: PageRecord | None, asking: Asking) -> Looked:
    """By the page.

    Raises:
        InputError: it cannot be had, or holds no article.
    """
    if not offer.entry.linked:
        raise InputError("no-page", f"{offer.entry.address} has no page of its own", "")
    before = known.validators if known and known.revision else Validators()
    fetched = asking.page(offer.entry.address, ACCEPT, before, readable)
    if fetched.status not in (200, 304):
        raise refused(fetched.url, fetched.status)
    fresh = max(fresh_for(fetched.headers, asking.now), _RECHECK)
    record = replace(
        _record(offer, known, asking.now, "read"),
        validators=validators(fetched.headers, before, fetched.status),
        next_fetch=asking.now + min(fresh, _RECHECK_REFUSED),
    )
    if fetched.status == 304:
        return Looked(offer=offer, record=record)
    return _read(offer, known, record, _article(page_of(fetched), offer))


def _from_feed(offer: Offer, known: PageRecord | None, now: datetime, error: InputError) -> Looked:
    """By what the feed carries; if it carries nothing, what is wrong with the page."""
    passing = error.code in PASSING_HERE
    try:
        if offer.entry.content:
            blob = _blob(offer.entry, offer.entry.content)
            record = _record(offer, known, now, "read")
            return _read(offer, known, record, _article(blob, offer))
    except InputError:
        pass  # what is wrong with the page says more
    record = _record(offer, known, now, "failed" if passing else "refused")
    problem = Problem(place=offer.entry.address, code=error.code, message=error.message)
    return Looked(offer=offer, record=record, problem=problem, again=passing)


def _kept(offer: Offer, known: PageRecord, now: datetime, *, again: bool) -> Looked:
    wait = _RECHECK_FAILED if again else _RECHECK
    return Looked(offer=offer, record=replace(known, checked=now, next_fetch=now + wait))


def _read(offer: Offer, known: PageRecord | None, record: PageRecord, found: Article) -> Looked:
    """A text: an item if it is new or differs from the one that is known."""
    revision = hashlib.sha256(found.text.encode("utf-8")).hexdigest()
    if known is not None and known.revision == revision:
        # the same text under a new date is an old article that came back
        same = replace(record, revision=revision, published=known.published)
        return Looked(offer=offer, record=same)
    published = offer.published or dated(found)
    item = Item(
        id=offer.id,
        url=found.url or offer.entry.address,
        canonical=offer.canonical,
        source=offer.source.place,
        outlet=found.outlet,
        title=found.title,
        published=published,
        first_seen=record.first_seen,
        revision=revision,
        article=found,
    )
    return Looked(
        offer=offer, record=replace(record, revision=revision, published=published), item=item
    )


def _record(offer: Offer, known: PageRecord | None, now: datetime, state: PageState) -> PageRecord:
    waits = {"read": _RECHECK, "failed": _RECHECK_FAILED, "refused": _RECHECK_REFUSED}
    return PageRecord(
        id=offer.id,
        address=offer.entry.address,
        state=state,
        checked=now,
        next_fetch=now + waits[state],
        entry=offer.told,
        revision=known.revision if known else None,
        published=offer.published,
        first_seen=known.first_seen if known else now,
    )


def _article(blob: Blob, offer: Offer) -> Article:
    """The article of a page, with what the feed says where the page says nothing.

    Raises:
        InputError: there is none.
    """
    raws = load(blob, None)
    found = article("s1", _completed(raws[0], offer))
    if len(raws) != 1 or not found.sentences:
        raise InputError("no-text", f"{blob.label} holds no article text", "")
    told = offer.entry.language
    if found.language == "und" and told and _LANGUAGE.fullmatch(told):
        return replace(found, language=told.lower())
    return found


def _completed(raw: Raw, offer: Offer) -> Raw:
    entry = offer.entry
    named = Given(outlet=offer.source.outlet)
    told = Given(title=entry.title, outlet=entry.outlet, published=entry.published)
    return replace(raw, given=named.over(raw.given.over(told)))


def _blob(entry: Entry, content: str) -> Blob:
    title = escape(entry.title or "")
    page = f"<html><body><article><h1>{title}</h1>{content}</article></body></html>"
    return Blob(
        label=entry.address,
        path=None,
        form="html",
        data=page.encode("utf-8", "replace"),
        url=entry.address,
        charset="utf-8",
    )


def dated(found: Article) -> datetime | None:
    """When an article says that it was published; a day without a time is its start in UTC."""
    try:
        when = datetime.fromisoformat(found.published) if found.published else None
    except ValueError:
        return None
    return when.replace(tzinfo=when.tzinfo or UTC) if when else None
