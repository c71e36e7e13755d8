"""What may be wrong with a state, found and told one by one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from summarizer.digest.periods import OWED
from summarizer.digest.state import ledger, runs, workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from summarizer.digest.settings import DigestSettings, Job
    from summarizer.digest.state.store import Store

# A run that takes longer than this, beside what it may wait for batches, is stuck: the slowest one
# measured, with a model, took minutes.
STUCK = timedelta(hours=2)


class Complaint(NamedTuple):
    """One thing that is wrong, and what helps."""

    code: str
    message: str
    hint: str


def complaints(settings: DigestSettings, store: Store, now: datetime) -> Iterator[Complaint]:
    """Everything that is wrong with the state of these jobs."""
    for trouble in store.trouble():
        hint = "restore the file from a backup, or move it away to start anew"
        yield Complaint("damaged", f"the state is damaged: {trouble}", hint)
    for worker in workers.workers(store):
        if worker.dead and not worker.retired:
            message = f"worker {worker.id} (process {worker.pid} of {worker.host}) is dead"
            yield Complaint("dead-worker", message, "--mend frees its work; so does any start")
    for job in settings.jobs:
        yield from _of_runs(store, job, now)
        for each in ledger.owed(store, job.name):
            why = ledger.trouble(store, each) or "not tried yet"
            where = f"{each.channel} {each.recipient} ({why})"
            message = f"{job.name} {each.period}: not delivered to {where}"
            hint = f"it is tried for {OWED.days} days; then use 'summarizer digest resend'"
            yield Complaint("owed", message, hint)


def _of_runs(store: Store, job: Job, now: datetime) -> Iterator[Complaint]:
    for run in runs.unfinished(store, job.name):
        if now - run.started > STUCK + (job.batch or timedelta()):
            hint = f"'summarizer digest run {job.name} --due' goes on with it"
            yield Complaint("stuck-run", f"{job.name} {run.period} is not finished", hint)
