"""Long work tells how far it is: on a terminal alone, and gone in the end."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.messages import note
from summarizer.cli.progress import shown
from summarizer.cli.volume import spoken
from tests.fault_server import Fault, fails

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Cli
    from tests.fault_server import FaultServer, Received

ERASE = "\x1b[2K"


class Terminal(io.TextIOWrapper):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


def terminal_of(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of a known kind; not a fixture, for pytest puts its own stream back after it."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    terminal = Terminal(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr("sys.stderr", terminal)
    return terminal


def watched(screen: Terminal) -> Iterator[str]:
    """Two items; the second comes once the line is there, with one of ten done."""
    yield "a"
    deadline = time.monotonic() + 60
    while "1/10" not in screen.text():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    yield "b\x1b[bold]"


def test_a_terminal_shows_a_line_that_is_gone_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal_of(monkeypatch)
    assert list(shown(watched(screen), 10, str, patience=0)) == ["a", "b\x1b[bold]"]
    assert screen.text().rstrip("\r").endswith(ERASE)


def test_a_message_steps_in_front_of_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal_of(monkeypatch)
    for item in shown(watched(screen), 10, str, patience=0):
        if item != "a":
            note("something")
    assert f"{ERASE}summarizer: note: something\n" in screen.text()


@pytest.mark.parametrize("case", ["no terminal", "quiet", "dumb"])
def test_elsewhere_nothing_is_shown(monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    screen = terminal_of(monkeypatch)
    if case == "no terminal":
        monkeypatch.setattr("sys.stderr", io.StringIO())
    if case == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    with spoken("quiet" if case == "quiet" else "usual"):
        assert list(shown([1, 2], 2, str, patience=0)) == [1, 2]
    assert screen.text() == ""


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
@pytest.mark.parametrize(("options", "shows"), [((), True), (("-q",), False)], ids=["usual", "-q"])
def test_a_model_that_takes_long_is_waited_for_with_a_line(
    *, story: str, tmp_path: Path, fault_server: FaultServer, options: tuple[str, ...], shows: bool
) -> None:
    seen = threading.Event()

    def slow(_: Received) -> Fault:
        seen.wait(60 if shows else 1.5)
        return fails(401)

    fault_server.made = slow
    command = [sys.executable, "-m", "summarizer", "summarize", story, *options]
    command += ["--base-url", fault_server.url, "--model", "m", "-o", "out.html"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    ours, theirs = os.openpty()
    with subprocess.Popen(command, cwd=tmp_path, stderr=theirs, env=environment) as running:
        os.close(theirs)
        told = b""
        with suppress(OSError):  # how a terminal ends whose program has left
            while chunk := os.read(ours, 4096):
                told += chunk
                if b"writing and checking" in told:
                    seen.set()
        assert running.wait(60) == 4
    os.close(ours)
    assert (b"writing and checking" in told) is shows
    assert b"summarizer: error: " in told
    assert not (tmp_path / "out.html").exists()


def test_stages_are_told_to_those_who_ask(cli: Cli, story: str) -> None:
    told = cli("-v", "inspect", story).stderr.decode()
    assert told.startswith("summarizer: reading the articles: ")
    assert told.endswith(" s\n")
    assert cli("inspect", story).stderr == b""


def test_quiet_tells_no_notes_but_errors(cli: Cli, story: str) -> None:
    assert b"note: one article only" in cli("summarize", f"{story}/a.txt").stderr
    assert cli("summarize", f"{story}/a.txt", "-q").stderr == b""
    assert cli("-q", "summarize", "nothing.txt").stderr.startswith(b"summarizer: error: ")
    assert cli("inspect", story, "-q", "-v").returncode == 2
