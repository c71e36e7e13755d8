"""A host is asked by one request at a time, with pauses; hosts do not wait for each other."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from summarizer.digest.fetching.asking import Asking
from summarizer.digest.fetching.collect import collect
from summarizer.digest.fetching.memory import MemoryOfOneRun, RobotsRecord
from summarizer.digest.fetching.robots import Robots
from summarizer.digest.fetching.turns import host_by_host, stretch
from summarizer.read.web.target import target
from tests.digest.fetching.newsroom import LIMITS, NOW, feed, item, page, source
from tests.web_server import Page

if TYPE_CHECKING:
    from tests.web_server import WebServer


def test_requests_to_a_host_follow_each_other(web_server: WebServer) -> None:
    """Also where several feeds and redirects lead to it, under one name or another port."""
    feeds = []
    for number in range(3):
        web_server.give(f"/{number}", page(number))
        web_server.redirect(f"/r{number}", f"/{number}")
        feeds.append(web_server.give(f"/feed{number}", feed([item(f"/r{number}")])))
    limits = replace(LIMITS, delay=0.05)
    collect([source(each) for each in feeds], MemoryOfOneRun(), NOW, limits, print)
    asked = sorted(web_server.asked, key=lambda each: each.began)
    assert len(asked) == 3 + 1 + 6
    assert min(after.began - before.ended for before, after in pairwise(asked)) >= 0.04


def test_pauses_differ_and_repeat() -> None:
    seeds = [f"2026-11-21 a.example {number}" for number in range(50)]
    first = [stretch(seed) for seed in seeds]
    assert first == [stretch(seed) for seed in seeds]
    assert (len(set(first)), min(first) >= 1, max(first) <= 1.5) == (50, True, True)


def test_a_site_may_wish_for_longer_pauses(web_server: WebServer) -> None:
    rules = b"User-agent: *\nCrawl-delay: 0.2\n"
    web_server.give("/robots.txt", Page(body=rules, kind="text/plain"))
    for number in range(2):
        web_server.give(f"/{number}", page(number))
    feeds = source(web_server.give("/feed", feed([item("/0"), item("/1")])))
    collect([feeds], MemoryOfOneRun(), NOW, LIMITS, print)
    pages = [each for each in web_server.asked if each.path in ("/0", "/1")]
    assert pages[1].began - pages[0].ended >= 0.19


def test_hosts_do_not_wait_for_each_other() -> None:
    both = threading.Barrier(2, timeout=20)

    def work(task: str) -> str:
        if task[1] == "0":
            both.wait()  # goes on only if the other host is worked on at the same time
        return task.upper()

    tasks = ["a0", "a1", "b0", "b1", "a2"]
    assert host_by_host(tasks, lambda task: task[0], work, 2) == ["A0", "A1", "B0", "B1", "A2"]


def test_no_more_hosts_at_a_time_than_allowed() -> None:
    busy, most = 0, 0
    lock = threading.Lock()

    def work(_task: int) -> None:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        with lock:
            busy -= 1

    host_by_host(range(200), str, work, 3)
    assert most <= 3


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: summarizer\nAllow: /a\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\nUser-agent: Summarizer\nDisallow: /b", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("<html>not found</html>", "/a", True),
        ("\0\ufffd: \n:\nDisallow", "/a", True),
        ("Crawl-delay: x\nUser-agent: *\nCrawl-delay: -7\nDisallow: /b", "/a", True),
        (None, "/a", False),
    ],
)
def test_rules_of_robots_txt(text: str | None, path: str, *, allowed: bool) -> None:
    robots = Robots(RobotsRecord(origin="http://a.example:80", text=text, expires=NOW))
    assert robots.allows(f"http://a.example{path}") == allowed
    assert robots.delay >= 0


def test_a_robots_txt_is_kept_for_a_day(web_server: WebServer) -> None:
    memory = MemoryOfOneRun()
    place = target(web_server.give("/robots.txt", Page(body=b"", kind="text/plain")))
    for _ in range(2):
        assert Asking(memory, NOW, LIMITS)._robots(place).allows(place.url)
    assert len(web_server.asked) == 1
