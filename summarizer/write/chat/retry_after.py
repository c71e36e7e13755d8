"""How long a server asks to wait before it is asked again."""

from __future__ import annotations

import math
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

# Seconds: a year, for ever to anybody who waits.
_LONGEST = 31_536_000.0


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait by a response's headers; None if they do not say.

    `Retry-After` (RFC 9110, 10.2.3) holds seconds or a moment, which is compared with the server's
    own `Date`; OpenAI also sends `retry-after-ms`. The names of `headers` ignore case.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _number(value)
    return seconds if seconds is not None else _until(value, headers.get("date"))


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return min(max(0.0, number), _LONGEST) if math.isfinite(number) else None


def _until(value: str | None, now: str | None) -> float | None:
    moment, sent = _moment(value), _moment(now)
    if moment is None or sent is None:
        return None
    try:
        return max(0.0, (moment - sent).total_seconds())
    except TypeError:  # one names a zone and the other does not
        return None


def _moment(value: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(value or "")
    except (ValueError, OverflowError):
        return None
