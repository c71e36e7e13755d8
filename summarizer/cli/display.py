"""One moving line on the terminal while work takes long; messages step in front of it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.cli.volume import volume
from summarizer.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

# Seconds of work before anything is shown: what is over sooner needs no line.
PATIENCE = 1.0
_SHOWN: list[Display] = []


class Display:
    """A line that appears after a while and is gone in the end; rich is imported only then."""

    def __init__(self, text: str, total: int | None, patience: float) -> None:
        """Wait; nothing is shown yet."""
        import threading

        self._text, self._total, self._count = visible(text), total, 0
        self._line: Progress | None = None
        self._lock = threading.RLock()
        self._timer = threading.Timer(patience, self._appear)
        self._timer.daemon = True
        self._closed = False
        self._timer.start()

    def advance(self, text: str) -> None:
        """One more item is done; `text` is what it was."""
        with self._lock:
            self._count, self._text = self._count + 1, visible(text)
            if self._line is not None:
                task = self._line.task_ids[0]
                self._line.update(task, completed=self._count, description=self._text)

    def count(self, text: str, count: int, total: int) -> None:
        """So many of so many items are done; `text` is what is done with them."""
        with self._lock:
            self._text, self._count, self._total = visible(text), count, total
            if self._line is not None:
                task = self._line.task_ids[0]
                self._line.update(task, completed=count, total=total, description=self._text)

    def close(self) -> None:
        """Take the line away."""
        self._timer.cancel()
        with self._lock:
            self._closed = True
            if self._line is not None:
                self._line.stop()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let something else be written."""
        with self._lock:
            if self._line is not None:
                self._line.stop()
            try:
                yield
            finally:
                if self._line is not None and not self._closed:
                    self._line.start()

    def _appear(self) -> None:
        from rich import progress
        from rich.console import Console

        bar = (progress.BarColumn(), progress.MofNCompleteColumn())
        counted = bar if self._total is not None else ()
        columns = (progress.SpinnerColumn(), *counted, progress.TimeElapsedColumn())
        text = progress.TextColumn("{task.description}", markup=False)
        with self._lock:
            if self._closed:
                return
            console = Console(file=sys.stderr)
            self._line = progress.Progress(*columns, text, console=console, transient=True)
            self._line.add_task(self._text, total=self._total, completed=self._count)
            self._line.start()


@contextmanager
def displayed(
    text: str, total: int | None = None, *, patience: float = PATIENCE
) -> Iterator[Display | None]:
    """A line for a while; None, and nothing is shown, where nobody watches a terminal."""
    if not _watched():
        yield None
        return
    display = Display(text, total, patience)
    _SHOWN.append(display)
    try:
        yield display
    finally:
        _SHOWN.remove(display)
        display.close()


@contextmanager
def aside() -> Iterator[None]:
    """Write a message where a line may be shown."""
    if not _SHOWN:
        yield
        return
    with _SHOWN[-1].aside():
        yield


def _watched() -> bool:
    terminal = sys.stderr is not None and sys.stderr.isatty()
    return terminal and volume() != "quiet" and os.environ.get("TERM") != "dumb"
