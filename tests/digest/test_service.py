"""Processes that stay: schedulers and workers on one state."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from summarizer.digest.state import runs, workers
from summarizer.digest.state.store import Store
from summarizer.digest.state.tables import LEDGER, STORIES
from tests.digest.receivers import webhook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.digest.conftest import Place


@contextmanager
def residents(place: Place, *commands: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that stay, ended with the block as a system ends them; with a log each."""
    with (place.folder / "log").open("ab") as log:
        found = [
            subprocess.Popen(
                [sys.executable, "-m", "summarizer", "digest", *command.split()],
                cwd=place.folder,
                stderr=log,
            )
            for command in commands
        ]
        try:
            yield found
        finally:
            for each in found:
                each.terminate()
            for each in found:
                each.wait(60)


def until(what: Callable[[], bool], log: Path) -> None:
    """Wait for something, at most two minutes."""
    end = time.monotonic() + 120
    while not what():
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.1)


def test_two_schedulers_make_one_digest_though_one_is_killed(place: Place, state: str) -> None:
    with webhook() as (calls, url):
        place.configure("allow_private_network = true", f'webhook = {{ url = "{url}" }}', state)
        store = Store(state)
        with residents(place, "serve", "serve") as (first, second):
            until(lambda: bool(runs.latest(store, "morning")), place.folder / "log")
            first.kill()
            until(
                lambda: runs.latest(store, "morning")[0].finished is not None, place.folder / "log"
            )
        assert (first.returncode, second.returncode) == (-signal.SIGKILL, 0)
    with store.begin() as connection:
        ledger = connection.execute(sa.select(LEDGER.c.channel, LEDGER.c.state)).all()
        stories = connection.execute(sa.select(sa.func.count()).select_from(STORIES)).scalar()
    store.close()
    assert sorted(map(tuple, ledger)) == [("folder", "done"), ("webhook", "done")]
    assert (stories, len({each["webhook-id"] for each in calls})) == (1, 1)


@pytest.mark.parametrize("command", ["serve --metrics counters.prom", "worker"])
def test_a_resident_ends_when_it_is_told_to(place: Place, command: str) -> None:
    place.configure(state=str(place.folder / "state.db"))
    store = Store(str(place.folder / "state.db"))
    with residents(place, command) as (process,):
        until(lambda: bool(workers.workers(store)), place.folder / "log")
    store.close()
    assert process.returncode == 0
