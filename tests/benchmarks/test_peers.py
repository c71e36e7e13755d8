"""The table of other checkers, from what they said; they themselves are not installed here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.peers.compare import Answer, table, together
from benchmarks.planted import Checked, Mark

if TYPE_CHECKING:
    from pathlib import Path

ALARM = Mark("numbers", "error", "17")


def suite(folder: Path) -> Path:
    """Labels of one fault."""
    label = {
        "base": "clean-a.md",
        "class": "NUM-VAL",
        "sentence": 0,
        "was": "",
        "now": "",
        "why": "",
    }
    mill = folder / "mill"
    mill.mkdir()
    (mill / "labels.json").write_text(json.dumps({"bad-01.md": label}), encoding="utf-8")
    return mill


def answer(name: str, *, bad: tuple[Mark, ...], clean: tuple[Mark, ...]) -> Answer:
    rows = [("bad-01.md", bad), ("clean-a.md", clean)]
    return Answer(name, [Checked("mill", file, 0, "", 1.0, marks) for file, marks in rows], 1.0)


def test_a_row_has_detection_and_false_alarms(tmp_path: Path) -> None:
    folders = [suite(tmp_path)]
    peers = [
        answer("one", bad=(ALARM,), clean=()),
        answer("two", bad=(ALARM._replace(level="warning"),), clean=(ALARM,)),
    ]
    rows = [line.split() for line in table([*peers, together(peers)], folders)][2:]
    assert rows == [
        ["one", "1.000", "0.000", "0.000", "1.000", "0.000", "0.000", "1.0"],
        ["two", "0.000", "1.000", "0.000", "0.000", "1.000", "0.000", "1.0"],
        ["peers", "together", "1.000", "1.000", "0.000", "1.000", "1.000", "0.000", "2.0"],
    ]
