"""Times as the state keeps them: ISO 8601 in UTC, which sort as texts."""

from __future__ import annotations

from datetime import UTC, datetime


def written(moment: datetime) -> str:
    """A time as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """The time of a text."""
    return datetime.fromisoformat(text)
