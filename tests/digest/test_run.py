"""A digest from end to end, through the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.digest.receivers import webhook

if TYPE_CHECKING:
    from tests.digest.conftest import Place

NOW = "2026-11-21T06:00:00+01:00"
PERIOD = "2026-11-21T0600+0100"


def test_a_digest_is_made_once_and_the_same_again(place: Place) -> None:
    first = place.run("run", "morning", "--config", "digest.toml", "--now", NOW)
    assert (first.returncode, first.stdout) == (0, f"morning {PERIOD}: complete, 1 story\n")
    digest = place.digest(PERIOD)
    assert list(digest)[:6] == ["schema", "job", "period", "status", "stories", "failed"]
    outlets = {source["outlet"] for source in digest["stories"][0]["sources"]}
    assert outlets == {"Belm Echo", "Northern Post"}
    (place.folder / "articles" / "1.json").unlink()
    again = place.run("run", "morning", "--now", NOW)
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert json.loads(again.stderr)["message"].startswith(
        "the digest of this period was made before"
    )
    assert place.digest(PERIOD) == digest


def test_a_dry_run_keeps_and_sends_nothing(place: Place) -> None:
    done = place.run("run", "morning", "--dry-run", "--now", NOW, "--format", "json")
    planned = json.loads(done.stdout)
    assert done.returncode == 0
    assert [sorted(each["outlets"]) for each in planned["stories"]] == [
        ["Belm Echo", "Northern Post"]
    ]
    assert planned["deliver"] == [{"channel": "folder", "recipient": str(place.folder / "out")}]
    assert not (place.folder / "out").exists()


def test_a_dry_run_says_what_a_model_would_cost(place: Place) -> None:
    place.configure('writer = "openai"\nmodel = "gpt-5.4-mini"')
    planned = place.run("run", "morning", "--dry-run", "--now", NOW, "--format", "json")
    found = json.loads(planned.stdout)["model"]
    assert (found["requests"], found["cost"] > 0) == (1, True)
    told = place.run("run", "morning", "--dry-run", "--now", NOW).stdout
    sent = f"{found['tokens']['input']:,} tokens in"
    assert f"  the model would get 1 request, {sent}, at most " in told
    assert f"{found['cost']:.4f} US dollars at most" in told


def test_a_model_without_a_key_uses_up_no_period(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    place.configure('writer = "openai"\nmodel = "gpt-5.4-mini"')
    planned = place.run("run", "morning", "--dry-run", "--now", NOW)
    assert planned.returncode == 5
    assert "could not be written: digest.toml: [job.morning]: there is no key" in planned.stdout
    for command in (("run", "morning", "--now", NOW), ("serve",), ("worker",)):
        done = place.run(*command)
        assert (done.returncode, done.stdout) == (2, "")
        assert "digest.toml: [job.morning]: there is no key for OpenAI" in done.stderr
    place.configure()
    assert place.run("run", "morning", "--now", NOW).stdout == (
        f"morning {PERIOD}: complete, 1 story\n"
    )


def test_without_articles_the_digest_says_that_it_is_empty(place: Place) -> None:
    (place.folder / "articles" / "1.json").unlink()
    done = place.run("run", "morning", "--now", NOW)
    why = "1 article in the window, 1 story; left out: 1 with fewer than 2 outlets."
    told = f"morning {PERIOD}: empty, 0 stories\n  {why}\n"
    assert (done.returncode, done.stdout) == (0, told)
    digest = place.digest(PERIOD)
    assert (digest["status"], digest["selection"]["few_outlets"]) == ("empty", 1)
    assert why in (place.folder / "out" / "morning" / PERIOD / "digest.md").read_text("utf-8")
    planned = place.run("run", "morning", "--now", NOW, "--dry-run")
    assert f"morning {PERIOD}: 0 stories\n  {why}\n" in planned.stdout


def test_a_degraded_digest_names_what_could_not_be_read(place: Place) -> None:
    place.configure('addresses = ["no.txt"]')
    missing = str(place.folder / "no.txt")
    done = place.run("run", "morning", "--now", NOW)
    assert (done.returncode, place.digest(PERIOD)["status"]) == (5, "degraded")
    assert done.stdout.startswith(f"morning {PERIOD}: degraded, 1 story, 1 place not read\n")
    events = [json.loads(line) for line in done.stderr.splitlines()]
    (lost,) = [each for each in events if each["event"] == "source"]
    assert (lost["level"], lost["place"], missing in lost["message"]) == ("warning", missing, True)
    for command in (("status",), ("run", "morning")):
        told = place.run(*command, "--now", NOW)
        assert told.stdout.splitlines()[1] == f"  could not be read: {lost['message']}"
        assert told.returncode in (1, 5)
    status = json.loads(place.run("status", "--now", NOW, "--format", "json").stdout)
    assert [each["place"] for each in status["jobs"][0]["lost"]] == [missing]


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
@pytest.mark.parametrize(("option", "shows"), [("--due", True), ("-q", False)])
def test_a_terminal_shows_how_far_it_is_in_place_of_events(
    *, place: Place, option: str, shows: bool
) -> None:
    seen = threading.Event()
    command = [sys.executable, "-m", "summarizer", "digest", "run", "morning", "--now", NOW, option]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    ours, theirs = os.openpty()
    with webhook(go=seen if shows else None) as (_, url):
        more = 'allow_private_network = true\naddresses = ["no.txt"]'
        place.configure(more, f'webhook = {{ url = "{url}" }}')
        with subprocess.Popen(command, cwd=place.folder, stderr=theirs, env=environment) as running:
            os.close(theirs)
            told = b""
            with suppress(OSError):  # how a terminal ends whose program has left
                while chunk := os.read(ours, 4096):
                    told += chunk
                    if b"deliveries made" in told:  # the webhook answers once it is shown
                        seen.set()
            assert running.wait(60) == 5
    os.close(ours)
    assert (b"deliveries made" in told) is shows
    assert (b"note: warning: morning 2026-11-21T0600+0100: not read: " in told) is shows
    assert b"stories chosen" not in told
