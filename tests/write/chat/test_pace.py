"""Requests and tokens in any minute, and how many at a time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import ProviderError
from summarizer.model.summary import Tokens
from summarizer.write.chat import ChatSettings
from summarizer.write.chat.pace import Allowed, BookOfOneProcess, Pace
from tests.fault_server import Fault, answers, fails
from tests.question import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat, Request
    from summarizer.write.chat.pace import Booking
    from tests.fault_server import FaultServer
    from tests.write.chat.conftest import Watch

GOOD = answers("{}")


def moments(
    watch: Watch, requests: list[Request], *, per_minute: int | None, tokens: int | None = None
) -> list[float]:
    """When each of these is let through, in seconds from the first."""
    settings = ChatSettings(requests_per_minute=per_minute, tokens_per_minute=tokens)
    pace = Pace(settings, watch.timing())
    began, found = watch.now, []
    for request in requests:
        pace.admit(request)
        found.append(watch.now - began)
    return found


def test_no_minute_has_more_requests_than_allowed(watch: Watch) -> None:
    found = moments(watch, [question()] * 7, per_minute=3)
    assert found == pytest.approx([0, 1.2, 2.4, 61, 62.2, 63.4, 122])


def test_no_second_has_more_than_its_share_of_a_minute_s_requests(watch: Watch) -> None:
    found = moments(watch, [question()] * 7, per_minute=121)
    assert found == pytest.approx([0, 0, 0, 1.2, 1.2, 1.2, 2.4])


@pytest.mark.parametrize(("requests", "share"), [(None, None), (1, 1), (60, 1), (61, 2), (600, 10)])
def test_the_share_of_a_second(requests: int | None, share: int | None) -> None:
    assert Allowed(requests, None).within_a_second == share


def test_without_limits_nobody_waits(watch: Watch) -> None:
    assert moments(watch, [question()] * 1000, per_minute=None) == [0] * 1000


def test_no_minute_has_more_tokens_than_allowed(watch: Watch) -> None:
    requests = [question("x" * 180, max_tokens=40)] * 5  # 100 tokens each
    assert moments(watch, requests, per_minute=None, tokens=250) == [0, 0, 61, 61, 122]


def test_a_request_beyond_a_minute_s_tokens_has_a_minute_of_its_own(watch: Watch) -> None:
    requests = [question(), question(max_tokens=5000), question()]
    assert moments(watch, requests, per_minute=None, tokens=100) == [0, 61, 122]


def test_what_the_server_counted_takes_the_place_of_the_estimate(watch: Watch) -> None:
    pace = Pace(ChatSettings(tokens_per_minute=200), watch.timing())
    booking = pace.admit(question(max_tokens=190))
    pace.settle(booking, Tokens(input=10, output=20))
    pace.admit(question(max_tokens=150))
    assert watch.waits == []


def test_a_server_that_counts_nothing_leaves_the_estimate(watch: Watch) -> None:
    pace = Pace(ChatSettings(tokens_per_minute=200), watch.timing())
    pace.settle(pace.admit(question(max_tokens=190)), Tokens(input=0, output=0))
    pace.admit(question(max_tokens=150))
    assert watch.waits == [61.0]


def test_what_one_request_is_told_to_wait_holds_for_all(watch: Watch) -> None:
    pace = Pace(ChatSettings(), watch.timing())
    pace.hold(20)
    pace.hold(5)
    pace.admit(question())
    assert watch.waits == [20.0]


def test_further_attempts_count_like_any_other(
    opened: Callable[..., Chat],
    fault_server: FaultServer,
    watch: Watch,
) -> None:
    fault_server.give(fails(500), GOOD)
    began = watch.now
    opened(requests_per_minute=1)(question())
    assert len(fault_server.requests) == 2
    assert watch.now == began + 61


def test_a_request_in_another_form_counts_like_any_other(
    opened: Callable[..., Chat], fault_server: FaultServer, watch: Watch
) -> None:
    old = fails(400, "Unrecognized request argument supplied: max_completion_tokens")
    fault_server.give(old, GOOD)
    opened(requests_per_minute=60)(question())
    assert len(fault_server.requests) == 2
    assert watch.waits == pytest.approx([1.2])


def test_who_comes_late_to_its_sending_is_booked_anew(watch: Watch) -> None:
    pace = Pace(ChatSettings(requests_per_minute=2), watch.timing())
    first = pace.admit(question())
    watch.now += 30  # as long as the process was stopped
    pace.send()
    assert (watch.waits, first.booking.age()) == ([], 0)
    pace.admit(question())
    pace.admit(question())
    # the second a second after the first was sent, and not booked; the third a minute after that
    assert watch.waits == pytest.approx([1.2, 59.8])


def test_a_stopped_queue_lets_nobody_through(watch: Watch) -> None:
    pace = Pace(ChatSettings(requests_per_minute=1), watch.timing())
    pace.admit(question())
    watch.stop.set()
    with pytest.raises(ProviderError, match="cancelled"):
        pace.admit(question())


def test_no_more_requests_are_on_their_way_than_allowed(
    opened: Callable[..., Chat], fault_server: FaultServer
) -> None:
    """Three arrive and are held by the server; the fourth does not come until one is answered."""
    arrived, go_on = threading.Semaphore(0), threading.Event()
    at_a_time: list[int] = []
    count, lock = [0], threading.Lock()

    def hold(_: object) -> Fault:
        with lock:
            count[0] += 1
            at_a_time.append(count[0])
        arrived.release()
        go_on.wait(10)
        with lock:
            count[0] -= 1
        return GOOD

    fault_server.made = hold
    chat = opened(concurrency=3)
    threads = [threading.Thread(target=chat, args=(question(f"{n}"),)) for n in range(9)]
    for thread in threads:
        thread.start()
    for _ in range(3):
        assert arrived.acquire(timeout=10)
    assert not arrived.acquire(timeout=0.1)
    go_on.set()
    for thread in threads:
        thread.join()
    assert (len(at_a_time), max(at_a_time)) == (9, 3)


class SlowBook(BookOfOneProcess):
    """A book that takes a quarter of a second for each of so many bookings."""

    def __init__(self, watch: Watch, slow: int) -> None:
        super().__init__(lambda: watch.now)
        self.watch = watch
        self.slow = slow

    def enter(self, tokens: int, allowed: Allowed) -> Booking | float:
        booked = super().enter(tokens, allowed)
        if self.slow and not isinstance(booked, float):
            self.slow -= 1
            self.watch.now += 0.25
        return booked


@pytest.mark.parametrize(("slow", "age"), [(0, 0), (1, 0), (3, 0), (1000, 0.25)])
def test_a_booking_that_took_too_long_is_made_anew_a_few_times(
    watch: Watch, slow: int, age: float
) -> None:
    book = SlowBook(watch, slow)
    pace = Pace(ChatSettings(requests_per_minute=60, book=book), watch.timing())
    admitted = pace.admit(question())
    pace.send()
    assert (admitted.booking.age(), watch.waits) == (age, [])
