"""Periods: the times at which a job is due, in its own time zone.

Where clocks change, times are those of Debian's cron: a time that the spring's change leaves out
comes at the first moment after it, one that the autumn's change repeats comes once.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from summarizer.digest.settings import MissedPolicy

# A period is late, but not missed, for so long: timers fire late and hosts start slowly.
GRACE = timedelta(minutes=15)
# Of a job that was away for years no more periods than these are caught up.
MOST = 100
# No clock is changed by more; so far around a change the calendar is looked at.
_CHANGE = timedelta(hours=3)


def period_name(moment: datetime) -> str:
    """The name of a period, which a folder may have too: 2026-11-21T0600+0100."""
    return moment.strftime("%Y-%m-%dT%H%M%z")


def period_moment(name: str) -> datetime:
    """The time that a period's name stands for.

    Raises:
        UsageError: it is no such name.
    """
    try:
        return datetime.strptime(name, "%Y-%m-%dT%H%M%z")
    except ValueError as reason:
        hint = "it looks like 2026-11-21T0600+0100; see 'summarizer digest history'"
        raise UsageError("bad-period", f"'{name}' is no period", hint) from reason


class Schedule:
    """The times of a cron expression of five fields in a time zone."""

    def __init__(self, expression: str, zone: ZoneInfo) -> None:
        """Read the expression.

        Raises:
            ValueError: it is none, or one of a time that never comes.
        """
        if len(expression.split()) != 5:
            message = "five fields are wanted: minute, hour, day, month, weekday"
            raise ValueError(message)
        self._expression = expression
        self._zone = zone
        if next(self._times(datetime(2026, 1, 1, tzinfo=UTC)), None) is None:
            message = "that time never comes"
            raise ValueError(message)

    def latest(self, now: datetime) -> datetime:
        """The last time at or before `now`."""
        return next(self.back(now))

    def back(self, now: datetime) -> Iterator[datetime]:
        """The times at or before `now`, the latest first."""
        return (each for each in self._times(now + _CHANGE, back=True) if each <= now)

    def following(self, moment: datetime) -> datetime:
        """The first time after `moment`."""
        return next(each for each in self._times(moment - _CHANGE) if each > moment)

    def _times(self, start: datetime, *, back: bool = False) -> Iterator[datetime]:
        from cronsim import CronSim, CronSimError  # noqa: PLC0415  (of the extra `digest`)

        local = start.astimezone(self._zone)
        try:
            times = CronSim(self._expression, local, reverse=back)
        except CronSimError as reason:
            raise ValueError(str(reason)) from reason
        # to UTC: Python compares times of one zone by their hands, and in autumn these go back
        return (_fixed(each) for each in times)


def _fixed(moment: datetime) -> datetime:
    """The same time with its offset for its zone, so that times compare as they follow."""
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()))


def due(
    schedule: Schedule, last: datetime | None, now: datetime, policy: MissedPolicy
) -> tuple[datetime, ...]:
    """The periods to make up for now, oldest first; `last` is the newest that is dealt with.

    Missed periods are left out ("skip"), but for the newest one ("latest"), or none is ("all", up
    to `MOST`). A clock that went back makes nothing due again.
    """
    newest = schedule.latest(now)
    if last is not None and newest <= last:
        return ()
    if policy == "skip":
        return (newest,) if now - newest <= GRACE else ()
    if policy == "latest" or last is None:
        return (newest,)
    missed = takewhile(lambda each: each > last, islice(schedule.back(now), MOST))
    return tuple(missed)[::-1]
