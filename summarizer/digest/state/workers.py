"""Workers: the processes that work on a state, and how a dead one is told from a slow one.

A worker gives a sign of life every few seconds from a thread of its own, whatever else it does. One
that gave none for long is taken for dead, as is one of this host whose process is gone. Who was
only stopped and wakes finds that its work is somebody else's now: the engine fences what it
records, the ledger what it delivers.
"""

from __future__ import annotations

import os
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.state.tables import WORKERS

if TYPE_CHECKING:
    from summarizer.digest.state.store import Store

# Seconds between two signs of life, and without one until a worker counts as dead. A thread of
# Python on a busy machine was late by 1.5 s at most.
BEAT = 5.0
DEAD = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A process that works or worked, and the time of its last sign of life (seconds, Unix)."""

    id: str
    host: str
    pid: int
    beat: float

    @property
    def retired(self) -> bool:
        """Whether it said itself that it ends."""
        return self.beat == 0.0

    @property
    def dead(self) -> bool:
        """Whether its work is to be freed."""
        gone = self.host == socket.gethostname() and not _exists(self.pid)
        return gone or time.time() - self.beat > DEAD


def beat(store: Store, worker: str) -> None:
    """Give a sign of life."""
    row = {"id": worker, "host": socket.gethostname(), "pid": os.getpid(), "beat": time.time()}
    with store.begin() as connection:
        store.put(connection, WORKERS, row)


def retire(store: Store, worker: str) -> None:
    """Say that no more signs of life will come; what the worker leaves undone may be freed."""
    with store.begin() as connection:
        connection.execute(WORKERS.update().where(WORKERS.c.id == worker).values(beat=0.0))


def claim(store: Store, dead: Worker) -> bool:
    """Take over the row of a dead worker to free its work; False if somebody else did.

    Should this process die before it strikes the row off, the row is a dead worker's again.
    """
    mine = {"host": socket.gethostname(), "pid": os.getpid(), "beat": time.time()}
    same = (WORKERS.c.id == dead.id) & (WORKERS.c.beat == dead.beat)
    with store.begin() as connection:
        return bool(connection.execute(WORKERS.update().where(same).values(**mine)).rowcount)


def strike_off(store: Store, worker: str) -> None:
    """Forget a worker whose work is done or freed."""
    with store.begin() as connection:
        connection.execute(WORKERS.delete().where(WORKERS.c.id == worker))


def workers(store: Store) -> tuple[Worker, ...]:
    """All that are not struck off."""
    with store.read() as connection:
        found = connection.execute(sa.select(WORKERS).order_by(WORKERS.c.id)).all()
    return tuple(Worker(id=row.id, host=row.host, pid=row.pid, beat=row.beat) for row in found)


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another user's
        return True
    return True
