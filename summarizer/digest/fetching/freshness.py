"""When a feed or page may be asked again: what servers and feeds say, within reason."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from summarizer.write.chat.retry_after import retry_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.digest.fetching.feeds import Feed

# A server that says a year has been set up wrongly: a daily digest still looks.
_LONGEST_FRESH = timedelta(hours=12)
_LONGEST_BACK_OFF = timedelta(hours=6)
_LONGEST_WAIT = timedelta(days=7)
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s{0,3}=\s{0,3}\"?(\d{1,12})", re.IGNORECASE)
_NO_CACHE = re.compile(r"(?:^|[\s,])no-(?:cache|store)\b", re.IGNORECASE)


def fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta:
    """How long an answer may be used without asking again (RFC 9111, 4.2)."""
    control = headers.get("cache-control", "")
    if _NO_CACHE.search(control):
        return timedelta(0)
    told = _MAX_AGE.search(control)
    if told:
        age = headers.get("age", "")
        used = int(age) if age.isdecimal() and len(age) < 12 else 0
        return timedelta(seconds=max(0, min(int(told[1]) - used, 10**9)))
    expires = _moment(headers.get("expires"))
    return (
        max(timedelta(0), expires - (_moment(headers.get("date")) or now))
        if expires
        else (timedelta(0))
    )


def next_poll(now: datetime, headers: Mapping[str, str], feed: Feed, floor: float) -> datetime:
    """When a feed that answered may be asked again."""
    asked = max(fresh_for(headers, now), feed.ttl or timedelta(0))
    when = now + max(timedelta(seconds=floor), min(asked, _LONGEST_FRESH))
    for _ in range(24 * 7):  # hour by hour to the first that the feed does not skip
        at = when.astimezone(UTC)
        if at.hour not in feed.skip_hours and at.weekday() not in feed.skip_days:
            return when
        when = (at + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
    return now + timedelta(seconds=floor)  # it skips all hours of the week


def after_failure(
    now: datetime, headers: Mapping[str, str], failures: int, floor: float
) -> datetime:
    """When to ask again after so many failures in a row: as told, else ever later."""
    told = wait_told(headers, now)
    if told is not None:
        return now + max(timedelta(seconds=floor), min(told, _LONGEST_WAIT))
    back_off = timedelta(seconds=floor) * 2.0 ** min(failures - 1, 16)
    return now + min(back_off, max(_LONGEST_BACK_OFF, timedelta(seconds=floor)))


def wait_told(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long `Retry-After` asks to wait; a date counts from the server's clock, or ours."""
    dated = {"date": now.strftime("%a, %d %b %Y %H:%M:%S GMT"), **headers}
    seconds = retry_after(dated)
    return None if seconds is None else timedelta(seconds=seconds)


def _moment(value: str | None) -> datetime | None:
    try:
        found: datetime = parsedate_to_datetime(value or "")
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
