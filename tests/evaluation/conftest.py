"""An invented suite in a folder of its own, with what changes a case of it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.cli.main import run
from tests.answered import claim
from tests.fault_server import answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.fault_server import Fault, FaultServer, Received

HARBOUR = "The harbour will stay closed until Thursday."
ARTICLES = {
    "1-quay-post.txt": f"""Fire destroys Marlow warehouse

A fire destroyed the grain warehouse at Marlow harbour on Monday night. Three workers were hurt.

Fire chief Ida Brandt said the fire had started in the drying hall.

“Nobody is missing,” Brandt said. {HARBOUR}
""",
    "2-marlow-sun.txt": """Warehouse fire hurts four in Marlow

Four workers were hurt when fire destroyed the grain warehouse of Marlow on Monday night.

Fire chief Ida Brandt said that the fire had started in the drying hall of the warehouse.

The owner, Tarn Grain, said it would rebuild the shameful ruin before the harvest.
""",
}
CASE: dict[str, Any] = {
    "about": "A fire destroys a warehouse; the papers differ on how many were hurt.",
    "kind": "disaster",
    "facts": [
        {
            "id": "destroyed",
            "text": "A fire destroyed the grain warehouse.",
            "must": True,
            "passages": [
                {"file": "1-quay-post.txt", "exact": "A fire destroyed the grain warehouse"},
                {"file": "2-marlow-sun.txt", "exact": "fire destroyed the grain warehouse"},
            ],
            "words": ["fire", "destroyed|destroys", "warehouse"],
        },
        {
            "id": "started",
            "text": "It started in the drying hall, Brandt said.",
            "must": True,
            "passages": [
                {"file": "1-quay-post.txt", "exact": "the fire had started in the drying hall"}
            ],
            "words": ["started|began", "drying hall"],
        },
    ],
    "speakers": [{"name": "Ida Brandt", "also": ["Brandt"], "words": ["started", "drying hall"]}],
    "conflicts": [
        {
            "topic": "hurt",
            "values": [
                {"words": ["three workers"], "files": ["1-quay-post.txt"]},
                {"words": ["four workers"], "files": ["2-marlow-sun.txt"]},
            ],
        }
    ],
    "forbidden": [
        {
            "id": "dead",
            "text": "Two workers died in the fire.",
            "words": ["died|killed|dead"],
            "why": "no article tells of deaths",
        }
    ],
    "loaded": ["shameful"],
    "faulty": [
        {
            "id": "nine",
            "text": "Nine workers were hurt. [1]",
            "families": ["NUM"],
            "why": "three were",
        }
    ],
    "sound": [{"id": "closed", "text": f"{HARBOUR} [1]"}],
}
SUITE = """\
name = "small"
description = "One invented fire."
cases = ["fire"]
"""


@pytest.fixture
def eval_dir(tmp_path: Path) -> Path:
    """A folder of evaluation data with the suite `small` and its one case `fire`."""
    folder = tmp_path / "eval"
    case = folder / "suites" / "small" / "fire"
    (case / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (case / "articles" / name).write_text(text, encoding="utf-8")
    (case / "case.json").write_text(json.dumps(CASE), encoding="utf-8")
    (case.parent / "suite.toml").write_text(SUITE, encoding="utf-8")
    return folder


@pytest.fixture
def changed(eval_dir: Path) -> Callable[[dict[str, Any]], Path]:
    """Put other values into the case; gives the folder of evaluation data."""

    def change(values: dict[str, Any]) -> Path:
        path = eval_dir / "suites" / "small" / "fire" / "case.json"
        path.write_text(json.dumps(CASE | values), encoding="utf-8")
        return eval_dir

    return change


# What a model might answer: three claims that the check passes, under a headline.
CLAIMS = (
    claim("A fire destroyed the grain warehouse at Marlow harbour on Monday night.", "s1.1"),
    claim(
        "Fire chief Ida Brandt said the fire had started in the drying hall.",
        "s1.3",
        speaker="Ida Brandt",
        role="Fire chief",
        cue="said",
        kind="statement",
    ),
    claim("The harbour will stay closed until Thursday.", "s1.5"),
)
HEADLINE = claim("Fire destroyed grain warehouse at Marlow harbour", "s1.1")
ANSWER = json.dumps({"claims": CLAIMS, "headline": HEADLINE})


def answering(_: Received) -> Fault:
    """The same answer to every request."""
    return answers(ANSWER, model="quill")


@pytest.fixture
def server(fault_server: FaultServer) -> FaultServer:
    """A model's server that answers every request."""
    fault_server.made = answering
    return fault_server


@pytest.fixture
def evaluate(
    eval_dir: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[int, str, str]]:
    """Runs `summarizer eval` on the invented suite; gives status, output and messages."""
    monkeypatch.chdir(eval_dir.parent)

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
        status = run(["eval", *arguments, "--eval-dir", str(eval_dir)])
        out, error = capfdbinary.readouterr()
        return status, out.decode(), error.decode()

    return call


@pytest.fixture
def recorded(evaluate: Callable[..., tuple[int, str, str]], server: FaultServer) -> FaultServer:
    """Two trials of `summarize@1` are recorded; the server that was asked."""
    done = evaluate("record", "--model", "quill", "--base-url", server.url, "--trials", "2")
    assert done[0] == 0, done
    return server
