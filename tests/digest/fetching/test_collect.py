"""Everything that is new, once: feeds, pages, folders and lists over a server on loopback."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.digest.fetching.collect import collect
from summarizer.digest.fetching.memory import MemoryOfOneRun
from tests.digest.fetching.desk import Desk, codes, serve_stories, titles
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
)
from tests.web_server import Page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web_server import WebServer


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


def test_it_is_counted_what_is_done(web_server: WebServer) -> None:
    seen: list[tuple[str, int, int]] = []
    feeds = (serve_stories(web_server, [1, 2]), source(web_server.url + "/no"))
    memory = MemoryOfOneRun()
    collect(feeds, memory, NOW, LIMITS, print, count=lambda *told: seen.append(told))
    assert seen == [("sources", n, 2) for n in range(3)] + [("articles", n, 2) for n in range(3)]


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


def test_the_feed_tells_the_language_where_the_text_does_not(
    desk: Desk, web_server: WebServer
) -> None:
    words = "<p>" + "Borvik zalte mirun, ostel quarnim beldo. " * 12 + "</p>"
    body = f"<html><body><article><h1>Zalte</h1>{words}</article></body></html>".encode()
    web_server.give("/1", Page(body=body))
    told = rss([item("/1")]).replace(b"<language>en<", b"<language>DA-dk<")
    (found,) = desk.collect(source(web_server.give("/feed", feed([], body=told)))).items
    assert found.article.language == "da-dk"


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
