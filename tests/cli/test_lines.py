"""Dates of items that are no dates are noted with file, line and field, and passed over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Cli

PASSED = "cannot be read as a date and is passed over"


def lines(*values: object) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


def notes_of(stderr: bytes) -> list[str]:
    return stderr.decode().splitlines()


def test_items_are_noted_and_many_are_counted(cli: Cli) -> None:
    pile = [{"id": n, "text": f"Mill {n} burned.", "date": "yesterday"} for n in range(23)]
    done = cli("group", "--items", "-", stdin=lines(*pile).encode())
    shown = notes_of(done.stderr)
    assert (done.returncode, len(shown)) == (0, 21)
    assert shown[0] == f"summarizer: note: standard input, line 1: 'date' {PASSED}: yesterday"
    assert shown[-1] == "summarizer: note: 3 more dates cannot be read and are passed over"


def test_good_dates_are_not_noted(cli: Cli) -> None:
    pile = [{"id": n, "text": "Mill burned.", "date": d} for n, d in enumerate(("2025-03-04", ""))]
    assert cli("group", "--items", "-", stdin=lines(*pile).encode()).stderr == b""
