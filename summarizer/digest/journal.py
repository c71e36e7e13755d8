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
Field = str | int | float | None
# What is counted: the event, and the field whose value is a label.
_COUNTED = {
    "fetched": ("times that the sources of a job were asked", None),
    "story": ("stories by outcome", "outcome"),
    "digest": ("digests by status", "status"),
    "delivery": ("attempts to deliver by outcome", "outcome"),
    "freed": ("dead workers whose work was freed", None),
}


class Journal:
    """Takes events from several threads; `write` gets each as a line without its end."""

    def __init__(self, write: Callable[[str], None], *, people: bool) -> None:
        """Write for people, or for programs."""
        self._write = write
        self._people = people
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def tell(self, event: str, level: Level = "info", /, **fields: Field) -> None:
        """Say that something happened, and count it."""
        with self._lock:
            if event in _COUNTED:
                label = _COUNTED[event][1]
                value = str(fields.get(label)) if label else ""
                self._counts[event, str(fields.get("job", "")), value] += 1
            self._write(
                _spoken(event, level, fields) if self._people else _line(event, level, fields)
            )

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
    told = ", ".join(f"{name} {value}" for name, value in fields.items() if value is not None)
    mark = "" if level == "info" else f"{level}: "
    return f"{mark}{event.replace('_', ' ')}: {told}" if told else f"{mark}{event}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
