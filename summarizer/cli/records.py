"""Articles, with a word on every record whose date is no date: reading goes on without it."""

from __future__ import annotations

import functools
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli.notes import DateNotes
from summarizer.read import read
from summarizer.read.decode import decode
from summarizer.read.files import MAX_BYTES, gather
from summarizer.read.published import iso
from summarizer.read.records import parse_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Article
    from summarizer.read.files import Blob


def read_noting_dates(inputs: Sequence[str]) -> tuple[Article, ...]:
    """What `read` gives; notes name file, line and field of dates that cannot be read.

    Raises:
        InputError: as `read`.
        UsageError: as `read`.
    """
    stdin = sys.stdin.buffer.read(MAX_BYTES + 1) if inputs.count("-") == 1 else None
    articles = read(inputs, stdin=stdin)
    notes = DateNotes()
    for name in inputs:
        # a pipe cannot be read again
        for blob in gather([name], stdin) if _lasting(name) else ():
            for where, fields in _objects(blob):
                for field in _unreadable(fields):
                    notes.add(where, field, fields[field])
    notes.close()
    return articles


def _lasting(name: str) -> bool:
    return name == "-" or Path(name).is_file() or Path(name).is_dir()


def _objects(blob: Blob) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of an input that could be read, each with its place in words."""
    if blob.form not in ("json", "jsonl"):
        return
    text = decode(blob.data, blob.label)
    if blob.form == "jsonl" and (lines := _lines(text)):
        yield from ((f"{blob.label}, line {number}", fields) for number, fields in lines)
        return
    value = json.loads(text)
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if isinstance(value, dict):
        yield blob.label, value
        return
    yield from ((f"{blob.label}, item {number}", each) for number, each in enumerate(value, 1))


def _lines(text: str) -> list[tuple[int, dict[str, Any]]]:
    """One object a line, with its number; none where a single object fills several lines."""
    try:
        return [
            (number, json.loads(line))
            for number, line in enumerate(text.split("\n"), 1)
            if line.strip()
        ]
    except ValueError:
        return []


def _unreadable(fields: dict[str, Any]) -> list[str]:
    """The fields that should date a record, where it stays undated."""
    wrong = [
        name
        for name, value in fields.items()
        if isinstance(value, str | int | float)
        and str(value).strip()
        and _dates(name)
        and not (isinstance(value, str) and iso(value))
    ]
    return wrong if wrong and not _dated(fields) else []


@functools.lru_cache(maxsize=1024)
def _dates(name: str) -> bool:
    """Whether reading takes the date from a field of this name; reading itself is asked."""
    return _dated({"text": "-", name: "2000-01-01"})


def _dated(fields: dict[str, Any]) -> bool:
    return parse_value(json.dumps(fields), "")[0].given.published is not None
