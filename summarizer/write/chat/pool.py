"""Working on many things at a time, in threads, with results in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
R = TypeVar("R")


def in_order(
    work: Callable[[T], R], items: Iterable[T], *, workers: int, stop: threading.Event
) -> Iterator[R]:
    """The results of `work` for each item, in the order of the items.

    `items` are taken as they are needed: no more than four for each worker are under way or wait
    for an earlier one, so memory does not grow with their number. What `work` raises is raised
    here and ends everything. Then, when the iterator is closed, and on Ctrl-C `stop` is set:
    nothing more is begun, and no thread keeps the process from ending.
    """
    raise NotImplementedError
