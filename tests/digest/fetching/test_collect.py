"""Everything that is new, once: feeds, pages, folders and lists over a server on loopback."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.digest.fetching.collect import collect
from summarizer.digest.fetching.memory import MemoryOfOneRun
from tests.digest.fetching.newsroom import (
    LIMITS,
    NOW,
    SINCE,
    feed,
    hours_ago,
    item,
    page,
    rss,
    source,
    story,
)
from tests.web_server import Page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.digest.model import Collected, FeedSource
    from tests.web_server import WebServer

CLOSED = Page(body=b"User-agent: *\nDisallow: /\n", kind="text/plain")
WHOLE = {"content:encoded": f"<![CDATA[{story(7)}]]>"}


class Desk:
    """Collects again and again, with one memory."""

    def __init__(self) -> None:
        self.memory = MemoryOfOneRun()
        self.notices: list[str] = []

    def collect(
        self,
        *sources: FeedSource,
        hours: float = 0,
        most: int = 100,
        since: dt.datetime | None = SINCE,
    ) -> Collected:
        now = NOW + dt.timedelta(hours=hours)
        limits = replace(LIMITS, articles_per_feed=most)
        return collect(sources, self.memory, now, limits, self.notices.append, since=since)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def titles(collected: Collected) -> list[str | None]:
    return [each.title for each in collected.items]


def codes(collected: Collected) -> list[str]:
    return [each.code for each in collected.problems]


def serve_stories(server: WebServer, numbers: Sequence[int]) -> FeedSource:
    """Pages, and a feed that names them."""
    for number in numbers:
        server.give(f"/{number}", page(number))
    return source(server.give("/feed", feed(item(f"/{number}") for number in numbers)))


def test_articles_are_those_of_the_pages(desk: Desk, web_server: WebServer) -> None:
    feeds = serve_stories(web_server, [1, 2])
    collected = desk.collect(feeds)
    first = collected.items[0]
    assert titles(collected) == ["Bridge 1 of Port Ansel closed", "Bridge 2 of Belm closed"]
    assert (first.url, first.outlet) == (web_server.url + "/1", "The Harbour Courier")
    assert first.published == NOW - dt.timedelta(hours=2)
    assert (first.first_seen, first.source) == (NOW, feeds.place)
    assert first.article.url == first.url
    assert len(first.article.sentences) == 4
    assert collected.problems == ()


def test_nothing_is_given_twice(desk: Desk, web_server: WebServer) -> None:
    feeds = serve_stories(web_server, [1, 2])
    desk.collect(feeds)
    again = desk.collect(feeds, hours=7)
    assert (again.items, again.problems) == ((), ())
    assert web_server.paths().count("/robots.txt") == 1


def test_the_same_run_twice_gives_the_same(web_server: WebServer) -> None:
    feeds = serve_stories(web_server, [1, 2, 3])
    assert Desk().collect(feeds) == Desk().collect(feeds)


def test_an_article_of_two_feeds_is_one(desk: Desk, web_server: WebServer) -> None:
    first = serve_stories(web_server, [1])
    other = web_server.give("/other", feed([item("/1?utm_source=other#top"), item("/1", "Again")]))
    collected = desk.collect(first, source(other))
    assert [each.source for each in collected.items] == [first.place]
    assert web_server.paths().count("/1") == 1


def test_an_article_that_changes_is_given_again(desk: Desk, web_server: WebServer) -> None:
    web_server.give("/1", page(1), page(1, " Corrected: three weeks."))
    feeds = source(
        web_server.give("/feed", feed([item("/1")]), feed([item("/1", title="Corrected")]))
    )
    (before,) = desk.collect(feeds).items
    (after,) = desk.collect(feeds, hours=1).items
    assert (after.id, after.first_seen) == (before.id, before.first_seen)
    assert after.revision != before.revision
    assert "three weeks" in after.article.text


def test_a_page_is_asked_only_whether_it_has_changed(desk: Desk, web_server: WebServer) -> None:
    marks = {"ETag": '"x"', "Last-Modified": hours_ago(3)}
    web_server.give("/1", page(1, headers=marks), Page(status=304))
    feeds = source(web_server.give("/feed", feed([item("/1")])))
    desk.collect(feeds)
    assert desk.collect(feeds, hours=7).items == ()
    asked = [each.headers for each in web_server.asked if each.path == "/1"]
    assert [(each.get("if-none-match"), each.get("if-modified-since")) for each in asked] == [
        (None, None),
        ('"x"', hours_ago(3)),
    ]


def test_what_is_too_old_is_not_fetched(desk: Desk, web_server: WebServer) -> None:
    feeds = source(web_server.give("/feed", feed([item("/1", hours=30)])))
    assert desk.collect(feeds) == desk.collect()
    assert web_server.paths() == ["/feed"]


def test_the_newest_articles_of_a_feed_are_taken(desk: Desk, web_server: WebServer) -> None:
    for number in range(6):
        web_server.give(f"/{number}", page(number))
    hours = (5, 1, 4, 2, 3, None)
    items = [item(f"/{number}", hours=hour) for number, hour in enumerate(hours)]
    collected = desk.collect(source(web_server.give("/feed", feed(items))), most=3)
    assert {each.url[-1] for each in collected.items} == {"5", "1", "3"}


def test_an_old_article_that_comes_back_is_not_new(desk: Desk, web_server: WebServer) -> None:
    """Feeds that are built anew list what is old, under today's date or none."""
    web_server.give("/1", page(1))
    first, later = feed([item("/1")]), feed([item("/1", hours=-90)])
    feeds = source(web_server.give("/feed", first, later, feed([item("/1", hours=None)])))
    assert len(desk.collect(feeds).items) == 1
    for day in (4, 30):
        since = NOW + dt.timedelta(days=day - 1)
        assert desk.collect(feeds, hours=24 * day, since=since).items == ()


