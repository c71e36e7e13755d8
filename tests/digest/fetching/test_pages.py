"""Pages that cannot be had: what stands in for them, and when they are tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.digest.fetching.asking import Asking
from summarizer.digest.fetching.memory import MemoryOfOneRun, Validators
from summarizer.errors import InputError
from summarizer.read.web.page import readable
from tests.digest.fetching.desk import codes, serve_stories, titles
from tests.digest.fetching.newsroom import (
    LIMITS,
    NOW,
    feed,
    item,
    page,
    source,
    story,
)
from tests.web_server import Page

if TYPE_CHECKING:
    from tests.digest.fetching.desk import Desk
    from tests.web_server import WebServer

CLOSED = Page(body=b"User-agent: *\nDisallow: /\n", kind="text/plain")
WHOLE = {"content:encoded": f"<![CDATA[{story(7)}]]>"}


def test_the_feed_s_own_text_stands_in_for_the_page(desk: Desk, web_server: WebServer) -> None:
    feeds = source(web_server.give("/feed", feed([item("/missing", "Bridge closed", more=WHOLE)])))
    (found,) = desk.collect(feeds).items
    assert (found.title, found.outlet) == ("Bridge closed", "The Harbour Courier")
    assert "crack number 7" in found.article.text
    assert found.url == web_server.url + "/missing"


def test_an_entry_without_a_link_is_the_feed_s_text(desk: Desk, web_server: WebServer) -> None:
    feeds = source(web_server.give("/feed", feed([item(None, more=WHOLE), item(None, "No text")])))
    collected = desk.collect(feeds)
    assert [each.url.partition("#")[0] for each in collected.items] == [feeds.place]
    assert (collected.problems, web_server.paths()) == ((), ["/feed"])


def test_a_page_that_is_gone_later_does_not_take_the_text_away(
    desk: Desk, web_server: WebServer
) -> None:
    web_server.give("/1", page(1), Page(status=500))
    feeds = source(web_server.give("/feed", feed([item("/1")]), feed([item("/1", more=WHOLE)])))
    desk.collect(feeds)
    assert desk.collect(feeds, hours=1) == desk.collect()


def test_robots_txt_closes_pages_and_not_feeds(desk: Desk, web_server: WebServer) -> None:
    web_server.give("/robots.txt", CLOSED)
    web_server.give("/1", page(1))
    items = [item("/1"), item("/2", more=WHOLE)]
    collected = desk.collect(source(web_server.give("/feed", feed(items))))
    assert [each.url[-2:] for each in collected.items] == ["/2"]
    assert codes(collected) == ["robots"]
    assert web_server.paths() == ["/feed", "/robots.txt"]


def test_robots_txt_is_asked_at_redirects_too(desk: Desk, web_server: WebServer) -> None:
    rules = b"User-agent: summarizer\nDisallow: /closed\n"
    web_server.give("/robots.txt", Page(body=rules, kind="text/plain"))
    web_server.redirect("/1", "/closed/1")
    web_server.give("/closed/1", page(1))
    collected = desk.collect(source(web_server.give("/feed", feed([item("/1")]))))
    assert codes(collected) == ["robots"]
    assert "/closed/1" not in web_server.paths()


@pytest.mark.parametrize(("status", "expected"), [(404, 1), (403, 1), (503, 0)])
def test_a_site_that_cannot_tell_its_rules_is_closed(
    desk: Desk, web_server: WebServer, status: int, expected: int
) -> None:
    web_server.give("/robots.txt", Page(status=status))
    assert len(desk.collect(serve_stories(web_server, [1])).items) == expected


def test_a_page_that_fails_is_tried_again_though_the_feed_is_unchanged(
    desk: Desk, web_server: WebServer
) -> None:
    web_server.give("/1", Page(status=503), page(1))
    feeds = source(web_server.give("/feed", feed([item("/1")]), Page(status=304)))
    assert codes(desk.collect(feeds)) == ["server-busy"]
    assert desk.collect(feeds, hours=0.1).items == ()
    assert titles(desk.collect(feeds, hours=2)) == ["Bridge 1 of Port Ansel closed"]
    assert desk.collect(feeds, hours=4).items == ()
    assert web_server.paths().count("/1") == 2


@pytest.mark.parametrize(
    ("wait", "expected"), [("3600", ["server-busy", "host-silent"]), ("1", ["server-busy"])]
)
def test_a_host_that_wants_to_rest_is_left_alone(
    desk: Desk, web_server: WebServer, wait: str, expected: list[str]
) -> None:
    feeds = serve_stories(web_server, [1, 2])
    web_server.give("/1", Page(status=429, headers={"Retry-After": wait}))
    assert codes(desk.collect(feeds)) == expected
    asked = web_server.asked
    if wait == "1":
        assert asked[-1].began - asked[-2].ended > 0.9
    else:
        assert web_server.paths() == ["/feed", "/robots.txt", "/1"]


def test_a_host_that_takes_too_long_waits_for_the_next_run(web_server: WebServer) -> None:
    asking = Asking(MemoryOfOneRun(), NOW, LIMITS, longest=0.0)
    first, second = (web_server.give(f"/{number}", page(number)) for number in (1, 2))
    assert asking.page(first, "*/*", Validators(), readable).status == 200
    with pytest.raises(InputError, match="long enough"):
        asking.page(second, "*/*", Validators(), readable)


def test_a_host_that_is_silent_is_left_alone(desk: Desk, web_server: WebServer) -> None:
    for number in range(6):
        web_server.give(f"/{number}", Page(raw=b"SSH-2.0-OpenSSH_9.2p1\r\n"))
    items = [item(f"/{number}") for number in range(6)]
    collected = desk.collect(source(web_server.give("/feed", feed(items))))
    assert codes(collected) == ["broken-answer"] * 3 + ["host-silent"] * 3
    assert len(web_server.paths()) == 2 + 3


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Page(body=b"<p>" + b"a" * 15_000_000), "too-large"),
        (Page(body=b"%PDF-1.7", kind="application/pdf"), "wrong-type"),
        (Page(status=302, headers={"Location": "/1"}), "too-many-redirects"),
        (Page(status=302, headers={"Location": "file:///etc/passwd"}), "bad-address"),
        (Page(body=b"plain", headers={"Content-Encoding": "gzip"}), "broken-answer"),
        (Page(body=b"<html><body></body></html>"), "no-text"),
    ],
)
def test_one_bad_page_spoils_nothing(
    desk: Desk, web_server: WebServer, told: Page, code: str
) -> None:
    feeds = serve_stories(web_server, [1, 2])
    web_server.give("/1", told)
    collected = desk.collect(feeds)
    assert titles(collected) == ["Bridge 2 of Belm closed"]
    assert [(each.place, each.code) for each in collected.problems] == [
        (web_server.url + "/1", code)
    ]
