"""Inputs that a user will one day give: each ends with the right status and a useful message."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.cli.main import run

ARTICLES = (
    Path(__file__).resolve().parent.parent / "eval" / "suites" / "demo" / "ferry" / "articles"
)
FERRY = ARTICLES / "2-meridian-daily.txt"
BAKERY = """Baker of Ostrel wins bread prize

The baker Ansa Vihl has won the golden loaf of the bakers’ guild for a rye bread with caraway.

The jury said that the crust had been the best in years. The prize is worth 500 talers.
"""
GERMAN = """Bäckerin aus Ostrel gewinnt Brotpreis

Die Bäckerin Ansa Vihl hat den goldenen Laib der Bäckerzunft für ein Roggenbrot mit Kümmel gewonnen.

Die Jury sagte, dass die Kruste die beste seit Jahren gewesen sei.
Der Preis ist mit 500 Talern dotiert.
"""


class Outcome(NamedTuple):
    """What a call of the command line did."""

    status: int
    out: str
    err: str


class Shell:
    """The command line in an empty folder."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def file(self, name: str, content: str | bytes) -> str:
        data = content if isinstance(content, bytes) else content.encode()
        (self.folder / name).write_bytes(data)
        return str(self.folder / name)

    def run(self, *arguments: str) -> Outcome:
        status = run(list(arguments))
        return Outcome(status, *self._capture.readouterr())


@pytest.fixture
def shell(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capfd)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", ""),
        ("blank.txt", " \n\n\t\n"),
        ("binary.txt", bytes(range(256)) * 20),
        ("menu.txt", "Home\nSport\nLog in\nSubscribe\n"),
        ("table.docx", "Some words in an office file."),
        ("broken.jsonl", '{"title": "Bread", "text": "A baker won."}\n{broken\n'),
        ("broken.json", '{"title": '),
    ],
)
def test_what_cannot_be_read_is_named(shell: Shell, name: str, content: str | bytes) -> None:
    outcome = shell.run("summarize", shell.file(name, content))
    assert (outcome.status, outcome.out) == (3, "")
    assert name in outcome.err


def test_a_broken_line_is_numbered(shell: Shell) -> None:
    good = json.dumps({"title": "Bread", "text": BAKERY})
    outcome = shell.run("inspect", shell.file("items.jsonl", f"{good}\n{good}\n{{broken\n"))
    assert outcome.status == 3
    assert "line 3" in outcome.err


@pytest.mark.parametrize("name", ["missing.txt", "missing/"])
def test_a_missing_input_is_named(shell: Shell, name: str) -> None:
    outcome = shell.run("summarize", str(FERRY), str(shell.folder / name))
    assert (outcome.status, outcome.out) == (3, "")
    assert "missing" in outcome.err


def test_an_error_is_json_where_json_is_asked_for(shell: Shell) -> None:
    outcome = shell.run("summarize", "missing.txt", "--format", "json")
    error = json.loads(outcome.err)["error"]
    assert (outcome.status, sorted(error)) == (3, ["code", "hint", "message"])


def test_one_article_is_summarized_and_said_to_be_alone(shell: Shell) -> None:
    outcome = shell.run("summarize", str(FERRY), "--format", "json")
    assert outcome.status == 0
    assert "nothing in the summary is corroborated" in outcome.err
    assert {origin for c in json.loads(outcome.out)["claims"] for origin in c["origins"]}


def test_a_copy_adds_no_origin(shell: Shell) -> None:
    copy = shell.folder / "copy.txt"
    shutil.copyfile(FERRY, copy)
    alone = json.loads(shell.run("summarize", str(FERRY), "--format", "json").out)
    twice = json.loads(shell.run("summarize", str(FERRY), str(copy), "--format", "json").out)
    texts = [[claim["text"] for claim in each["claims"]] for each in (alone, twice)]
    counts = [[len(claim["origins"]) for claim in each["claims"]] for each in (alone, twice)]
    assert (texts[0], counts[0]) == (texts[1], counts[1])


def test_articles_with_nothing_in_common_are_refused_and_listed(shell: Shell) -> None:
    outcome = shell.run("summarize", str(FERRY), shell.file("bread.txt", BAKERY))
    assert (outcome.status, outcome.out) == (1, "")
    assert "Baker of Ostrel wins bread prize" in outcome.err
    assert "Ferry strikes breakwater" in outcome.err


def test_another_language_is_named(shell: Shell) -> None:
    outcome = shell.run("inspect", shell.file("brot.txt", GERMAN), "--format", "json")
    (article,) = json.loads(outcome.out)["articles"]
    assert (outcome.status, article["language"]) == (0, "de")


def test_a_summary_of_another_language_says_what_is_not_checked(shell: Shell) -> None:
    outcome = shell.run("summarize", shell.file("brot.txt", GERMAN), "--format", "json")
    assert outcome.status == 0
    assert "de" in outcome.err.replace("'", " ").split() or "German" in outcome.err


def test_two_hundred_articles(shell: Shell) -> None:
    text = FERRY.read_text(encoding="utf-8")
    for number in range(200):
        shell.file(f"{number:03}.txt", text.replace("3,200", f"3,{number:03}"))
    outcome = shell.run("summarize", str(shell.folder), "--format", "json")
    assert outcome.status == 0
    assert len(json.loads(outcome.out)["sources"]) == 200


@pytest.mark.parametrize("filler", ["word ", "A new sentence stands here. ", "x"])
def test_a_file_of_twenty_megabytes(shell: Shell, filler: str) -> None:
    body = FERRY.read_text(encoding="utf-8") + "\n\n" + filler * (20_000_000 // len(filler))
    outcome = shell.run("inspect", shell.file("huge.txt", body), "--format", "json")
    assert outcome.status == 3
    assert "huge.txt has" in outcome.err
