"""JSON Lines of pairs and items, read one by one so that any number streams through."""

from __future__ import annotations

import gc
import json
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.cli.notes import DateNotes
from summarizer.errors import InputError
from summarizer.model.story import Item

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pair(NamedTuple):
    """A claim and the texts that have to carry it."""

    id: str
    claim: str
    evidence: tuple[str, ...]


# New objects after which the garbage collector looks at them: a row has more than its usual 700.
_MANY = 50_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the garbage collector run seldom while rows stream by: they leave it next to nothing."""
    before = gc.get_threshold()
    gc.set_threshold(_MANY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Line(NamedTuple):
    """An object and where it stands, for messages."""

    where: str
    fields: dict[str, Any]


def pairs(path: str) -> Iterator[Pair]:
    """The pairs of a file, or of standard input for `-`.

    Raises:
        InputError: the file or a line of it cannot be read; the message names the line.
    """
    for line in _objects(path):
        evidence = line.fields.get("evidence")
        texts = [evidence] if isinstance(evidence, str) else evidence
        if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
            raise _misshapen(line, "'evidence' is not a text or a list of texts", _PAIR)
        yield Pair(_id(line, _PAIR), _text(line, "claim", _PAIR), tuple(texts))


def items(path: str) -> Iterator[Item]:
    """The items of a file, or of standard input for `-`; a date that is none is noted.

    Raises:
        InputError: the file or a line of it cannot be read, an id comes twice, or there is no item.
    """
    from summarizer.merge.grouping.sketches import day_number

    seen: dict[str, str] = {}
    notes = DateNotes()
    for line in _objects(path):
        item = Item(
            id=_id(line, _ITEM),
            title=_optional(line, "title"),
            text=_text(line, "text", _ITEM),
            date=_optional(line, "date"),
            outlet=_optional(line, "outlet"),
        )
        if item.id in seen:
            raise _misshapen(line, f"the id '{item.id}' was already given at {seen[item.id]}", "")
        seen[item.id] = line.where
        if (item.date or "").strip() and day_number(item.date) is None:
            notes.add(line.where, "date", item.date)
        yield item
    notes.close()
    if not seen:
        raise InputError("empty-input", f"{_name(path)} is empty", "give a file that holds items")


_PAIR = 'a line is {"id": …, "claim": …, "evidence": text or [texts]}'
_ITEM = 'a line is {"id": …, "title": …, "text": …, "date": …, "outlet": …}'


def _objects(path: str) -> Iterator[Line]:
    name = _name(path)
    for number, raw in enumerate(_raw_lines(path), 1):
        if not raw.strip():
            continue
        where = f"{name}, line {number}"
        try:
            fields = json.loads(raw.decode("utf-8-sig"))
        except (ValueError, RecursionError) as reason:
            message = f"{where} is no JSON: {reason}"
            raise InputError("broken-json", message, "mend the line or leave it out") from reason
        if not isinstance(fields, dict):
            raise InputError("broken-json", f"{where} is no object", "write one object a line")
        yield Line(where, fields)


def _name(path: str) -> str:
    return "standard input" if path == "-" else path


def _raw_lines(path: str) -> Iterator[bytes]:
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as stream:
            yield from stream
    except OSError as reason:
        raise unreadable(path, reason) from reason


def unreadable(path: str, reason: OSError) -> InputError:
    """The error for a file that cannot be opened or read."""
    return InputError(
        "unreadable-file",
        f"cannot read '{path}': {reason.strerror or reason}",
        "check the name and the permissions",
    )


def _id(line: Line, shape: str) -> str:
    value = line.fields.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _misshapen(line, "'id' is missing or no text", shape)
    return str(value)


def _text(line: Line, field: str, shape: str) -> str:
    value = line.fields.get(field)
    if not isinstance(value, str):
        raise _misshapen(line, f"'{field}' is missing or no text", shape)
    return value


def _optional(line: Line, field: str) -> str | None:
    value = line.fields.get(field)
    if value is not None and not isinstance(value, str):
        raise _misshapen(line, f"'{field}' is neither a text nor null", _ITEM)
    return value


def _misshapen(line: Line, what: str, shape: str) -> InputError:
    return InputError("bad-line", f"{line.where}: {what}", shape)
