"""One feed: whether it is asked, what it answers, when it is asked again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.digest.fetching.asking import SHORT_WAIT, is_busy
from summarizer.digest.fetching.feeds import Feed, parse_feed
from summarizer.digest.fetching.freshness import after_failure, next_poll, wait_told
from summarizer.digest.fetching.memory import Entry, FeedRecord, Validators
from summarizer.digest.model import Problem
from summarizer.errors import InputError
from summarizer.read.web.failures import PASSING, refused
from summarizer.read.web.target import shown, target

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from summarizer.digest.fetching.asking import Asking
    from summarizer.read.web.fetch import Fetched

_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
    " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
)
# Characters of a validator that is sent back; what is longer is no validator but a tracker.
_LONGEST = 500
_ATTEMPTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What came of a feed: its record as it is to be kept, its new entries, and what went wrong.

    `notice` is what people should know although nothing is wrong.
    """

    record: FeedRecord
    entries: tuple[Entry, ...] = ()
    problem: Problem | None = None
    notice: str | None = None


def poll(address: str, before: FeedRecord | None, asking: Asking, floor: float) -> Polled:
    """Ask a feed for what is new, if it may be asked now.

    Args:
        address: what the configuration says.
        before: how it was met last.
        asking: asks in turn.
        floor: seconds that lie at least between two polls.
    """
    now = asking.now
    record = before or FeedRecord(address=address, checked=now, next_poll=now)
    if record.gone:
        return Polled(record=record, problem=_gone(address))
    if now < record.next_poll:
        return Polled(record=record, problem=_waiting(record))
    try:
        fetched = _patiently(record, asking)
        return _answered(record, fetched, now, floor)
    except InputError as error:
        return _failed(record, error, {}, now, floor)


def _patiently(record: FeedRecord, asking: Asking) -> Fetched:
    """An answer, after a short wait if the server asks for one or fails once.

    Raises:
        InputError: there is none.
    """
    place = record.moved or record.address
    for attempt in range(1, _ATTEMPTS + 1):
        last = attempt == _ATTEMPTS
        try:
            fetched = asking.feed(place, _ACCEPT, record.validators)
        except InputError as error:
            if last or error.code not in PASSING - {"too-slow"}:
                raise
            continue
        wait = wait_told(fetched.headers, asking.now)
        seconds = wait.total_seconds() if wait else 0.0
        if last or not is_busy(fetched.status) or seconds > SHORT_WAIT:
            break
        asking.turns.rest(target(place).host, seconds)
    return fetched


def _answered(record: FeedRecord, fetched: Fetched, now: datetime, floor: float) -> Polled:
    if fetched.status == 410:
        gone = replace(record, gone=True, checked=now)
        notice = f"{shown(record.address)} is gone for good (410) and is not asked again"
        return Polled(record=gone, problem=_gone(record.address), notice=notice)
    if fetched.status not in (200, 304):
        error = refused(fetched.url, fetched.status)
        return _failed(record, error, fetched.headers, now, floor)
    if fetched.status == 304:
        feed = Feed(title=record.title)
    else:
        kind = fetched.headers.get("content-type", "")
        feed = parse_feed(fetched.body, fetched.url, kind, now)
    return _read(record, fetched, feed, now, floor)


def _read(record: FeedRecord, fetched: Fetched, feed: Feed, now: datetime, floor: float) -> Polled:
    """A feed that answered as a feed does."""
    moved = fetched.moved or record.moved
    kept = replace(
        record,
        moved=moved,
        validators=validators(fetched.headers, record.validators, fetched.status),
        checked=now,
        next_poll=next_poll(now, fetched.headers, feed, floor),
        failures=0,
        gone=feed.gone,
        title=feed.title,
    )
    notice = None
    if moved and moved != record.moved:
        notice = f"{shown(record.address)} has moved to {shown(moved)} for good"
    return Polled(record=kept, entries=feed.entries, notice=notice)


def validators(headers: Mapping[str, str], before: Validators, status: int) -> Validators:
    """Both validators of an answer; an unchanged one (304) may leave out what it gave before."""
    etag, modified = (headers.get(name, "") for name in ("etag", "last-modified"))
    found = Validators(
        etag=etag if 0 < len(etag) <= _LONGEST else None,
        last_modified=modified if 0 < len(modified) <= _LONGEST else None,
    )
    if status != 304:
        return found
    return Validators(
        etag=found.etag or before.etag, last_modified=found.last_modified or before.last_modified
    )


def _failed(
    record: FeedRecord, error: InputError, headers: Mapping[str, str], now: datetime, floor: float
) -> Polled:
    """A feed that brought nothing; one that moved and is lost is looked for at its old place."""
    lost = error.code in ("page-missing", "page-refused", "no-feed", "host-unknown")
    failures = record.failures + 1
    kept = replace(
        record,
        moved=None if lost else record.moved,
        checked=now,
        next_poll=after_failure(now, headers, failures, floor),
        failures=failures,
    )
    problem = Problem(place=record.address, code=error.code, message=error.message)
    return Polled(record=kept, problem=problem)


def _gone(address: str) -> Problem:
    message = f"{shown(address)} is gone for good; take it out of the sources"
    return Problem(place=address, code="gone", message=message)


def _waiting(record: FeedRecord) -> Problem | None:
    """A feed that failed and must not be asked yet; one that is merely fresh is no problem."""
    if not record.failures:
        return None
    when = record.next_poll.isoformat(timespec="minutes")
    message = (
        f"{shown(record.address)} failed {record.failures} times and is not asked before {when}"
    )
    return Problem(place=record.address, code="waiting", message=message)
