"""A run of `digest run` that ends itself as `kill -9` does, at a named point.

usage: python dying.py digest.toml JOB TIME POINT [COUNT]     (the COUNT-th time it comes there)
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from datetime import datetime
from pathlib import Path

from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.desk import Desk
from summarizer.digest.engine import Engine
from summarizer.digest.journal import Journal
from summarizer.digest.periods import begin_latest
from summarizer.digest.state.store import Store


class Death:
    """Comes at the COUNT-th time that a point is reached."""

    def __init__(self, point: str, count: int) -> None:
        self._point = point
        self._left = count
        self._lock = threading.Lock()

    def __call__(self, point: str) -> None:
        with self._lock:
            self._left -= point == self._point
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def main(path: str, job: str, time: str, point: str, count: str = "1") -> None:
    settings = read_settings(Path(path))
    store = Store(settings.state)
    now = datetime.fromisoformat(time)
    journal = Journal(lambda line: print(line, file=sys.stderr), people=False)  # noqa: T201
    desk = Desk(settings, store, journal, lambda: now, Death(point, int(count)))
    run = begin_latest(store, settings.job(job), now)
    with Engine(desk) as engine:
        engine.start(job, run.period).get_result(polling_interval_sec=0.1)
    sys.exit("it never came there")


if __name__ == "__main__":
    main(*sys.argv[1:])
