"""What a site's robots.txt allows (RFC 9309, read by protego)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from protego import Protego

from summarizer.digest.fetching.memory import RobotsRecord
from summarizer.errors import InputError
from summarizer.read.web.failures import PASSING
from summarizer.read.web.policy import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from summarizer.read.web.fetch import Fetched
    from summarizer.read.web.target import Target

# RFC 9309 (2.4, 2.5): a copy is good for a day, and no more than 500 kB need be read.
_KEPT = timedelta(days=1)
_KEPT_CLOSED = timedelta(hours=1)
_LONGEST = 500 << 10
_SLOWEST = 30.0  # seconds between two requests; who wants longer pauses gets these


class Robots:
    """The rules of one origin for this product."""

    def __init__(self, record: RobotsRecord) -> None:
        """Read them."""
        self._rules = None if record.text is None else Protego.parse(record.text)

    def allows(self, url: str) -> bool:
        """Whether an address may be fetched."""
        return self._rules is not None and self._rules.can_fetch(url, PRODUCT)

    @property
    def delay(self) -> float:
        """The seconds between two requests that the site wishes, 0 if it says nothing."""
        wished = self._rules.crawl_delay(PRODUCT) if self._rules else None
        return min(max(0.0, wished or 0.0), _SLOWEST)


def ask_robots(place: Target, now: datetime, ask: Callable[[str], Fetched]) -> RobotsRecord:
    """The robots.txt of an origin as it is now.

    A site that has none (4xx) is open; one that cannot tell (5xx, no answer) is closed for an hour.
    """
    try:
        fetched = ask(f"{place.origin}/robots.txt")
    except InputError as error:
        return _record(place, now, text=None if error.code in PASSING else "")
    if fetched.status >= 500 or fetched.status == 429:
        return _record(place, now, text=None)
    body = fetched.body[:_LONGEST] if fetched.status == 200 else b""
    return _record(place, now, text=body.decode("utf-8-sig", "replace").replace("\0", ""))


def _record(place: Target, now: datetime, *, text: str | None) -> RobotsRecord:
    kept = _KEPT_CLOSED if text is None else _KEPT
    return RobotsRecord(origin=place.origin, text=text, expires=now + kept)