def test_the_order_of_a_feed_does_not_matter(desk: Desk, web_server: WebServer) -> None:
    items = [item(f"/{number}") for number in (1, 2, 3)]
    for number in (1, 2, 3):
        web_server.give(f"/{number}", page(number))
    feeds = source(web_server.give("/feed", feed(items), feed(items[::-1])))
    assert len(desk.collect(feeds).items) == 3
    assert desk.collect(feeds, hours=1).items == ()


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


def test_one_bad_feed_spoils_nothing(desk: Desk, web_server: WebServer) -> None:
    good = serve_stories(web_server, [1])
    bad = [
        source("http://10.0.0.1:22/feed"),
        source("no address"),
        source(web_server.give("/page", page(1))),
        source(web_server.give("/broken", feed([], body=b"\0\1\2"))),
    ]
    collected = desk.collect(*bad, good)
    assert titles(collected) == ["Bridge 1 of Port Ansel closed"]
    assert codes(collected) == ["bad-address", "bad-address", "no-feed", "no-feed"]
    assert [each.place for each in collected.problems] == [each.place for each in bad]


def test_private_networks_are_closed_unless_they_are_opened(web_server: WebServer) -> None:
    feeds = serve_stories(web_server, [1])
    limits = replace(LIMITS, allow_private_network=False)
    collected = collect([feeds], MemoryOfOneRun(), NOW, limits, print)
    assert (codes(collected), web_server.asked) == (["refused-address"], [])


def test_folders_and_lists_are_sources_too(
    desk: Desk, web_server: WebServer, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.html").write_bytes(page(3).body)
    web_server.give("/1", page(1))
    addresses = tmp_path / "list.txt"
    addresses.write_text(f"# pages\n{web_server.url}/1\n\n{web_server.url}/1\n", encoding="utf-8")
    named = [source(str(folder), "folder", "The Crier"), source(str(addresses), "addresses")]
    collected = desk.collect(*named)
    assert [(each.url, each.outlet) for each in collected.items] == [
        ((folder / "a.html").as_posix(), "The Crier"),
        (web_server.url + "/1", "127.0.0.1"),
    ]
    assert desk.collect(*named, hours=1) == desk.collect()


def test_a_folder_or_list_that_is_not_there_is_a_problem(desk: Desk, tmp_path: Path) -> None:
    none = str(tmp_path / "none")
    broken = tmp_path / "list.txt"
    broken.write_text("http://10.0.0.1:22/\n")
    collected = desk.collect(
        source(none, "folder"), source(none, "addresses"), source(str(broken), "addresses")
    )
    assert codes(collected) == ["no-such-file", "unreadable", "bad-address"]


def test_the_configuration_may_name_the_outlet(desk: Desk, web_server: WebServer) -> None:
    feeds = serve_stories(web_server, [1])
    (found,) = desk.collect(replace(feeds, outlet="The Crier")).items
    assert (found.outlet, found.article.outlet) == ("The Crier", "The Crier")


def test_a_crash_between_pages_and_feed_loses_nothing(desk: Desk, web_server: WebServer) -> None:
    class Dying(MemoryOfOneRun):
        def keep_feed(self, record: object) -> None:  # noqa: ARG002  (nothing is kept)
            raise KeyboardInterrupt

    feeds = serve_stories(web_server, [1, 2])
    memory = Dying()
    with pytest.raises(KeyboardInterrupt):
        collect([feeds], memory, NOW, LIMITS, print, since=SINCE)
    assert len(memory.items) == 2
    desk.memory.pages, desk.memory.items = memory.pages, memory.items
    assert desk.collect(feeds).items == ()
    assert (web_server.paths().count("/feed"), web_server.paths().count("/1")) == (2, 1)


def test_notices_tell_what_people_should_know(desk: Desk, web_server: WebServer) -> None:
    moved = source(web_server.redirect("/old", "/new", status=301))
    web_server.give("/new", Page(body=rss([]), kind="text/xml"))
    gone = source(web_server.give("/gone", Page(status=410)))
    desk.collect(moved, gone)
    assert desk.notices == [
        f"{moved.place} has moved to {web_server.url}/new for good",
        f"{gone.place} is gone for good (410) and is not asked again",
    ]
