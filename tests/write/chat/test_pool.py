"""Many things at a time: order, bounds, errors, and an end that waits for nobody."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from summarizer.write.chat import in_order
from tests.fault_server import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fault_server import FaultServer

INTERRUPTED = """
import sys, threading
from summarizer.write.chat import ChatSettings, Timing, in_order, open_chat
from tests.question import question
timing = Timing()
chat = open_chat(ChatSettings(base_url=sys.argv[1]), timing=timing)
if sys.argv[2] == "alone":
    chat(question())
for _ in in_order(chat, map(question, map(str, range(9))), workers=3, stop=timing.stop):
    pass
"""


@pytest.fixture
def stop() -> threading.Event:
    return threading.Event()


def test_results_come_in_the_order_of_the_items(stop: threading.Event) -> None:
    def work(number: int) -> int:
        time.sleep(0.002 if number % 3 == 0 else 0)  # so that others overtake it
        return number * number

    assert list(in_order(work, range(50), workers=4, stop=stop)) == [n * n for n in range(50)]
    assert not stop.is_set()


def test_nothing_to_do(stop: threading.Event) -> None:
    assert list(in_order(str, [], workers=2, stop=stop)) == []


def test_all_workers_work_at_a_time(stop: threading.Event) -> None:
    """Each waits until all are there."""
    together = threading.Barrier(5, timeout=10)
    assert len(list(in_order(lambda _: together.wait(), range(20), workers=5, stop=stop))) == 20


def test_items_are_taken_as_they_are_needed(stop: threading.Event) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = in_order(lambda number: number, items(), workers=2, stop=stop)
    for expected in range(100):
        assert next(results) == expected
        assert len(taken) <= expected + 8


def test_an_error_is_raised_where_its_result_is_due_and_ends_the_work(
    stop: threading.Event,
) -> None:
    done: list[int] = []

    def work(number: int) -> int:
        if number == 3:
            raise ProviderError("circuit-open", "no", "wait")
        done.append(number)
        return number

    results = in_order(work, range(1000), workers=1, stop=stop)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ProviderError, match="no"):
        next(results)
    assert stop.is_set()
    assert len(done) < 10


def test_a_closed_iterator_begins_nothing_more(stop: threading.Event) -> None:
    done: list[int] = []
    results = in_order(done.append, range(1000), workers=2, stop=stop)
    next(results)
    results.close()
    assert stop.is_set()
    assert len(done) <= 10


def test_who_is_told_to_stop_says_so(stop: threading.Event) -> None:
    stop.set()
    with pytest.raises(ProviderError) as caught:
        list(in_order(str, range(9), workers=2, stop=stop))
    assert caught.value.code == "cancelled"


def test_the_threads_end(stop: threading.Event) -> None:
    before = set(threading.enumerate())
    list(in_order(str, range(9), workers=3, stop=stop))
    for thread in set(threading.enumerate()) - before:
        thread.join(10)
    assert set(threading.enumerate()) <= before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize("way", ["alone", "many"])
def test_an_interrupt_waits_for_no_server(fault_server: FaultServer, way: str) -> None:
    arrived = threading.Event()

    def say_nothing(_: object) -> Fault:
        arrived.set()
        return Fault(silent=True)

    fault_server.made = say_nothing
    command = [sys.executable, "-c", INTERRUPTED, fault_server.url, way]
    root = Path(__file__).parents[3]
    process = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True)
    assert arrived.wait(30)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=10)  # the server is silent for longer
    assert told.splitlines()[-1] == "KeyboardInterrupt"
