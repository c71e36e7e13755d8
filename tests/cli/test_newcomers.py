"""What somebody gets to read who does not know the program yet: help, and wrong input."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.main import run
from summarizer.cli.parsing import COMMANDS, GROUPS, command_parser, load, parse
from tests.cli.conftest import CHESS, TOWER, TOWER_TOO
from tests.fault_server import Fault

if TYPE_CHECKING:
    from tests.cli.conftest import Cli
    from tests.fault_server import FaultServer

EVERY = [f"{name} {each}" for name in GROUPS for each in GROUPS[name]]
EVERY += [name for name in COMMANDS if name not in GROUPS]
# Those of jobs and evaluations stay, fetch or ask; that their arguments fit is tested of all.
RUN = [name for name in EVERY if name.partition(" ")[0] not in ("digest", "eval")]


def examples(name: str) -> list[str]:
    """The examples in the help of a command."""
    lines = command_parser(name, load(name)).format_help().splitlines()
    after = lines[lines.index("examples:") + 1 :]
    return [line.strip() for line in after[: after.index("")]]


def page(text: str) -> str:
    """An article as a web page."""
    title, *paragraphs = text.split("\n\n")
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f"<html><title>{title}</title><article><h1>{title}</h1>{body}</article></html>"


@pytest.mark.parametrize("name", EVERY)
def test_every_command_has_examples_that_fit_and_tells_its_exit_status(name: str) -> None:
    found = examples(name)
    assert 2 <= len(found) <= 5
    for line in found:
        words = shlex.split(line.partition(">")[0], comments=True)
        assert words[: 1 + name.count(" ") + 1] == ["summarizer", *name.split()]
        _, arguments = parse(words[1], words[2:])
        assert arguments.quiet is False
    assert "\nexit status: 0 " in command_parser(name, load(name)).format_help()


@pytest.mark.parametrize("name", RUN)
def test_the_examples_work(name: str, cli: Cli, tmp_path: Path, fault_server: FaultServer) -> None:
    (tmp_path / "folder").mkdir()
    for text, names in ((TOWER, ("article1.txt", "article.html")), (TOWER_TOO, ("article2.txt",))):
        for path in (*names, "article2.html", f"folder/{len(text)}.txt"):
            written = page(text) if path.endswith(".html") else text
            (tmp_path / path).write_text(written, encoding="utf-8")
    item = {"id": "1", "title": "Chess", "text": CHESS, "date": None, "outlet": None}
    (tmp_path / "pile.jsonl").write_text(json.dumps(item), encoding="utf-8")
    pair = {"id": "1", "claim": "It rained.", "evidence": "It rained."}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(pair), encoding="utf-8")
    for path in ("summary.md", "summary.json"):
        assert cli("summarize", "folder", "-o", path).returncode == 0
    fault_server.give(Fault(body=b'{"data": [{"id": "quill"}]}'))
    for line in examples(name):
        typed = line.partition(">")[0].replace("http://127.0.0.1:11434/v1", fault_server.url)
        words = shlex.split(typed)[1:]
        if "--base-url" in words and name == "summarize":
            words += ["--model", "quill", "--dry-run"]
        done = cli(*words)
        assert (line, done.returncode, done.stderr.count(b"error")) == (line, 0, 0)
        assert done.stdout or "-o" in words


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("summarise story", 2, "did you mean 'summarizer summarize'?"),
        ("--summarize story", 2, "did you mean 'summarizer summarize'?"),
        ("story", 2, "to summarise it: summarizer summarize story"),
        ("https://example.org/a", 2, "to summarise it: summarizer summarize https://"),
        ("eval juge", 2, "did you mean 'summarizer eval judge'?"),
        ("config shw", 2, "did you mean 'summarizer config show'?"),
        ("rules QOU", 2, "did you mean 'QUO'?"),
        ("summarize story --fromat html", 2, "did you mean '--format'?"),
        ("summarize story --format htlm", 2, "did you mean 'html'?"),
        ("summarize story --format xyz", 2, "see 'summarizer summarize --help'"),
        ("summarize story/aa.txt", 3, "did you mean story/a.txt?"),
        ("summarize nothing/a.txt", 3, "there is no folder nothing: check the path"),
        ("summarize none", 3, "a folder is searched for .txt, .md, .html"),
        ("summarize empty.txt", 3, "give a file that holds an article"),
        ("summarize binary.txt", 3, "give plain text, Markdown, HTML, JSON or JSON Lines"),
        ("summarize picture.png", 3, "save the article as .txt"),
        ("summarize -", 3, "give a file that holds an article"),
        ("summarize story -o none", 2, "name the file to write in it"),
        ("summarize story -o no/such.html", 2, "name a file in a folder that exists"),
        ("summarize story -o summary.pdf", 2, "end it in .json, .md"),
        ("check story story/a.txt", 2, "the summary comes first, then its sources"),
        ("check story/a.txt", 2, "summarizer check SUMMARY INPUT..."),
        ("check none.md story", 3, "check the name and the permissions"),
        ("check binary.txt story", 3, "give plain text"),
        ("group --items picture.png", 3, ""),
    ],
)
@pytest.mark.usefixtures("story")
def test_wrong_input_is_answered_with_what_to_do(
    cli: Cli, tmp_path: Path, line: str, status: int, said: str
) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    for name in ("binary.txt", "picture.png"):
        (tmp_path / name).write_bytes(bytes(range(256)))
    done = cli(*line.split())
    error, *hint = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (status, b"")
    assert error.startswith("summarizer: error: ")
    assert said in "\n".join(hint)
    assert hint


def test_a_file_that_cannot_be_written_is_told_before_the_work(
    cli: Cli, story: str, fault_server: FaultServer
) -> None:
    done = cli("summarize", story, "--base-url", fault_server.url, "-o", "no/such.html")
    assert (done.returncode, fault_server.requests) == (2, [])


@pytest.mark.parametrize("words", [["help", "check"], ["-q", "help", "check"]])
def test_help_is_also_a_word(cli: Cli, words: list[str]) -> None:
    assert cli(*words).stdout == cli("check", "--help").stdout
    assert cli("help", "eval", "judge").stdout == cli("eval", "judge", "--help").stdout
    assert cli("help").stdout == cli().stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
def test_who_is_to_type_an_article_is_told_how_it_ends(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "summarizer", "inspect", "-"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        os.close(theirs)
        assert running.stderr
        assert running.stderr.readline().startswith(b"summarizer: note: reading standard input")
        os.write(ours, b"Title\n\nThe mill burned down on Friday.\n\x04")
        assert running.wait(60) == 0
    os.close(ours)


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
@pytest.mark.parametrize("ending", ["html", "json"])
def test_an_interrupt_leaves_no_half_file(story: str, tmp_path: Path, ending: str) -> None:
    output = tmp_path / f"out.{ending}"
    output.write_text("old", encoding="utf-8")
    command = [sys.executable, "-m", "summarizer", "-v", "summarize", *[story] * 40]
    with subprocess.Popen(
        [*command, "-o", output.name], cwd=tmp_path, stderr=subprocess.PIPE
    ) as running:
        assert running.stderr
        assert running.stderr.readline().startswith(b"summarizer: reading the articles: ")
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        assert running.stderr.read() == b""
    assert output.read_text(encoding="utf-8") == "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == [output.name, "story"]


def test_the_exit_status_of_help_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert [run([*name.split(), "--help"]) for name in EVERY] == [0] * len(EVERY)
    assert capsys.readouterr().err == ""


def test_two_events_in_one_call_are_noted(cli: Cli) -> None:
    suite = Path(__file__).resolve().parents[2] / "eval" / "suites" / "demo"
    mixed = cli("summarize", str(suite / "bridge" / "articles"), str(suite / "dam" / "articles"))
    note = b"note: the articles may tell 2 stories: bridge/articles/1-varlund-post.txt, "
    assert note in mixed.stderr
    assert b" and 1 more | dam/articles/1-" in mixed.stderr
    assert b"may tell" not in cli("summarize", str(suite / "bridge" / "articles")).stderr
