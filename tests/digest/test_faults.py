"""Killed at any point and started again: every story once, every recipient once."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.digest.conftest import Place

NOW = "2026-11-21T06:00:00+01:00"
PERIOD = "2026-11-21T0600+0100"
DYING = Path(__file__).with_name("dying.py")
POINTS = ("fetched", "chosen", "told", "composed", "sending", "sent", "finished")


def die(place: Place, point: str) -> int:
    """Run the job until it kills itself at a point; its exit status."""
    command = [sys.executable, str(DYING), "digest.toml", "morning", NOW, point]
    done = subprocess.run(command, cwd=place.folder, capture_output=True, check=False, timeout=120)
    return done.returncode


def test_a_run_that_is_killed_at_every_point_is_gone_on_with(place: Place) -> None:
    assert [die(place, point) for point in POINTS] == [-signal.SIGKILL] * len(POINTS)
    done = place.run("run", "morning", "--now", NOW)
    assert (done.returncode, done.stdout) == (0, f"morning {PERIOD}: complete, 1 story\n")
    assert len(place.digest(PERIOD)["stories"]) == 1
    with closing(sqlite3.connect(place.folder / "state.db")) as state:
        ledger = state.execute("SELECT state, attempts FROM digest_ledger").fetchall()
        stories = state.execute("SELECT count(*) FROM digest_stories").fetchone()
        assert state.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    # killed before and after it was sent, the digest is sent a second time: into the same file
    assert (ledger, stories) == ([("done", 3)], (1,))
    before = place.run("doctor", "--now", NOW, "--format", "json")
    assert [each["code"] for each in json.loads(before.stdout)["complaints"]] == ["dead-worker"]
    after = place.run("doctor", "--mend", "--now", NOW)
    assert (before.returncode, after.returncode, after.stdout) == (1, 0, "all is well\n")
