"""Pages: the article's text with its headings marked, and what the page states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.errors import InputError
from summarizer.read import read
from summarizer.read.html import extract

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "The bridge in Arden was closed on Friday after engineers found cracks in both towers. "
PAGE = f"""<!DOCTYPE html><html lang="en"><head>
<title>Bridge closed | Harbour News</title>
<meta property="og:site_name" content="Harbour News">
<meta property="og:title" content="Bridge closed | Harbour News">
<meta property="article:published_time" content="2021-10-03T05:00:00Z">
<meta name="author" content="Mara Ilves">
<link rel="canonical" href="https://harbour.example/a/1"></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Bridge closed</h1><p>{LEAD * 3}</p><h2>Ferry until May</h2>
<p>{LEAD * 3}</p><ul><li>First item of a list</li><li>Second item of a list</li></ul>
<p>Read also: Ferry runs every ten minutes</p><p>{LEAD * 2}</p></article>
<div class="comments"><p>I always knew it would come to this.</p></div>
<footer>Copyright 2021</footer></body></html>"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Linked &amp; true", "datePublished": "2021-10-04",
"author": [{"name": "Jon Brook"}], "publisher": {"name": "Arden Times"}}]}</script></head>"""


def test_a_page_as_an_article(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE)
    (article,) = read([file])
    kinds = [(r.kind, article.quote(r.start, r.end)[:20].strip()) for r in article.regions]
    assert kinds == [
        ("headline", "Bridge closed"),
        ("body", LEAD[:20].strip()),
        ("subhead", "Ferry until May"),
        ("body", LEAD[:20].strip()),
        ("body", "First item of a list"),
        ("body", "Second item of a lis"),
        ("related", "Read also: Ferry run"),
        ("body", LEAD[:20].strip()),
    ]
    assert (article.title, article.outlet, article.byline) == (
        "Bridge closed",
        "Harbour News",
        "Mara Ilves",
    )
    assert article.published == "2021-10-03T05:00:00+00:00"
    assert article.url == "https://harbour.example/a/1"
    assert article.text.startswith("Bridge closed\n\nThe bridge")


def test_json_ld_goes_before_meta_elements() -> None:
    given = extract(PAGE.replace("</head>", LINKED), "a.html").given
    assert (given.title, given.outlet, given.published, given.byline) == (
        "Linked & true",
        "Arden Times",
        "2021-10-04",
        "Jon Brook",
    )


def test_broken_json_ld_is_passed_over() -> None:
    page = PAGE.replace("</head>", '<script type="application/ld+json">{"@type": </script></head>')
    assert extract(page, "a.html").given.title == "Bridge closed"


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "\x0c<"])
def test_a_page_without_an_article(page: str) -> None:
    with pytest.raises(InputError, match=r"a\.html"):
        extract(page, "a.html")


@pytest.mark.parametrize(
    "unseen",
    ["hidden", "style='display: none'", "style='color:red;font-size:0'", "style='left:-9999px'"],
)
def test_what_no_browser_shows_is_no_text(unseen: str) -> None:
    told = "The mill of Pelm burned down on Friday, and nobody was hurt in the fire. " * 3
    page = f"<html><body><article><p>{told}</p><p {unseen}>He did it.</p></article></body></html>"
    assert "He did it" not in extract(page, "page").text


def test_a_page_that_hides_most_of_its_text_keeps_it() -> None:
    told = "The mill of Pelm burned down on Friday, and nobody was hurt in the fire. " * 3
    page = f"<html><body><article style='opacity:0'><p>{told}</p></article></body></html>"
    assert "burned down" in extract(page, "page").text
