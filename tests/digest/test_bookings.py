"""What a model's server sees of the limits that several workers share."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from summarizer.digest.state.bookings import SharedBook
from summarizer.write.chat import ChatSettings, open_chat
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
