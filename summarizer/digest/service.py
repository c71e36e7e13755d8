"""The resident service: begins what is due, in time, and tries again what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.periods import begin_due, owing
from summarizer.digest.state.store import away

if TYPE_CHECKING:
    from threading import Event

    from summarizer.digest.desk import Desk
    from summarizer.digest.engine import Engine

# Seconds between two looks at the clock. It is looked at often because it may be put right, or a
# laptop sleep, at any time; a look costs two queries a job.
LOOK = 5.0


def serve(desk: Desk, engine: Engine, stop: Event) -> None:
    """Begin what is due until it is told to stop."""
    while not stop.is_set():
        try:
            tick(desk, engine)
        except sa.exc.DBAPIError as reason:
            if not away(reason):
                raise  # a database that is away comes back, another fault stays
            message = " ".join(str(reason.orig).split())
            desk.journal.tell("engine", "warning", message=message)
        stop.wait(LOOK)


def tick(desk: Desk, engine: Engine) -> None:
    """Begin what is due now; what others have begun is joined."""
    now = desk.clock()
    for job in desk.settings.jobs:
        for run in begin_due(desk.store, job, now):
            engine.start(job.name, run.period)
        for period in owing(desk.store, job, now):
            engine.deliver(job.name, period, now.strftime("%Y-%m-%dT%H"))
