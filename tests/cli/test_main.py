"""What holds for every command: help, version, errors, exit status."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from summarizer.cli import main
from summarizer.cli.parsing import COMMANDS
from summarizer.version import VERSION

if TYPE_CHECKING:
    from tests.cli.conftest import Cli


def error_of(stderr: bytes) -> Any:  # noqa: ANN401  (a JSON value)
    """The one object on standard error, valid by its schema."""
    document = json.loads(stderr)
    folder = files("summarizer").joinpath("model").joinpath("schemas")
    schema = json.loads(folder.joinpath("error.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)
    return document["error"]


def test_alone_it_explains_itself_in_a_screen(process: Cli) -> None:
    done = process()
    assert done.returncode == 0
    assert all(command in done.stdout.decode() for command in COMMANDS)
    lines = done.stdout.decode().splitlines()
    assert 24 <= len(lines) <= 40
    assert max(map(len, lines)) <= 88


def test_help_is_the_same(cli: Cli) -> None:
    assert cli("--help").stdout == cli().stdout


def test_the_version(cli: Cli) -> None:
    done = cli("--version")
    assert (done.returncode, done.stdout.decode()) == (0, f"summarizer {VERSION}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run([command, "--help"]) == 0
    printed = capsys.readouterr().out
    assert f"usage: summarizer {command}" in printed
    assert f"examples:\n  summarizer {command}" in printed


def test_an_unknown_command_is_answered_with_the_nearest(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main.run(["sumarize", "x.txt"]) == 2
    assert capfd.readouterr().err == (
        "summarizer: error: there is no command 'sumarize'\n"
        "  did you mean 'summarizer summarize'?\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["summarize", "x.txt", "--format", "pdf"],
        ["summarize", "x.txt", "--max-words", "many"],
        ["summarize", "x.txt", "--max-sentences=0"],
        ["summarize", "--nonsense"],
        ["summarize", "x.txt", "--max", "3"],
        ["summarize"],
        ["inspect"],
        ["group"],
        ["check"],
        ["check", "only-a-summary.md"],
        ["check", "summary.md", "--pairs", "pairs.jsonl"],
        ["check", "--pairs", "pairs.jsonl", "--format", "sarif"],
        ["check", "-", "-"],
        ["group", "x.txt", "--items", "items.jsonl"],
        ["rules", "XYZ"],
        ["summarize", "x.txt", "--writer", "openai"],
        ["summarize", "x.txt", "--model", "m"],
        ["--nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2_with_a_hint(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text("Title\n\nThe mill burned down on Friday.\n")
    assert main.run(arguments) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    first, hint = captured.err.splitlines()
    assert first.startswith("summarizer: error: ")
    assert hint.startswith("  ")


@pytest.mark.parametrize("form", [["--format", "json"], ["--format=json"]])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["summarize", "x.txt", "--max-words", "0"], "usage"),
        (["summarize", "x.txt", "--writer", "openai", "--nonsense"], "usage"),
        (["rules", "XYZ"], "unknown-rule"),
        (["check"], "no-input"),
    ],
)
def test_errors_are_json_where_json_is_asked_for(
    arguments: list[str], code: str, form: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main.run([*arguments, *form]) == 2
    assert error_of(capfdbinary.readouterr().err)["code"] == code


def fail(_: object) -> int:
    message = "a thing\nthat cannot be"
    raise RuntimeError(message)


def interrupt(_: object) -> int:
    raise KeyboardInterrupt


def test_a_bug_is_one_line_and_a_hint(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "_dispatch", fail)
    assert main.run([]) == 70
    assert capfd.readouterr().err == (
        "summarizer: error: RuntimeError: a thing that cannot be\n"
        "  this is a bug: set SUMMARIZER_DEBUG=1 to see where, and please report it\n"
    )


def test_a_bug_shows_its_traceback_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "_dispatch", fail)
    monkeypatch.setenv("SUMMARIZER_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main.run([])


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "_dispatch", interrupt)
    assert main.run([]) == 130


def test_a_reader_that_leaves_early_is_no_error(story: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "summarizer", "inspect", *[story] * 40, "--format", "json"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


EVERY_COMMAND = [
    ["summarize", "story"],
    ["summarize", "story", "--format", "html"],
    ["inspect", "story", "--format", "json"],
    ["group", "story"],
    ["pack", "story"],
    ["check", "summary.md", "story"],
    ["check", "--pairs", "pairs.jsonl"],
    ["rules", "QUO101"],
    ["rules", "--help"],
    ["--version"],
]


def in_a_shell(arguments: list[str], redirection: str, folder: Path) -> tuple[int, str]:
    """The exit status and the messages of a call whose standard output goes nowhere."""
    (folder / "summary.md").write_text("# Clock\n\nLightning struck the clock tower. [1]\n")
    (folder / "pairs.jsonl").write_text(
        '{"id": 1, "claim": "It burned.", "evidence": "It burned."}'
    )
    command = shlex.join([sys.executable, "-m", "summarizer", *arguments])
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} {redirection}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def errors_in(stderr: str) -> list[str]:
    lines = [line for line in stderr.splitlines() if not line.startswith("summarizer: note: ")]
    return [json.loads(line)["error"]["message"] if line[0] == "{" else line for line in lines]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", EVERY_COMMAND, ids=" ".join)
@pytest.mark.usefixtures("story")
def test_a_full_disk_is_one_message(tmp_path: Path, arguments: list[str]) -> None:
    status, stderr = in_a_shell(arguments, ">/dev/full", tmp_path)
    first, *hint = errors_in(stderr)
    assert status == 2
    assert first.endswith("cannot write to standard output: No space left on device")
    assert hint in ([], ["  free some space, or send it elsewhere"])


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("arguments", EVERY_COMMAND, ids=" ".join)
@pytest.mark.usefixtures("story")
def test_a_closed_standard_output_is_one_message(tmp_path: Path, arguments: list[str]) -> None:
    status, stderr = in_a_shell(arguments, ">&-", tmp_path)
    first, *hint = errors_in(stderr)
    assert status == 2
    assert first.endswith("cannot write to standard output: it is closed")
    assert hint in ([], ["  leave it open, or send it to a file"])


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.usefixtures("story")
def test_a_file_needs_no_standard_streams(tmp_path: Path) -> None:
    status, _ = in_a_shell(["pack", "story", "-o", "out.json"], ">&- 2>&-", tmp_path)
    assert status == 0
    assert (tmp_path / "out.json").read_bytes().startswith(b"{")


def test_names_with_terminal_codes_are_shown(cli: Cli) -> None:
    done = cli("inspect", "no\x1b[2Jsuch.txt")
    assert done.returncode == 3
    assert "no␛[2Jsuch.txt".encode() in done.stderr
