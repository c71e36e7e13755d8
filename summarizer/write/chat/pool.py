"""Working on many things at a time, in threads, with results in order.

The threads are daemons, and none is waited for at the end: those of `concurrent.futures` keep a
process that was interrupted alive until the last server has answered.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from summarizer.write.chat.timing import cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

T = TypeVar("T")
R = TypeVar("R")

# Items for each worker that are under way or wait for an earlier one: with answers that take
# between half and twice the usual time, no worker has to wait for the first in line.
_AHEAD = 4
# Seconds after which a thread that computes lets another one go on, while there is work. An answer
# that has come is read in a dozen steps, and each may wait so long for every thread that computes:
# four at a time, answers of 1 s took 1.060 with Python's 0.005 and 1.040 with this (means of three
# runs each, taken in turn, of benchmarks/many_stories.py on two cores under load).
_TURN = 0.001


def in_order(
    work: Callable[[T], R], items: Iterable[T], *, workers: int, stop: threading.Event
) -> Generator[R, None, None]:
    """The results of `work` for each item, in the order of the items.

    `items` are taken as they are needed: no more than four for each worker are under way or wait
    for an earlier one, so memory does not grow with their number. What `work` raises is raised
    here and ends everything. Then, when the iterator is closed, and on Ctrl-C `stop` is set:
    nothing more is begun, and no thread keeps the process from ending.

    While it works, threads take turns more often than usual (`sys.setswitchinterval`).
    """
    todo: SimpleQueue[tuple[T, Future[R]] | None] = SimpleQueue()
    waiting: deque[Future[R]] = deque()
    source = iter(items)
    threads = _started(work, todo, workers, stop)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        while _filled(waiting, todo, source, workers * _AHEAD):
            yield waiting.popleft().result()
    except BaseException:
        stop.set()
        raise
    finally:
        sys.setswitchinterval(usual)
        for _ in threads:
            todo.put(None)


def _started(
    work: Callable[[T], R],
    todo: SimpleQueue[tuple[T, Future[R]] | None],
    workers: int,
    stop: threading.Event,
) -> list[threading.Thread]:
    arguments = (work, todo, stop)
    threads = [
        threading.Thread(target=_work, args=arguments, daemon=True, name=f"story-{n}")
        for n in range(workers)
    ]
    for thread in threads:
        thread.start()
    return threads


def _filled(
    waiting: deque[Future[R]],
    todo: SimpleQueue[tuple[T, Future[R]] | None],
    source: Iterator[T],
    most: int,
) -> bool:
    """Hand out items until so many wait; whether any does."""
    while len(waiting) < most:
        try:
            item = next(source)
        except StopIteration:
            break
        future: Future[R] = Future()
        waiting.append(future)
        todo.put((item, future))
    return bool(waiting)


def _work(
    work: Callable[[T], R],
    todo: SimpleQueue[tuple[T, Future[R]] | None],
    stop: threading.Event,
) -> None:
    """What a thread does until there is nothing more or `stop` is set."""
    while (task := todo.get()) is not None:
        item, future = task
        if stop.is_set():
            future.set_exception(cancelled())
            continue
        try:
            future.set_result(work(item))
        except BaseException as error:  # noqa: BLE001  (raised again where the result is taken)
            future.set_exception(error)
        del task, item, future  # an idle thread keeps nothing alive
