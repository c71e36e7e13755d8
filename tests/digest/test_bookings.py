"""Limits of a model's server that several workers share, and what the server sees of them."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from summarizer.digest.state.bookings import SharedBook
from summarizer.write.chat import ChatSettings, open_chat
from summarizer.write.chat.pace import Allowed
from tests.fault_server import answers
from tests.question import question

if TYPE_CHECKING:
    from summarizer.digest.state.store import Store
    from tests.fault_server import Fault, FaultServer, Received


def test_the_server_sees_no_second_with_more_than_its_share(
    store: Store, fault_server: FaultServer
) -> None:
    """Three workers, of which two ask for two stories each at a time, at 120 a minute."""
    moments: list[float] = []

    def note(_: Received) -> Fault:
        moments.append(time.monotonic())
        return answers("{}")

    fault_server.made = note
    threads = []
    for worker in range(3):
        book = SharedBook(store, fault_server.url)
        settings = ChatSettings(base_url=fault_server.url, requests_per_minute=120, book=book)
        chat = open_chat(settings)
        for story in range(min(2, worker + 1)):
            asked = question(f"{worker} {story}")
            threads.append(threading.Thread(target=chat, args=(asked,)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    moments.sort()
    assert len(moments) == 5
    assert min(third - first for first, third in zip(moments, moments[2:], strict=False)) > 1


def test_limits_hold_for_all_books_of_a_server(store: Store) -> None:
    mine, theirs = SharedBook(store, "http://a"), SharedBook(store, "http://a")
    thirty, other = Allowed(None, 30), SharedBook(store, "http://b")
    booked = [mine.enter(10, thirty), theirs.enter(10, thirty), mine.enter(10, thirty)]
    assert not any(isinstance(each, float) for each in booked)
    wait = theirs.enter(10, thirty)
    assert isinstance(wait, float)
    assert 55 < wait <= 61
    assert not isinstance(other.enter(10, thirty), float)
    first, second = booked[:2]
    assert not isinstance(first, float)
    assert isinstance(mine.enter(10, Allowed(None, 35)), float)
    first.mend(1)
    assert not isinstance(mine.enter(10, Allowed(None, 35)), float)
    assert not isinstance(second, float)
    assert isinstance(theirs.enter(10, Allowed(None, 35)), float)
    second.withdraw()
    assert not isinstance(theirs.enter(10, Allowed(None, 35)), float)


def test_a_second_of_all_books_has_its_share_of_the_minute(store: Store) -> None:
    mine, theirs = SharedBook(store, "http://a"), SharedBook(store, "http://a")
    two = Allowed(120, None)
    booked = [mine.enter(10, two), theirs.enter(10, two)]
    assert not any(isinstance(each, float) for each in booked)
    wait = mine.enter(10, two)
    assert isinstance(wait, float)
    assert 0.5 < wait <= 1.2
