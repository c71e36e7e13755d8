"""Addresses as inputs: pages become articles like files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer import read
from summarizer.errors import InputError
from summarizer.read.web.policy import FetchPolicy
from tests.web_server import Page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web_server import WebServer

OPEN = FetchPolicy(allow_private_network=True)
BODY = (
    (
        "The harbour bridge was closed on Monday after engineers found a crack in a pier, the city "
        "said. Traffic was sent through the old town, and buses ran every twenty minutes."
    ),
    (
        "“Nobody was in danger,” mayor Ilse Brandt said. The café on the quay stays open, she "
        "added, and the ferry to Ostermole will run twice an hour until the pier is strong."
    ),
)


def page(*, head: str = "", charset: str = "utf-8", kind: str = "text/html") -> Page:
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY)
    html = f"<html><head><title>Bridge closed</title>{head}</head><body><article><h1>Bridge closed"
    html += f"</h1>{paragraphs}</article></body></html>"
    return Page(body=html.encode(charset), kind=kind)


def failure(address: str) -> str:
    with pytest.raises(InputError) as caught:
        read([address], web=OPEN)
    assert address in caught.value.message
    return caught.value.code


def test_a_page_becomes_an_article(web_server: WebServer) -> None:
    start = web_server.give("/bridge", page())
    (article,) = read([start], web=OPEN)
    assert (article.path, article.url, article.title) == (None, start, "Bridge closed")
    assert [article.quote(each.start, each.end) for each in article.sentences][2] == (
        "“Nobody was in danger,” mayor Ilse Brandt said."
    )


def test_addresses_and_files_are_numbered_in_order(web_server: WebServer, tmp_path: Path) -> None:
    file = tmp_path / "b.txt"
    file.write_text("\n\n".join(BODY), encoding="utf-8")
    articles = read([web_server.give("/a", page()), file, web_server.url + "/a"], web=OPEN)
    assert [(each.id, each.path) for each in articles] == [
        ("s1", None),
        ("s2", "b.txt"),
        ("s3", None),
    ]


@pytest.mark.parametrize(
    ("charset", "kind", "head"),
    [
        ("iso-8859-2", "text/html; charset=ISO-8859-2", ""),
        ("cp1252", "text/html; charset=iso-8859-1", ""),
        ("cp1252", 'text/html; charset="windows-1252"', "<meta charset=koi8-r>"),
        ("cp1252", "text/html", "<meta charset=iso-8859-1>"),
        ("cp1252", "text/html; charset=utf-8", ""),
        ("cp1252", "text/html; charset=undefined", ""),
        ("cp1252", "text/html; charset=unicode_escape", "<meta charset=idna>"),
        ("utf-16", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html; charset=iso-8859-1", ""),
    ],
)
def test_encodings(web_server: WebServer, charset: str, kind: str, head: str) -> None:
    told = page(head=head, charset="cp1252" if charset == "cp1252" else "utf-8", kind=kind)
    if charset not in ("cp1252", "utf-8"):
        text = told.body.decode("utf-8").replace("“", '"').replace("”", '"')
        told = Page(body=text.encode(charset), kind=kind)
    (article,) = read([web_server.give("/", told)], web=OPEN)
    assert "The café on the quay" in article.text


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("/bridge", "/bridge?from=feed"),  # a relative one is not taken over
        ("{url}/bridge", "/bridge"),
        ("https://other.example/bridge", "/bridge?from=feed"),
        ("javascript:alert(1)", "/bridge?from=feed"),
    ],
)
def test_a_page_states_its_address_for_its_own_host_only(
    web_server: WebServer, stated: str, expected: str
) -> None:
    link = f'<link rel="canonical" href="{stated.format(url=web_server.url)}">'
    start = web_server.give("/bridge?from=feed", page(head=link))
    (article,) = read([start], web=OPEN)
    assert article.url == web_server.url + expected


def test_the_address_is_that_after_redirects(web_server: WebServer) -> None:
    web_server.give("/new", page())
    (article,) = read([web_server.redirect("/old", "/new")], web=OPEN)
    assert article.url == web_server.url + "/new"


def test_records_keep_their_own_addresses(web_server: WebServer) -> None:
    body = b'{"text": "The bridge was closed, the city said.", "url": "https://other.example/1"}\n'
    body += b'{"text": "The bridge is open, the city said."}\n'
    start = web_server.give("/all.jsonl", Page(body=body, kind="application/x-ndjson"))
    articles = read([start], web=OPEN)
    assert [each.url for each in articles] == ["https://other.example/1", start]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Page(status=404), "page-missing"),
        (Page(status=410), "page-missing"),
        (Page(status=401), "page-refused"),
        (Page(status=503), "server-busy"),
        (Page(status=204), "page-refused"),
        (Page(body=b"%PDF-1.7", kind="application/pdf"), "wrong-type"),
        (Page(body=b"<rss/>", kind="application/rss+xml"), "wrong-type"),
        (Page(body=b"\x89PNG", kind="image/png"), "wrong-type"),
        (Page(body=b"\x89PNG\r\n", kind=""), "not-text"),
        (Page(body=b" \n"), "empty-input"),
        (Page(body=b"<html><body></body></html>"), "no-text"),
        (Page(body=b"<p>" + b"a" * 15_000_000), "too-large"),
        (Page(body=b"<p>Bridge</p>" * 100_001), "too-large"),
    ],
)
def test_what_is_no_article_is_told(web_server: WebServer, told: Page, expected: str) -> None:
    assert failure(web_server.give("/", told)) == expected


def test_a_picture_is_not_transferred(web_server: WebServer) -> None:
    endless = Page(body=b"x" * 1000, kind="video/mp4", endless=True)
    assert failure(web_server.give("/film", endless)) == "wrong-type"


def test_private_networks_are_closed_by_default(web_server: WebServer) -> None:
    with pytest.raises(InputError) as caught:
        read([web_server.give("/", page())])
    assert caught.value.code == "refused-address"
    assert web_server.asked == []
