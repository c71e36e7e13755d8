"""The command line, in this process or an own one, and small invented stories for it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from summarizer.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Outcome(NamedTuple):
    """What a call of the command line did."""

    returncode: int
    stdout: bytes
    stderr: bytes


if TYPE_CHECKING:
    Cli = Callable[..., Outcome]

TOWER = """Clock tower in Belm struck by lightning

Lightning struck the clock tower of Belm on Friday and stopped the clock at 4.12 p.m.

“Nobody was in the tower,” said Ruta Sand, who keeps the keys.

The town council said that the repair would cost 30,000 crowns. Masons will put up a scaffold next
week, and the market below the tower moves to the river bank until the stones are safe.
"""
TOWER_TOO = """Lightning stops the clock of Belm

The clock tower of Belm was struck by lightning on Friday afternoon.

The repair will cost 30,000 crowns, the town council said.

Ruta Sand, who keeps the keys, said that nobody was in the tower.

The market below the tower moves to the river bank until the stones of the tower are safe.
"""
CHESS = """Schoolgirl wins chess cup

Ten-year-old Pia Lund won the chess cup of the northern islands after six rounds.

Her teacher praised her patience in the endgame. She gave up a rook early and won it back twice.

The final was played in a library before forty people, most of them pupils. The prize is a wooden
board carved by a carpenter from the mainland, and a place in the junior league next winter.
"""


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Cli:
    """Runs the command line in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        return Outcome(run(arguments), *capfdbinary.readouterr())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Cli:
    """Runs `python -m summarizer` in the test's folder, as an own process."""

    def call(*arguments: str, stdin: bytes = b"", **environment: str) -> Outcome:
        command = [sys.executable, "-m", "summarizer", *arguments]
        variables = {**os.environ, **environment}
        done = subprocess.run(
            command, input=stdin, capture_output=True, check=False, cwd=tmp_path, env=variables
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A folder with two articles on one event."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(TOWER, encoding="utf-8")
    (folder / "b.txt").write_text(TOWER_TOO, encoding="utf-8")
    return "story"


@pytest.fixture
def other(tmp_path: Path) -> str:
    """An article on something else."""
    (tmp_path / "chess.txt").write_text(CHESS, encoding="utf-8")
    return "chess.txt"
