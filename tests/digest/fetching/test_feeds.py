"""Feeds in every format and every state of disrepair."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.digest.fetching.feeds import parse_feed
from summarizer.errors import InputError
from tests.digest.fetching.newsroom import NOW, hours_ago, item, json_feed, rss

if TYPE_CHECKING:
    from summarizer.digest.fetching.memory import Entry

URL = "https://courier.example/news/feed.xml"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Harbour Courier</title>
<entry><title type="html">Bridge &amp;lt;b&gt;closed&lt;/b&gt;</title>
<link rel="self" href="/api/1"/><link rel="alternate" href="../1"/><id>tag:courier.example,1</id>
<updated>2026-11-21T04:30:00Z</updated><published>2026-11-21T05:00:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Closed.</p></div></content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example/"><title>The
Harbour Courier</title></channel><item rdf:about="https://courier.example/1">
<title>Bridge closed</title><link>https://courier.example/1</link><dc:date>2026-11-21T04:00:00Z</dc:date></item></rdf:RDF>"""
RSS091 = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>
<title>The Harbour Courier</title><item><title>Bridge closed</title>
<link>https://courier.example/1</link></item></channel></rss>"""
JSON = json_feed(
    [
        {
            "id": "1",
            "url": "/1",
            "title": "Bridge closed",
            "date_published": "2026-11-21T05:00:00+01:00",
            "content_text": "Closed.\n\nA<b",
        }
    ],
    language="en",
)


def parsed(data: bytes | str, kind: str = "application/xml") -> tuple[Entry, ...]:
    raw = data.encode() if isinstance(data, str) else data
    return parse_feed(raw, URL, kind, NOW).entries


def only(data: bytes | str) -> Entry:
    (entry,) = parsed(data)
    return entry


@pytest.mark.parametrize("data", [ATOM, RDF, RSS091, JSON, rss([item("/1")])])
def test_every_format_names_its_articles(data: bytes | str) -> None:
    entry = only(data)
    assert (entry.address, entry.linked) == ("https://courier.example/1", True)
    assert (entry.outlet, (entry.title or "").split()[0]) == ("The Harbour Courier", "Bridge")


@pytest.mark.parametrize("data", [ATOM, RDF, JSON, rss([item("/1")])])
def test_dates_are_times_in_utc(data: bytes | str) -> None:
    assert only(data).published == "2026-11-21T04:00:00+00:00"


def test_the_text_that_a_feed_carries_is_kept() -> None:
    assert "<p>Closed.</p>" in (only(ATOM).content or "")
    assert only(JSON).content == "<p>Closed.</p><p>A&lt;b</p>"
    long = item("/1", more={"description": "&lt;p&gt;" + "word " * 200})
    assert (only(rss([long])).content or "").startswith("<p>word")
    assert only(rss([item("/1", more={"description": "Short."})])).content is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bridge &amp;amp; ferry", "Bridge & ferry"),
        ("&lt;b&gt;Bridge&lt;/b&gt; closed", "Bridge closed"),
        ("<![CDATA[<i>Bridge</i>&nbsp;closed]]>", "Bridge closed"),
        ("<![CDATA[Bridge<script>alert(1)</script> closed]]>", "Bridge closed"),
        ("<![CDATA[Bridge <img src=x onerror=alert(1)> closed]]>", "Bridge closed"),
        ("  Bridge\n\t closed  ", "Bridge closed"),
        ("Bridge \u202e\u200b closed", "Bridge closed"),
        ("5 < 6", "5 < 6"),
        ("", None),
        ("word " * 100, ("word " * 60).strip()),
    ],
)
def test_titles_are_plain_text(title: str, expected: str | None) -> None:
    assert only(rss([item("/1", title=title)])).title == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/1", "https://courier.example/1"),
        ("1?a=b#c", "https://courier.example/news/1?a=b"),
        ("//other.example/1", "https://other.example/1"),
        ("HTTPS://Courier.Example/1", "https://courier.example/1"),
        (" https://courier.example/1\n", "https://courier.example/1"),
        ("https://courier.example/ä b", "https://courier.example/%C3%A4%20b"),
        ("https://courier .example/", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https://desk:secret@courier.example/1", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_links_lead_to_the_web_only(link: str, expected: str | None) -> None:
    found = parsed(rss([item(link)]))
    assert [each.address for each in found] == ([expected] if expected else [])


def test_entries_without_a_link_need_a_text() -> None:
    text = {"content:encoded": "<![CDATA[<p>Closed.</p>]]>"}
    entries = parsed(rss([item(None, "One", more=text), item(None, "Two", more=text), item(None)]))
    assert [each.linked for each in entries] == [False, False]
    assert len({each.address for each in entries}) == 2
    assert {each.address.partition("#")[0] for each in entries} == {URL}
    assert parsed(rss([item(None, "Two", more=text)]))[0].address == entries[1].address


def test_a_guid_that_is_an_address_is_a_link() -> None:
    guid = {"guid": "https://courier.example/1"}
    assert only(rss([item(None, more=guid)])).address == "https://courier.example/1"


def test_one_guid_twice_is_two_articles_one_address_twice_is_one() -> None:
    guid = {"guid": "same"}
    items = [item("/1", more=guid), item("/2", more=guid), item("/1", "Again")]
    assert [each.address[-1] for each in parsed(rss(items))] == ["1", "2"]


@pytest.mark.parametrize(
    "date",
    [
        "tomorrow",
        "",
        "Sat, 32 Nov 2026",
        hours_ago(-48),
        "1 Jan 0001",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "9" * 5000,
    ],
)
def test_dates_that_cannot_be_are_none(date: str) -> None:
    assert only(rss([item("/1", hours=None, more={"pubDate": date})])).published is None


def test_the_outlet_of_an_entry_goes_before_that_of_the_feed() -> None:
    of = {'source url="https://mail.example/feed"': "The Mail"}
    data = rss([item("/1", more=of)]).replace(
        b'</source url="https://mail.example/feed">', b"</source>"
    )
    assert only(data).outlet == "The Mail"


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("utf-8", "application/xml"),
        ("iso-8859-1", "application/xml"),
        ("utf-16", "application/xml"),
        ("utf-8", "text/xml; charset=iso-8859-15"),
        ("windows-1251", "text/html; charset=windows-1251"),
    ],
)
def test_encodings(encoding: str, kind: str) -> None:
    word = "Мост" if encoding == "windows-1251" else "Brücke"
    text = rss([item("/1", word)]).decode().replace('"utf-8"', f'"{encoding}"')
    assert parsed(text.encode(encoding), kind)[0].title == word


