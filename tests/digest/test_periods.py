"""Which runs are begun when: missed periods, clocks that jump, what is owed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.model import Delivery
from summarizer.digest.periods import begin_due, begin_latest, owing, standing
from summarizer.digest.state import ledger, runs

if TYPE_CHECKING:
    from summarizer.digest.settings import Job
    from summarizer.digest.state.store import Store
    from tests.digest.conftest import Place


def at(day: int, hour: int = 6, minute: int = 0) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02}T{hour:02}:{minute:02}:00+01:00")


def days(store: Store, job: Job, now: datetime) -> list[tuple[str, str]]:
    """The days and ends of the runs that are begun, each finished at once."""
    found = begin_due(store, job, now)
    for run in found:
        runs.finish(store, job.name, run.period, now)
    return [(each.period[8:10], each.cutoff.isoformat()[8:16]) for each in found]


def test_the_newest_period_ends_now_and_comes_once(store: Store, job: Job) -> None:
    assert days(store, job, at(20, 7)) == [("20", "20T06:00")]  # in UTC
    assert days(store, job, at(20, 8)) == []
    assert days(store, job, at(23, 9)) == [("23", "23T08:00")]


def test_all_missed_periods_end_at_their_own_times(store: Store, place: Place) -> None:
    place.configure('missed = "all"')
    job = read_settings(place.folder / "digest.toml").job("morning")
    assert days(store, job, at(20, 7)) == [("20", "20T06:00")]
    assert days(store, job, at(23, 9)) == [
        ("21", "21T05:00"),
        ("22", "22T05:00"),
        ("23", "23T08:00"),
    ]


def test_a_clock_that_was_ahead_hides_no_period(store: Store, job: Job) -> None:
    assert days(store, job, at(29, 7)) == [("29", "29T06:00")]
    assert days(store, job, at(20, 7)) == [("20", "20T06:00")]
    assert days(store, job, at(20, 6, 30)) == []
    assert days(store, job, at(21, 7)) == [("21", "21T06:00")]
    assert days(store, job, at(29, 8)) == []


def test_what_was_begun_and_not_finished_is_due(store: Store, job: Job) -> None:
    first = begin_due(store, job, at(20, 7))
    assert begin_due(store, job, at(20, 7) + timedelta(minutes=5)) == first
    assert begin_latest(store, job, at(20, 9)) == first[0]


def test_a_job_is_overdue_after_an_hour_and_well_when_all_have_it(store: Store, job: Job) -> None:
    assert [standing(store, job, at(20, *time)).overdue for time in ((7, 0), (7, 1))] == [
        False,
        True,
    ]
    run = begin_latest(store, job, at(20))
    owed = Delivery(job="morning", period=run.period, channel="folder", recipient="out")
    ledger.promise(store, [owed], at(20))
    assert owing(store, job, at(20, 7)) == []  # its run is still on the way
    runs.finish(store, "morning", run.period, at(20))
    assert (owing(store, job, at(20, 7)), owing(store, job, at(24))) == ([run.period], [])
    found = standing(store, job, at(20, 8))
    assert (found.overdue, found.owed, found.well) == (False, 1, False)
