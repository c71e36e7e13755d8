"""What digest jobs say while they work: lines for people or for programs, and counters.

On a terminal a line of text an event; elsewhere a JSON object a line, with the ids of the run and
the story. Neither holds a secret or an article's text. The counters are those of Prometheus' text
format (https://prometheus.io/docs/instrumenting/exposition_formats/).
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Level = Literal["info", "warning", "error"]
Stage = Literal["sources", "articles", "stories", "deliveries"]
Field = str | int | float | None
# What is counted: the event, and the field whose value is a label.
_COUNTED = {
    "fetched": ("times that the sources of a job were asked", None),
    "batch": ("batches of requests to models by what became of them", "outcome"),
    "story": ("stories by outcome", "outcome"),
    "digest": ("digests by status", "status"),
    "delivery": ("attempts to deliver by outcome", "outcome"),
    "freed": ("dead workers whose work was freed", None),
}
# What people are told of an event; `code` comes with its colon, or is empty.
_WORDS = {
    "fetched": "sources read (articles new or changed: {items}, not read: {problems})",
    "source": "not read: {message}",
    "chosen": "stories chosen: {stories} (of {items} articles)",
    "story": "story {story} {outcome}{code}",
    "digest": "the digest is {status}",
    "delivery": "delivery by {channel} {outcome}{code}",
    "freed": "work of a dead worker freed: {worker}, pieces: {pieces}",
    "note": "{message}",
    "engine": "{message}",
}


class Journal:
    """Takes events from several threads; `write` gets each as a line without its end."""

    def __init__(self, write: Callable[[str], None], *, people: bool) -> None:
        """Write for people, or for programs."""
        self._write = write
        self._people = people
        self._watch: Callable[[Stage, int, int], None] | None = None
        self._lines = True
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def tell(self, event: str, level: Level = "info", /, **fields: Field) -> None:
        """Say that something happened, and count it."""
        with self._lock:
            if event in _COUNTED:
                label = _COUNTED[event][1]
                value = str(fields.get(label)) if label else ""
                self._counts[event, str(fields.get("job", "")), value] += 1
            if self._lines or level != "info":
                told = _spoken if self._people else _line
                self._write(told(event, level, fields))

    def watch(self, watch: Callable[[Stage, int, int], None] | None, *, lines: bool = True) -> None:
        """Let somebody see how far the work is (None: nobody), with or without lines of the rest.

        Warnings and errors are always told.
        """
        self._watch, self._lines = watch, lines or watch is None

    def count(self, stage: Stage, done: int, total: int) -> None:
        """Show how far the work is, if somebody watches: so many of so many are done."""
        if self._watch is not None:
            self._watch(stage, done, total)

    def metrics(self) -> str:
        """The counters in Prometheus' text format."""
        with self._lock:
            counts = sorted(self._counts.items())
        lines = []
        for event, (text, label) in _COUNTED.items():
            name = f"summarizer_digest_{event}_total"
            lines += [f"# HELP {name} {text}.", f"# TYPE {name} counter"]
            for (kind, job, value), count in counts:
                if kind == event:
                    second = f',{label}="{_escaped(value)}"' if label else ""
                    lines.append(f'{name}{{job="{_escaped(job)}"{second}}} {count}')
        return "\n".join(lines) + "\n"


def _line(event: str, level: Level, fields: dict[str, Field]) -> str:
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    return json.dumps({"time": time, "level": level, "event": event, **fields}, ensure_ascii=False)


def _spoken(event: str, level: Level, fields: dict[str, Field]) -> str:
    """The event in words, behind the job and period that it belongs to."""
    where = " ".join(str(fields[name]) for name in ("job", "period") if fields.get(name))
    mark = "" if level == "info" else f"{level}: "
    known = {**fields, "code": f": {fields['code']}" if fields.get("code") else ""}
    told = _WORDS[event].format_map(known) if event in _WORDS else _listed(event, fields)
    return f"{mark}{where}: {told}" if where else f"{mark}{told}"


def _listed(event: str, fields: dict[str, Field]) -> str:
    """An event without words of its own: its fields."""
    told = ", ".join(
        f"{name} {value}"
        for name, value in fields.items()
        if value is not None and name not in ("job", "period")
    )
    return f"{event}: {told}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
