"""One line that tells how far long work is, on a terminal alone."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, TypeVar

from summarizer.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
_WIDTH = 24


def shown(items: Iterable[T], total: int, describe: Callable[[T], str]) -> Iterator[T]:
    """The items as they come, each with a line that replaces the one before."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    try:
        for count, item in enumerate(items, 1):
            _line(count, total, describe(item))
            yield item
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _line(count: int, total: int, text: str) -> None:
    filled = _WIDTH * count // total
    line = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {count}/{total} {visible(text)}"
    sys.stderr.write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")
    sys.stderr.flush()
