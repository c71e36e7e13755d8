"""Feeds are asked when they may be, with what they gave, and left alone when they say so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from summarizer.digest.fetching.asking import Asking
from summarizer.digest.fetching.memory import FeedRecord, MemoryOfOneRun, Validators
from summarizer.digest.fetching.polling import poll
from tests.digest.fetching.newsroom import LIMITS, NOW, feed, hours_ago, item, rss
from tests.web_server import Page

if TYPE_CHECKING:
    from summarizer.digest.fetching.polling import Polled
    from tests.web_server import WebServer

FLOOR = 300.0
MARKS = {"ETag": 'W/"a-1"', "Last-Modified": hours_ago(5)}
ITEMS = (item("http://news.example/1"), item("http://news.example/2"))


def ask(address: str, before: FeedRecord | None = None, minutes: float = 0) -> Polled:
    now = NOW + dt.timedelta(minutes=minutes)
    return poll(address, before, Asking(MemoryOfOneRun(), now, LIMITS), FLOOR)


def minutes_to_wait(polled: Polled) -> float:
    return (polled.record.next_poll - polled.record.checked).total_seconds() / 60


def test_both_validators_are_kept_and_sent(web_server: WebServer) -> None:
    start = web_server.give("/feed", feed(ITEMS, headers=MARKS), Page(status=304))
    first = ask(start)
    second = ask(start, first.record, 10)
    kept = Validators(etag='W/"a-1"', last_modified=hours_ago(5))
    assert (first.record.validators, second.record.validators) == (kept, kept)
    assert (len(first.entries), second.entries, second.problem) == (2, (), None)
    sent = web_server.asked[1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('W/"a-1"', hours_ago(5))


def test_validators_of_an_unchanged_feed_replace_those_before(web_server: WebServer) -> None:
    start = web_server.give(
        "/feed", feed(ITEMS, headers=MARKS), Page(status=304, headers={"ETag": '"b"'})
    )
    second = ask(start, ask(start).record, 10)
    assert second.record.validators == Validators(etag='"b"', last_modified=hours_ago(5))


def test_a_feed_without_validators_has_none(web_server: WebServer) -> None:
    start = web_server.give("/feed", feed(ITEMS, headers=MARKS), feed(ITEMS))
    assert ask(start, ask(start).record, 10).record.validators == Validators()


@pytest.mark.parametrize(
    ("headers", "head", "minutes"),
    [
        ({}, "", 5),
        ({"Cache-Control": "public, max-age=1800"}, "", 30),
        ({"Cache-Control": "max-age=1800", "Age": "600"}, "", 20),
        ({"Cache-Control": "max-age=60"}, "", 5),
        ({"Cache-Control": "no-cache, max-age=1800"}, "", 5),
        ({"Cache-Control": "max-age=31536000"}, "", 12 * 60),
        ({"Cache-Control": "max-age=99999999999999"}, "", 12 * 60),
        ({"Cache-Control": "x-max-age=1800"}, "", 5),
        ({"Expires": hours_ago(-2)}, "", 120),
        ({"Expires": hours_ago(0), "Date": hours_ago(1)}, "", 60),
        ({"Expires": "0"}, "", 5),
        ({"Expires": "0", "Cache-Control": "max-age=1200"}, "", 20),
        ({}, "<ttl>90</ttl>", 90),
        ({}, "<ttl>soon</ttl>", 5),
        ({"Cache-Control": "max-age=7200"}, "<ttl>90</ttl>", 120),
        ({}, "<skipHours><hour>6</hour><hour>7</hour></skipHours>", 120),
        ({}, "<skipDays><day>Saturday</day></skipDays>", 18 * 60),
        (
            {},
            "<skipDays>" + "".join(f"<day>{d}day</day>" for d in ("Mon", "Tues")) + "</skipDays>",
            5,
        ),
        ({}, "<skipHours>" + "".join(f"<hour>{n}</hour>" for n in range(24)) + "</skipHours>", 5),
    ],
)
def test_when_a_feed_is_asked_again(
    web_server: WebServer, headers: dict[str, str], head: str, minutes: float
) -> None:
    start = web_server.give("/feed", feed([], body=rss(ITEMS, head=head), headers=headers))
    assert minutes_to_wait(ask(start)) == minutes


def test_nobody_is_asked_before_the_time(web_server: WebServer) -> None:
    start = web_server.give("/feed", feed(ITEMS))
    first = ask(start)
    again = ask(start, first.record, 4.9)
    assert (again.record, again.entries, again.problem) == (first.record, (), None)
    assert len(ask(start, first.record, 5).entries) == 2
    assert len(web_server.asked) == 2


@pytest.mark.parametrize(
    ("status", "told", "minutes"),
    [
        (429, "3600", 60),
        (503, "3600", 60),
        (429, format_datetime(NOW + dt.timedelta(hours=3), usegmt=True), 180),
        (429, "99999999", 7 * 24 * 60),
        (429, "60", 5),
        (404, "", 5),
    ],
)
def test_retry_after_is_obeyed(
    web_server: WebServer, status: int, told: str, minutes: float
) -> None:
    headers = {"Retry-After": told} if told else {}
    headers["Date"] = format_datetime(NOW, usegmt=True)
    start = web_server.give("/feed", Page(status=status, headers=headers))
    polled = ask(start)
    assert minutes_to_wait(polled) == minutes
    assert len(web_server.asked) == 1
    later = ask(start, polled.record, minutes - 1)
    assert later.problem
    assert later.problem.code == "waiting"
    assert len(web_server.asked) == 1


def test_a_short_wait_is_waited(web_server: WebServer) -> None:
    busy = Page(status=429, headers={"Retry-After": "1"})
    start = web_server.give("/feed", busy, feed(ITEMS))
    assert len(ask(start).entries) == 2
    first, second = web_server.asked
    assert second.began - first.ended >= 0.9


def test_one_failure_is_tried_again(web_server: WebServer) -> None:
    start = web_server.give("/feed", Page(raw=b"nonsense\r\n"), feed(ITEMS))
    assert len(ask(start).entries) == 2


def test_failures_make_the_waiting_longer(web_server: WebServer) -> None:
    start = web_server.give("/feed", Page(status=404))
    polled, waits, minute = ask(start), [], 0.0
    for _ in range(9):
        waits.append(minutes_to_wait(polled))
        minute += waits[-1]
        polled = ask(start, polled.record, minute)
    assert waits == [5, 10, 20, 40, 80, 160, 320, 360, 360]
    assert polled.record.failures == 10
    web_server.give("/feed", feed(ITEMS))
    assert ask(start, polled.record, minute + 360).record.failures == 0


def test_what_is_gone_is_never_asked_again(web_server: WebServer) -> None:
    start = web_server.give("/feed", Page(status=410))
    polled = ask(start)
    assert polled.record.gone
    again = ask(start, polled.record, 10**6)
    assert [each.problem and each.problem.code for each in (polled, again)] == ["gone", "gone"]
    assert (again.notice, len(web_server.asked)) == (None, 1)


def test_permanent_redirects_are_remembered(web_server: WebServer) -> None:
    web_server.give("/new", feed(ITEMS))
    start = web_server.redirect("/old", "/new", status=301)
    first = ask(start)
    assert (first.record.moved, first.record.address) == (web_server.url + "/new", start)
    assert len(ask(start, first.record, 10).entries) == 2
    assert web_server.paths() == ["/old", "/new", "/new"]


def test_passing_redirects_are_not(web_server: WebServer) -> None:
    web_server.give("/new", feed(ITEMS))
    assert ask(web_server.redirect("/old", "/new", status=307)).record.moved is None


def test_a_redirect_to_a_page_is_not_believed(web_server: WebServer) -> None:
    """As networks do that want a login first."""
    web_server.give("/login", Page(body=b"<html><body>Log in</body></html>"))
    start = web_server.redirect("/feed", "/login", status=301)
    polled = ask(start)
    assert polled.problem
    assert (polled.problem.code, polled.record.moved) == ("no-feed", None)


def test_a_feed_that_moved_and_is_lost_is_looked_for_where_it_was(web_server: WebServer) -> None:
    start = web_server.give("/old", feed(ITEMS))
    record = replace(ask(start).record, moved=web_server.url + "/new")
    lost = ask(start, record, 10)
    assert lost.record.moved is None
    assert len(ask(start, lost.record, 20).entries) == 2
