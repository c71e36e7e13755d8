"""Forgetting: what is older than is kept goes, so that the state does not grow for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.state import answers, items
from summarizer.digest.state.tables import BATCHES, FETCHES, LEDGER, RUNS, SELECTIONS, STORIES
from summarizer.digest.state.times import written

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.digest.settings import Job
    from summarizer.digest.state.store import Store

# Articles stay for so many windows of their job: a late story still finds its first reports.
_WINDOWS = 3
# What a model answered is asked for again where a run broke off, or a story did not change.
_ANSWERS = timedelta(days=7)


def forget(store: Store, job: Job, now: datetime, keep_days: int) -> tuple[str, ...]:
    """Delete runs, stories and ledger older than `keep_days`, and articles no window needs.

    What fetching remembers goes when no feed named it for so many days, and what models answered
    after a week. Returns the periods whose runs were deleted. A run that is not finished stays, and
    the newest one, by which a job knows what it has done.
    """
    old = now - timedelta(days=keep_days)
    with store.begin() as connection:
        answers.forget(connection, _ANSWERS)
        items.forget(connection, job.name, max(old, now - _WINDOWS * job.window))
        unused = FETCHES.c.key.startswith(f"{job.name} ", autoescape=True)
        connection.execute(FETCHES.delete().where(unused, FETCHES.c.used < written(old)))
        newest = sa.select(sa.func.max(RUNS.c.at)).where(RUNS.c.job == job.name)
        over = (RUNS.c.job == job.name) & (RUNS.c.at < written(old)) & RUNS.c.finished.is_not(None)
        over &= RUNS.c.at < newest.scalar_subquery()
        gone = connection.execute(RUNS.delete().where(over).returning(RUNS.c.period))
        periods = tuple(gone.scalars().all())
        for table in (STORIES, SELECTIONS, LEDGER, BATCHES):
            rows = (table.c.job == job.name) & table.c.period.in_(periods)
            connection.execute(table.delete().where(rows))
    return periods