def test_a_wrong_encoding_still_names_its_articles() -> None:
    data = rss([item("/1", "Brücke"), item("/2")]).decode().encode("latin-1")
    assert [each.address[-1] for each in parsed(data)] == ["1", "2"]


def test_broken_xml_gives_what_can_be_read() -> None:
    data = rss([item("/1", "Bridge & ferry <closed"), item("/2")]) + b"<br>&nope;\x00"
    assert "https://courier.example/2" in [each.address for each in parsed(data[:-30])]


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(12))


@pytest.mark.parametrize(
    "entities",
    [
        BOMB,
        f'<!ENTITY l11 "{"x" * 100_000}">',
        '<!ENTITY l11 SYSTEM "file:///etc/hostname">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1/p">',
    ],
    ids=["nested", "long", "file", "parameter"],
)
def test_no_entity_grows_or_is_fetched(entities: str) -> None:
    data = rss([item("/1", "&l11;" * 1000)]).decode()
    began = time.process_time()
    with pytest.raises(InputError, match="entities"):
        parsed(data.replace("<rss", f"<!DOCTYPE r [{entities}]><rss"))
    assert time.process_time() - began < 1


def test_a_feed_may_name_its_own_letters() -> None:
    data = rss([item("/1", "Br&uuml;cke")]).decode()
    assert (
        only(data.replace("<rss", '<!DOCTYPE r [<!ENTITY uuml "&#252;">]><rss')).title == "Brücke"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\1\2\3",
        b"<html><head><title>News</title></head><body><p>Hi</p></body></html>",
        b"/etc/passwd",
        b'{"version": "https://jsonfeed.org/version/1.1"',
        b'{"version": "2.0", "items": []}',
        b"{" * 100_000,
        b"<rss version='2.0'><channel>" + b"<a>" * 20_000,
        b"<rss version='2.0'>" + b"".join(b"<a%d:b xmlns:a%d='u'/>" % (n, n) for n in range(500)),
        b"<rss version='2.0'>" + b" " * (6 << 20),
    ],
    ids=range(10),
)
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        parsed(data)
    assert caught.value.code in ("no-feed", "too-large")
    assert URL in caught.value.message


def test_a_feed_may_carry_much_html() -> None:
    html = {"content:encoded": f"<![CDATA[{'<p>Closed.<br><img src=x>' * 500}]]>"}
    assert len(parsed(rss(item(f"/{n}", more=html) for n in range(20)))) == 20


@pytest.mark.parametrize(
    "document",
    [
        json_feed([], title=7, language=[]).replace(b"[]}", b"5}"),
        json_feed(
            [{"url": 5, "title": {}}, {"url": "/1", "date_published": 9, "content_html": []}]
        ),
        json_feed([{"url": "/1", "date_published": "2026-99-99"}, {"url": "javascript:1"}]),
    ],
)
def test_json_feeds_of_wrong_types(document: bytes) -> None:
    assert [each.published for each in parsed(document)] in ([], [None])


def test_a_json_feed_may_have_ended() -> None:
    assert parse_feed(json_feed([], expired=True), URL, "", NOW).gone


def test_what_a_feed_says_of_coming_again() -> None:
    head = "<ttl>60</ttl><skipHours><hour>24</hour><hour>5</hour></skipHours>"
    feed = parse_feed(rss([], head=head + "<skipDays><day>Sunday</day></skipDays>"), URL, "", NOW)
    assert (feed.ttl, feed.skip_hours, feed.skip_days) == (
        dt.timedelta(hours=1),
        frozenset({0, 5}),
        frozenset({6}),
    )


PIECES = st.sampled_from(
    [
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<link>",
        "/1",
        "&amp;",
        "&x;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<",
        ">",
        "</channel>",
        "</rss>",
        "<a b='c'",
        "ü",
        "\0",
        "<?x ",
        "<!DOCTYPE x [",
        "<pubDate>",
        "2026",
        "<content:encoded>",
        "xmlns:a='b'",
        "<guid>",
        "{",
        "\ud83d\ude00",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_anything_is_a_feed_or_an_error(pieces: list[str]) -> None:
    data = rss(["".join(pieces).encode("utf-8", "replace").decode()])
    for entry in parsed(data):
        assert entry.address.startswith("https://courier.example/")
