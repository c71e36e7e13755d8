"""What the engine itself costs: many stories through it whose writing takes no time.

    python -m benchmarks.digest_engine [--stories 10000] [--at-a-time 8]

Each story is read from the state, "written" (one ready summary for all), kept, and its steps are
recorded; the state is SQLite, then a Postgres of the benchmark's own. Printed are the seconds and
the CPU for each story, and the size of the state.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from benchmarks.digest_jobs import chosen, configured
from benchmarks.many_stories import stories
from summarizer.digest import engine
from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.desk import Desk
from summarizer.digest.journal import Journal
from summarizer.digest.model import DigestStory
from summarizer.digest.state import runs
from summarizer.digest.state.store import Store
from summarizer.pipeline import summarize
from tests.digest.postgres import serving

if TYPE_CHECKING:
    from summarizer.digest.model import Failed, Item, Pick
    from summarizer.digest.settings import Job
    from summarizer.digest.state.runs import Run

NOW = datetime.now(UTC)
READY = summarize(next(stories(1)), created=NOW)


class InstantDesk(Desk):
    """A desk that writes nothing."""

    def _told(
        self, order: Job, run: Run, pick: Pick, found: tuple[Item, ...]
    ) -> DigestStory | Failed:
        del order, run, found
        return DigestStory(story=pick.story, summary=READY, changes=None)


def measure(folder: Path, state: str, count: int) -> str:
    """A line of the table."""
    settings = read_settings(configured(folder, state, f"max_stories = {count}"))
    store = Store(settings.state)
    period = chosen(store, settings.jobs[0], count)
    desk = InstantDesk(settings, store, Journal(lambda _: None, people=False), lambda: NOW)
    before, began = _cpu(), time.monotonic()
    with engine.Engine(desk) as work:
        work.wait(work.start("yearly", period))
        seconds, cpu = time.monotonic() - began, _cpu() - before
    digest = runs.digest_of(store, "yearly", period)
    assert digest is not None  # noqa: S101  (a benchmark of what is done)
    assert len(digest.stories) == count  # noqa: S101  (the same)
    size = _size(store)
    store.close()
    per = f"{1000 * seconds / count:.1f} ms, {1000 * cpu / count:.1f} ms of CPU a story"
    kind = "SQLite" if "://" not in state else "Postgres"
    return f"{kind}: {count} stories in {seconds:.0f} s: {per}; {size / count / 1024:.1f} KiB each"


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _size(store: Store) -> int:
    if store.sqlite:
        assert store.url.database is not None  # noqa: S101  (a file)
        return sum(
            each.stat().st_size for each in Path(store.url.database).parent.glob("state.db*")
        )
    with store.begin() as connection:
        query = sa.text("SELECT pg_database_size(current_database())")
        return int(connection.execute(query).scalar_one())


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--at-a-time", type=int, default=engine.AT_A_TIME)
    given = parser.parse_args()
    engine.AT_A_TIME = given.at_a_time
    with tempfile.TemporaryDirectory() as folder:
        print(measure(Path(folder), "state.db", given.stories))
    sys.stdout.flush()
    with tempfile.TemporaryDirectory() as folder, serving() as postgres:
        print(measure(Path(folder), postgres.url, given.stories))


if __name__ == "__main__":
    main()
