"""What the engine and the state cost: many stories through them whose writing takes no time.

    python -m benchmarks.digest_engine [--stories 10000] [--state sqlite] [--part engine]
                                       [--at-a-time 8]

Parts, each of which has the one before in it:

    engine    the steps do nothing: what DBOS takes for a story that waits in a queue, is begun,
              done and waited for
    state     each story's articles are read from the state, one ready summary is kept for all; the
              digest is made of them and delivered into a folder
    writing   the extractive writer writes each story up, and the check goes over it

Every measurement is a process of its own, on SQLite or on a Postgres of the benchmark's own.
Printed are the seconds and the CPU of the process for each story, overall and for each tenth of
the stories as they were done (is it flat?), its memory, the size of the state, and the CPU of
Postgres.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import multiprocessing
import os
import resource
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from benchmarks.digest_jobs import chosen, configured
from benchmarks.many_stories import memory, stories
from summarizer.digest import engine
from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.desk import Desk
from summarizer.digest.journal import Journal
from summarizer.digest.model import DigestStory
from summarizer.digest.state import runs
from summarizer.digest.state.store import Store
from summarizer.digest.state.stories import picks_of
from summarizer.pipeline import summarize
from tests.digest.postgres import serving

if TYPE_CHECKING:
    from summarizer.digest.desk import Write
    from summarizer.digest.model import Channel, Failed, Item, Pick, Status
    from summarizer.digest.settings import DigestSettings, Job
    from summarizer.digest.state.runs import Run
    from summarizer.model.summary import Summary

STATES = ("sqlite", "postgres")
# Stories of different texts; more have the texts of these again, under other ids.
DIFFERENT = 48


class WatchedDesk(Desk):
    """A desk that notes for each tenth of the stories what it took."""

    def __init__(self, settings: DigestSettings, store: Store, count: int) -> None:
        """Begin to watch."""
        journal = Journal(lambda _: None, people=False)
        super().__init__(settings, store, journal, lambda: datetime.now(UTC))
        self.tenths: list[tuple[float, float]] = []
        self._done, self._each = 0, max(1, count // 10)
        self._counting = threading.Lock()

    def tell(self, job: str, period: str, story: str) -> None:
        """Write a story up."""
        self._story(job, period, story)
        with self._counting:
            self._done += 1
            if self._done % self._each == 0:
                self.tenths.append((time.monotonic(), time.process_time()))

    def _story(self, job: str, period: str, story: str) -> None:
        super().tell(job, period, story)


class IdleDesk(WatchedDesk):
    """A desk that does nothing but say which stories there are."""

    def fetch(self, job: str, period: str) -> None:
        """Bring nothing."""

    def choose(self, job: str, period: str) -> list[str]:
        """All stories of the period."""
        return [pick.story for pick in picks_of(self.store, job, period)]

    def _story(self, job: str, period: str, story: str) -> None:
        """Write nothing."""

    def compose(self, job: str, period: str) -> Status:
        """Make nothing."""
        del job, period
        return "empty"

    def owed(self, job: str, period: str) -> list[tuple[Channel, str]]:
        """To nobody."""
        del job, period
        return []

    def finish(self, job: str, period: str) -> None:
        """Leave everything."""


class InstantDesk(WatchedDesk):
    """A desk with one summary for all stories."""

    def __init__(self, settings: DigestSettings, store: Store, count: int) -> None:
        """Have the summary ready."""
        self._ready: Summary = summarize(next(stories(1)), created=datetime.now(UTC))
        super().__init__(settings, store, count)

    def _told(
        self, order: Job, run: Run, pick: Pick, found: tuple[Item, ...], write: Write
    ) -> DigestStory | Failed:
        del order, run, found, write
        return DigestStory(story=pick.story, summary=self._ready, changes=None)


PARTS: dict[str, type[WatchedDesk]] = {
    "engine": IdleDesk,
    "state": InstantDesk,
    "writing": WatchedDesk,
}


def measure(part: str, state: str, folder: str, count: int, at_a_time: int) -> None:
    """Print a line of the table, and one of its tenths."""
    engine.AT_A_TIME = at_a_time
    settings = read_settings(configured(Path(folder), state, f"max_stories = {count}"))
    store = Store(settings.state)
    period = chosen(store, settings.jobs[0], count, DIFFERENT)
    desk = PARTS[part](settings, store, count)
    server, cpu, began = _server_cpu(store), time.process_time(), time.monotonic()
    desk.tenths.append((began, cpu))
    with engine.Engine(desk) as work:
        work.wait(work.start("yearly", period))
        seconds, cpu = time.monotonic() - began, time.process_time() - cpu
        server = _server_cpu(store) - server
    if part != "engine":
        digest = runs.digest_of(store, "yearly", period)
        assert digest is not None  # noqa: S101  (a benchmark of what is done)
        assert len(digest.stories) == count  # noqa: S101  (the same)
    peak, size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10, _size(store)
    kind = "SQLite" if store.sqlite else "Postgres"
    print(
        f"| {part} | {kind} | {count} | {1000 * seconds / count:.1f} | {1000 * cpu / count:.1f}"
        f" | {1000 * server / count:.1f} | {size / count / 1024:.1f} | {memory():.0f}, {peak} |"
    )
    told = [
        f"{_each(count, b[0] - a[0])}/{_each(count, b[1] - a[1])}"
        for a, b in itertools.pairwise(desk.tenths)
    ]
    rest = f"{began + seconds - desk.tenths[-1][0]:.0f} s after the last story"
    print(f"  ms/ms of CPU a story, tenth by tenth: {' '.join(told)}; {rest}", flush=True)
    store.close()


def _each(count: int, seconds: float) -> str:
    """Milliseconds a story of a tenth."""
    return f"{1000 * seconds / max(1, count // 10):.0f}"


def _server_cpu(store: Store) -> float:
    """The seconds of CPU that the server's processes have taken, 0 where there is none."""
    if store.sqlite:
        return 0.0
    with store.begin() as connection:
        folder = connection.execute(sa.text("SHOW data_directory")).scalar_one()
    main = (Path(folder) / "postmaster.pid").read_text(encoding="ascii").split()[0]
    ticks = 0
    for each in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended
            fields = each.read_text(encoding="utf-8").rpartition(")")[2].split()
            if each.parent.name == main:
                ticks += sum(map(int, fields[11:15]))  # its own, and that of its ended children
            elif fields[1] == main:
                ticks += sum(map(int, fields[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _size(store: Store) -> int:
    if store.sqlite:
        assert store.url.database is not None  # noqa: S101  (a file)
        return sum(
            each.stat().st_size for each in Path(store.url.database).parent.glob("state.db*")
        )
    with store.begin() as connection:
        query = sa.text("SELECT pg_database_size(current_database())")
        return int(connection.execute(query).scalar_one())


def alone(*given: object) -> None:
    """Measure in a process of its own."""
    process = multiprocessing.get_context("spawn").Process(target=measure, args=given)
    process.start()
    process.join()


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--state", choices=STATES, nargs="+", default=STATES)
    parser.add_argument("--at-a-time", type=int, default=engine.AT_A_TIME)
    parser.add_argument("--part", choices=tuple(PARTS), nargs="+", default=["engine", "state"])
    given = parser.parse_args()
    print("| part | state | stories | ms each | ms of CPU | of Postgres | KiB | MiB, most |")
    print("|---|---|--:|--:|--:|--:|--:|--:|", flush=True)
    for count in given.stories:
        for part in given.part:
            if "sqlite" in given.state:
                with tempfile.TemporaryDirectory() as folder:
                    alone(part, "state.db", folder, count, given.at_a_time)
            if "postgres" in given.state:
                with tempfile.TemporaryDirectory() as folder, serving() as postgres:
                    alone(part, postgres.url, folder, count, given.at_a_time)


if __name__ == "__main__":
    main()
