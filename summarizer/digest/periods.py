"""Which periods of a job are to be run now, and how a job stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from summarizer.digest.schedule import Schedule, due, period_name
from summarizer.digest.state import ledger, runs
from summarizer.digest.state.runs import Run

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.digest.settings import Job
    from summarizer.digest.state.store import Store

# A digest that is not finished so long after its time, and after its batches, is overdue.
ALLOWANCE = timedelta(hours=1)
# What could not be delivered is tried again once an hour, for so long.
OWED = timedelta(days=3)
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a job stands: its newest run, its next period, what is amiss."""

    job: str
    last: Run | None
    following: datetime
    overdue: bool
    owed: int

    @property
    def well(self) -> bool:
        """Whether its newest digest is there, is whole, and everybody has it."""
        degraded = self.last is not None and self.last.status == "degraded"
        return not (self.overdue or degraded or self.owed)


def begin_latest(store: Store, job: Job, now: datetime) -> Run:
    """The run of the period that `now` belongs to, begun if it was not."""
    return _begin(store, job, Schedule(job.schedule, job.timezone).latest(now), now, now)


def begin_due(store: Store, job: Job, now: datetime) -> list[Run]:
    """The runs to be worked on now, oldest first: those not finished and those that are due.

    Runs of a clock that was ahead are not counted as made. Articles up to now belong to the newest
    period; one that is caught up ends at its own time.
    """
    known = runs.latest(store, job.name, before=now + _TICK)
    times = due(
        Schedule(job.schedule, job.timezone), known[0].at if known else None, now, job.missed
    )
    for at in times:
        _begin(store, job, at, now if at == times[-1] else at, now)
    return [run for run in runs.unfinished(store, job.name) if run.at <= now]


def owing(store: Store, job: Job, now: datetime) -> list[str]:
    """Periods whose run is finished while somebody still waits for the digest."""
    found = []
    for period in dict.fromkeys(each.period for each in ledger.owed(store, job.name)):
        run = runs.get(store, job.name, period)
        if run is not None and run.finished is not None and run.at > now - OWED:
            found.append(period)
    return found


def standing(store: Store, job: Job, now: datetime) -> Standing:
    """How a job stands."""
    schedule = Schedule(job.schedule, job.timezone)
    newest = schedule.latest(now)
    made = runs.latest(store, job.name, before=now + _TICK)
    last = made[0] if made else None
    done = last is not None and last.at >= newest and last.finished is not None
    return Standing(
        job=job.name,
        last=last,
        following=schedule.following(now),
        overdue=not done and now - newest > ALLOWANCE + (job.batch or timedelta()),
        owed=len(ledger.owed(store, job.name)),
    )


def _begin(store: Store, job: Job, at: datetime, cutoff: datetime, now: datetime) -> Run:
    run = Run(
        job=job.name,
        period=period_name(at),
        at=at,
        cutoff=cutoff,
        status=None,
        started=now,
        finished=None,
    )
    return runs.begin(store, run)
