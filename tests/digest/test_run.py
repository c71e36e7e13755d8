"""A digest from end to end, through the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
