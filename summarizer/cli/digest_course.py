"""How far a digest is, as one moving line on the terminal."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.cli.display import displayed
from summarizer.cli.volume import volume

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.cli.display import Display
    from summarizer.digest.desk import Desk
    from summarizer.digest.journal import Stage

_WORDS = {
    "sources": "sources read",
    "articles": "articles fetched",
    "stories": "stories written",
    "deliveries": "deliveries made",
}


class Course:
    """Shows what the desk counts itself, and what the state says that any worker has done."""

    def __init__(self, desk: Desk, display: Display | None) -> None:
        """Show nothing yet."""
        self._desk = desk
        self._display = display

    def count(self, stage: Stage, done: int, total: int) -> None:
        """So many of so many are done."""
        if self._display is not None:
            self._display.count(_WORDS[stage], done, total)

    def of(self, job: str, period: str) -> Callable[[], None] | None:
        """What looks how far a period is; None where nothing is shown."""
        return None if self._display is None else lambda: self._look(job, period)

    def _look(self, job: str, period: str) -> None:
        """Show how far stories and deliveries are, once there are some."""
        from summarizer.digest.state import ledger, stories

        done, promised = ledger.progress(self._desk.store, job, period)
        told, picked = stories.progress(self._desk.store, job, period)
        if promised:
            self.count("deliveries", done, promised)
        elif picked:
            self.count("stories", told, picked)


@contextmanager
def watching(desk: Desk, job: str) -> Iterator[Course]:
    """Show how far the work on a job is, while it is done.

    Warnings step in front of the line, with `-v` whatever happens does.
    """
    with displayed(f"{job} …", 0) as display:
        course = Course(desk, display)
        desk.journal.watch(course.count if display else None, lines=volume() == "verbose")
        try:
            yield course
        finally:
            desk.journal.watch(None)
