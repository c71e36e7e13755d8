"""The commands around a digest: settings, lists of feeds, looking at what was made."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.main import run

if TYPE_CHECKING:
    from tests.digest.conftest import Place

NOW = "2026-11-21T06:00:00+01:00"
PERIOD = "2026-11-21T0600+0100"
LIST = """<opml version="2.0"><body><outline text="Belm Echo" xmlUrl="https://belm.example/rss"/>
<outline text="No" xmlUrl="file:///etc/passwd"/></body></opml>"""


@pytest.fixture
def here(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The folder of the job, which the process is in."""
    monkeypatch.chdir(place.folder)
    return place


def test_a_digest_can_be_looked_at_and_sent_again(
    here: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["digest", "status", "--now", NOW]) == 0
    assert capsys.readouterr().out.startswith("morning: no digest yet; next 2026-11-22T06:00")
    assert run(["digest", "status", "--now", "2026-11-21T08:00:00+01:00"]) == 1
    assert "morning: no digest yet, overdue; next" in capsys.readouterr().out
    assert here.run("run", "morning", "--now", NOW).returncode == 0

    assert run(["digest", "status", "--now", "2026-11-21T08:00:00+01:00"]) == 0
    assert f"morning: {PERIOD} complete; next" in capsys.readouterr().out
    assert run(["digest", "history", "morning", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["runs"]
    assert [(each["period"], each["status"]) for each in listed] == [(PERIOD, "complete")]
    assert run(["digest", "history", "morning"]) == 0
    told = f"{PERIOD}  complete   finished 2026-11-21 06:00\n"
    assert capsys.readouterr().out == told
    assert run(["digest", "show", "morning", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == here.digest(PERIOD)
    for begins in (PERIOD[:10], "2026-11-21T06:00"):
        assert run(["digest", "show", "morning", begins, "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == here.digest(PERIOD)
    assert run(["digest", "show", "morning", "2020-01-01T0600+0100"]) == 2
    assert "there is no digest of morning" in capsys.readouterr().err

    delivered = here.folder / "out" / "morning" / PERIOD / "digest.json"
    before = delivered.read_bytes()
    delivered.unlink()
    again = here.run("resend", "morning", "--now", NOW)
    told = f"delivered: folder {here.folder / 'out'}\n"
    assert (again.returncode, again.stdout, delivered.read_bytes()) == (0, told, before)


def test_nothing_is_due_before_its_time(here: Place) -> None:
    assert here.run("run", "morning", "--due", "--now", NOW).returncode == 0
    done = here.run("run", "morning", "--due", "--now", "2026-11-21T20:00:00+01:00")
    assert (done.returncode, done.stdout) == (0, "nothing is due\n")


def test_init_writes_a_file_once(here: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["digest", "init", "-o", "new.toml"]) == 0
    assert "[job.morning]" in (here.folder / "new.toml").read_text(encoding="utf-8")
    assert run(["digest", "init", "-o", "new.toml"]) == 2
    assert "'new.toml' exists" in capsys.readouterr().err


def test_lists_of_feeds_come_and_go(here: Place, capsys: pytest.CaptureFixture[str]) -> None:
    (here.folder / "list.opml").write_text(LIST, encoding="utf-8")
    assert run(["digest", "import-opml", "list.opml"]) == 0
    printed = capsys.readouterr()
    line = '{ url = "https://belm.example/rss", outlet = "Belm Echo" }'
    assert printed.out == f"feeds = [\n    {line},\n]\n"
    assert "file:///etc/passwd" in printed.err
    here.configure('feeds = ["http://north.example/feed"]  # of the north')
    assert run(["digest", "import-opml", "list.opml", "--job", "morning"]) == 0
    told = f"digest.toml: 1 feed added to [job.morning]\n  {line}\n"
    assert capsys.readouterr().out == told
    assert run(["digest", "export-opml", "morning", "-o", "mine.opml"]) == 0
    # what was written out is all there, and adds nothing when it comes back
    before = (here.folder / "digest.toml").read_bytes()
    assert run(["digest", "import-opml", "mine.opml", "--job", "morning"]) == 0
    told = "digest.toml: 0 feeds added to [job.morning]\nthere already: 2 feeds\n"
    assert capsys.readouterr().out == told
    assert (here.folder / "digest.toml").read_bytes() == before
    assert b"# of the north" in before
    here.configure("feeds = []")
    assert run(["digest", "import-opml", "mine.opml", "--job", "morning"]) == 0
    assert run(["digest", "export-opml", "morning"]) == 0
    assert capsys.readouterr().out.endswith((here.folder / "mine.opml").read_text("utf-8"))


@pytest.mark.usefixtures("here")
def test_an_unknown_job_is_named_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["digest", "history", "evening"]) == 2
    printed = capsys.readouterr().err
    assert "digest.toml: there is no job 'evening'" in printed
    assert "the jobs are morning" in printed


def test_what_is_not_installed_is_named(here: Place) -> None:
    hidden = (
        "import importlib.util as u; real = u.find_spec;"
        "u.find_spec = lambda name, *a: None if name == 'dbos' else real(name, *a);"
        "from summarizer.cli.main import run; raise SystemExit(run(['digest', 'status']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", hidden], cwd=here.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "packages that are not installed: dbos\n" in done.stderr
    assert "pip install '.[digest]'" in done.stderr
