"""Dates of records that are no dates are noted with file, line and field, and passed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TOWER, TOWER_TOO

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli


def record(text: str, **fields: object) -> dict[str, object]:
    return {"text": text, **fields}


def lines(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def notes_of(stderr: bytes) -> list[str]:
    return stderr.decode().splitlines()


BAD = (
    record(TOWER, date="2025-13-45"),
    record(TOWER_TOO, published="2025-03-04", created_at="soon"),
    record(TOWER_TOO, Published_At="yesterday"),
    record(TOWER_TOO, timestamp=1700000000, date=" "),
    record(TOWER_TOO, date=None),
)
PASSED = "cannot be read as a date and is passed over"


@pytest.mark.parametrize("command", ["inspect", "group"])
def test_a_date_that_is_none_is_noted_with_its_line(cli: Cli, tmp_path: Path, command: str) -> None:
    (tmp_path / "feed.jsonl").write_text(lines(*BAD))
    done = cli(command, "feed.jsonl")
    assert (done.returncode, notes_of(done.stderr)) == (
        0,
        [
            f"summarizer: note: feed.jsonl, line 1: 'date' {PASSED}: 2025-13-45",
            f"summarizer: note: feed.jsonl, line 3: 'Published_At' {PASSED}: yesterday",
            f"summarizer: note: feed.jsonl, line 4: 'timestamp' {PASSED}: 1700000000",
        ],
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (json.dumps(BAD[0]), ""),
        (json.dumps([BAD[1], BAD[0]]), ", item 2"),
        (json.dumps({"articles": [BAD[0]]}), ", item 1"),
    ],
)
def test_whole_documents_name_the_item(cli: Cli, tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "one.json").write_text(text)
    done = cli("inspect", "one.json")
    assert notes_of(done.stderr) == [
        f"summarizer: note: one.json{place}: 'date' {PASSED}: 2025-13-45"
    ]


def test_one_object_may_fill_several_lines(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps(BAD[0], indent=1))
    assert f"one.jsonl: 'date' {PASSED}" in cli("inspect", "one.jsonl").stderr.decode()


def test_standard_input_is_read_once(cli: Cli) -> None:
    done = cli("inspect", "-", stdin=lines(BAD[0]).encode())
    assert done.returncode == 0
    assert f"standard input, line 1: 'date' {PASSED}" in done.stderr.decode()


def test_items_are_noted_too_and_many_are_counted(cli: Cli) -> None:
    pile = [{"id": n, "text": f"Mill {n} burned.", "date": "yesterday"} for n in range(23)]
    done = cli("group", "--items", "-", stdin=lines(*pile).encode())
    shown = notes_of(done.stderr)
    assert (done.returncode, len(shown)) == (0, 21)
    assert shown[0] == f"summarizer: note: standard input, line 1: 'date' {PASSED}: yesterday"
    assert shown[-1] == "summarizer: note: 3 more dates cannot be read and are passed over"


def test_good_dates_are_not_noted(cli: Cli) -> None:
    pile = [{"id": n, "text": "Mill burned.", "date": d} for n, d in enumerate(("2025-03-04", ""))]
    assert cli("group", "--items", "-", stdin=lines(*pile).encode()).stderr == b""
