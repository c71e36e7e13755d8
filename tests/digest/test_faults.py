"""Killed at any point and started again: every story once, every recipient once."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.digest.receivers import mail_server, webhook

if TYPE_CHECKING:
    from tests.digest.conftest import Place

NOW = "2026-11-21T06:00:00+01:00"
PERIOD = "2026-11-21T0600+0100"
DYING = Path(__file__).with_name("dying.py")
# The named points, and the how manieth time that they are reached: each later death is one delivery
# on, because what was sent and not recorded (to a folder, a@, b@, the webhook) is sent once more.
DEATHS = (
    ("fetched", 1),
    ("chosen", 1),
    ("told", 1),
    ("composed", 1),
    ("sending", 1),
    ("sent", 1),
    ("sent", 2),
    ("sent", 2),
    ("sent", 2),
    ("finished", 1),
)
DELIVER = """\
email = {{ smtp = "{smtp}", from = "desk@belm.example", to = ["a@belm.example", "b@belm.example"] }}
webhook = {{ url = "{webhook}" }}
"""
# A process that begins to write into the state, and is stopped then.
STOPS = """
import os, signal, sqlite3
state = sqlite3.connect("state.db", isolation_level=None)
state.execute("BEGIN IMMEDIATE")
state.execute("INSERT INTO digest_workers VALUES ('stopped', 'elsewhere', 1, 1.0)")
os.kill(os.getpid(), signal.SIGSTOP)
state.execute("ROLLBACK")
"""


def die(place: Place, point: str, count: int) -> int:
    """Run the job until it kills itself at a point; its exit status."""
    command = [sys.executable, str(DYING), "digest.toml", "morning", NOW, point, str(count)]
    done = subprocess.run(command, cwd=place.folder, capture_output=True, check=False, timeout=120)
    return done.returncode


def test_a_run_that_is_killed_at_every_point_is_gone_on_with(place: Place) -> None:
    with mail_server() as (mails, smtp), webhook() as (calls, url):
        deliver = DELIVER.format(smtp=smtp, webhook=url)
        place.configure("allow_private_network = true", deliver)
        assert [die(place, *death) for death in DEATHS] == [-signal.SIGKILL] * len(DEATHS)
        done = place.run("run", "morning", "--now", NOW)
    assert (done.returncode, done.stdout) == (0, f"morning {PERIOD}: complete, 1 story\n")
    assert len(place.digest(PERIOD)["stories"]) == 1
    with closing(sqlite3.connect(place.folder / "state.db")) as state:
        ledger = state.execute("SELECT recipient, state FROM digest_ledger").fetchall()
        stories = state.execute("SELECT count(*) FROM digest_stories").fetchone()
        assert state.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert (len(ledger), {made for _, made in ledger}, stories) == (4, {"done"}, (1,))
    # accepted and not recorded: a second time, by the same id
    for recipient in ("a@belm.example", "b@belm.example"):
        got = [data for to, data in mails if to == recipient]
        ids = {message_from_bytes(each, policy=policy.default)["Message-ID"] for each in got}
        assert (len(got), len(ids)) == (2, 1)
    assert (len(calls), len({each["webhook-id"] for each in calls})) == (2, 1)


def test_what_a_killed_run_leaves_behind_is_mended(place: Place) -> None:
    assert die(place, "told", 1) == -signal.SIGKILL
    before = place.run("doctor", "--now", NOW, "--format", "json")
    assert [each["code"] for each in json.loads(before.stdout)["complaints"]] == ["dead-worker"]
    after = place.run("doctor", "--mend", "--now", NOW)
    assert (before.returncode, after.returncode, after.stdout) == (1, 0, "all is well\n")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_writer_that_was_stopped_is_waited_for(place: Place) -> None:
    assert place.run("status", "--now", NOW).returncode == 0  # there is a state
    writer = subprocess.Popen([sys.executable, "-c", STOPS], cwd=place.folder)
    try:
        assert os.WIFSTOPPED(os.waitpid(writer.pid, os.WUNTRACED)[1])
        command = [sys.executable, "-m", "summarizer", "digest", "run", "morning", "--now", NOW]
        with subprocess.Popen(command, cwd=place.folder, stdout=subprocess.PIPE) as running:
            status = place.run("status", "--now", NOW)  # who only looks need not wait
            assert (status.returncode, "no digest yet" in status.stdout) == (0, True)
            assert running.poll() is None
            writer.send_signal(signal.SIGCONT)
            told, _ = running.communicate(timeout=120)
    finally:
        writer.kill()
        writer.wait()
    assert (running.returncode, told.decode()) == (0, f"morning {PERIOD}: complete, 1 story\n")


def test_who_could_not_be_reached_is_tried_again(place: Place) -> None:
    with webhook() as (_, url):
        pass  # whose port nobody has now
    place.configure("allow_private_network = true", f'webhook = {{ url = "{url}" }}')
    first = place.run("run", "morning", "--now", NOW)
    assert first.returncode == 5
    told = f"\n  not delivered: webhook {url} ({PERIOD}): undelivered-webhook: "
    assert told in first.stdout
    status = place.run("status", "--now", NOW, "--format", "json")
    assert (status.returncode, json.loads(status.stdout)["jobs"][0]["owed"]) == (1, 1)
    assert told in place.run("status", "--now", NOW).stdout
    with webhook(url) as (calls, _):
        again = place.run("run", "morning", "--due", "--now", "2026-11-21T07:10:00+01:00")
    assert (again.returncode, len(calls)) == (0, 1)
