"""Pages, read as a browser would: what is marked, what may run, what hostile text can do."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest

from summarizer.model.article import Region
from summarizer.model.codec import decode
from summarizer.model.summary import Headline, Summary
from summarizer.render.html import inspection_page, summary_page
from summarizer.render.page import markup, web_address

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.story import Inspection

VOID = {"meta", "br", "input"}
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"' onclick=alert(1) "
    "{{ 7 * 7 }} <!-- ]]> &lt; \u202egnp.exe \u200b"
)


class Element(NamedTuple):
    """An element, its attributes, and all text inside it."""

    tag: str
    attributes: dict[str, str]
    text: list[str]


class Page(HTMLParser):
    """Every element of a page in order; fails where the tags do not match."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, [])
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements with this tag and these attributes."""
        return [
            each
            for each in self.elements
            if each.tag == tag and attributes.items() <= each.attributes.items()
        ]


def text(element: Element) -> str:
    return "".join(element.text)


@pytest.fixture
def page(summary: Summary, articles: tuple[Article, ...]) -> Page:
    return Page(summary_page(summary, articles))


def hostile(article: Article) -> Article:
    """The article with hostile text in every field, its places moved behind it."""
    return dataclasses.replace(
        article,
        path=HOSTILE,
        outlet=HOSTILE,
        title=HOSTILE,
        byline=HOSTILE,
        url="javascript:alert(1)",
        text=f"{article.text}{HOSTILE}\r\nend",
    )


def test_every_claim_takes_focus_and_names_itself(page: Page, summary: Summary) -> None:
    claims = [e for e in page.elements if "data-claim" in e.attributes and e.tag != "mark"]
    assert [(e.attributes["data-claim"], text(e)) for e in claims] == [
        (claim.id, claim.text) for claim in summary.claims
    ]
    assert {(e.attributes["tabindex"], e.attributes["role"]) for e in claims} == {("0", "button")}


def test_marks_hold_the_cited_words(page: Page, summary: Summary) -> None:
    for claim in summary.claims:
        for citation in claim.citations:
            marked = [
                text(mark)
                for mark in page.all("mark", **{"data-source": citation.source})
                if claim.id in mark.attributes["data-claim"].split()
            ]
            assert "".join(marked) == citation.exact


def test_a_stretch_that_two_claims_share_names_both(
    summary: Summary, articles: tuple[Article, ...]
) -> None:
    first, second = summary.claims
    both = dataclasses.replace(second, citations=first.citations)
    page = Page(summary_page(dataclasses.replace(summary, claims=(first, both)), articles))
    assert [m.attributes["data-claim"] for m in page.all("mark")] == ["c1 c2", "c1 c2"]


def test_words_that_only_a_position_cites_are_no_mark_of_a_claim(page: Page) -> None:
    (stretch,) = page.all("span", **{"data-cites": "d1.1", "data-source": "s2"})
    assert text(stretch) == "Two horses were hurt."


def test_a_source_stands_there_character_by_character(
    page: Page, articles: tuple[Article, ...]
) -> None:
    texts = [text(e) for e in page.all("div") if "text" in e.attributes.get("class", "").split()]
    assert texts == [article.text for article in articles]


def test_boilerplate_is_marked_as_such(page: Page) -> None:
    (tail,) = page.all("p", **{"class": "boilerplate page-text"})
    assert text(tail) == "Share this"


def test_the_document_is_embedded(page: Page, summary: Summary) -> None:
    (data,) = page.all("script", type="application/json", id="summary")
    assert decode(Summary, json.loads(text(data))) == summary


def sha256(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def test_the_policy_allows_our_own_style_and_script_only(page: Page) -> None:
    (policy,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    (style,) = page.all("style")
    (script,) = [e for e in page.all("script") if "type" not in e.attributes]
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src {sha256(text(style))}; base-uri 'none'; "
        f"form-action 'none'; script-src {sha256(text(script))}"
    )


def test_nothing_is_loaded_from_anywhere(summary: Summary, articles: tuple[Article, ...]) -> None:
    source = summary_page(summary, articles)
    assert not re.search(r"<(?:link|img|iframe|object|embed|base|form)\b|@import|url\(", source)
    links = [e.attributes["href"] for e in Page(source).all("a")]
    outside = {href for href in links if not href.startswith("#")}
    assert outside == {"https://orvel.example/mill"}


def test_hostile_articles_stay_text(summary: Summary, articles: tuple[Article, ...]) -> None:
    evil = tuple(hostile(each) for each in articles)
    claim = dataclasses.replace(summary.claims[0], text=HOSTILE)
    changed = dataclasses.replace(
        summary, headline=Headline(text=HOSTILE, citations=()), claims=(claim,)
    )
    clean = Page(summary_page(summary, articles))
    page = Page(summary_page(changed, evil))
    assert {e.tag for e in page.elements} <= {e.tag for e in clean.elements}
    assert len(page.all("script")) == len(clean.all("script")) == 3
    assert not [e for e in page.elements if any(name.startswith("on") for name in e.attributes)]
    assert not [e for e in page.all("a") if "script" in e.attributes["href"]]
    assert "{{ 7 * 7 }}" in text(page.all("div", **{"class": "text"})[-1])
    assert decode(Summary, json.loads(text(page.all("script", id="summary")[0]))) == changed


def test_hidden_characters_are_visible_and_offsets_stay(articles: tuple[Article, ...]) -> None:
    evil = hostile(articles[0])
    shown = Page(f"<div>{markup(evil.text)}</div>")
    printed = text(shown.all("div")[0])
    assert len(printed) == len(evil.text)
    assert "\u202e" not in printed
    assert [e.attributes["title"] for e in shown.all("span")] == ["U+202E", "U+200B"]
    assert "\r\nend" in printed


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://orvel.example/a?b=1#c", "https://orvel.example/a?b=1#c"),
        ("HTTP://orvel.example", "HTTP://orvel.example"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//orvel.example", None),
        ("http:", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, expected: str | None) -> None:
    assert web_address(url) == expected


def test_a_reading_shows_content_cue_and_speaker(inspection: Inspection) -> None:
    page = Page(inspection_page(inspection))
    marks = {e.attributes.get("class", "").strip(): e for e in page.all("span")}
    assert "It was dry" in [text(e) for e in page.all("span", **{"data-said": "1"})]
    assert text(marks["cue"]) == "said"
    assert text(marks["speaker"]) == "Ada Brem"
    (item,) = [text(e) for e in page.all("li") if text(e).startswith("Ada Brem")][-1:]
    assert " ".join(item.split()) == "Ada Brem said · direct · s1.2 It was dry"


def test_a_reading_says_why_a_line_is_set_apart(inspection: Inspection) -> None:
    page = Page(inspection_page(inspection))
    (run,) = page.all("div", **{"class": "run boilerplate"})
    assert " ".join(text(run).split()) == "boilerplate the words “share this” Share this"


def test_a_reading_keeps_every_visible_character(inspection: Inspection) -> None:
    page = Page(inspection_page(inspection))
    found = "".join(text(e) for e in page.all("div", **{"class": "text"}))
    whole = "".join(article.text for article in inspection.articles)
    assert "".join(found.split()) == "".join(whole.split())


def test_sentences_can_be_linked_to(inspection: Inspection) -> None:
    page = Page(inspection_page(inspection))
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = {e.attributes["href"] for e in page.all("a")} - {"https://orvel.example/mill"}
    assert links <= {f"#{each}" for each in ids}
    assert {"#s1.1", "#s2.2"} <= {f"#{each}" for each in ids}


def test_a_reading_shows_conflicts_as_tables(inspection: Inspection) -> None:
    page = Page(inspection_page(inspection))
    assert [text(e) for e in page.all("caption")] == [
        "horses hurt (count)",
        "houses burned (count), Orvel Echo",
    ]
    rows = [" ".join(text(e).split()) for e in page.all("td")]
    assert rows[:4] == ["[2] Brem Mills", "not told", "[1]", "2025-05-02"]
    assert [text(e) for e in page.all("time")] == ["2025-05-01"]


def test_sentences_named_in_a_basis_are_links(inspection: Inspection) -> None:
    (story,) = inspection.stories
    origin = dataclasses.replace(story.origins[0], basis="<b>s1.1 and s9.9 tell the same")
    changed = dataclasses.replace(story, origins=(origin,))
    page = Page(inspection_page(dataclasses.replace(inspection, stories=(changed,))))
    (link,) = [e for e in page.all("a", href="#s1.1") if text(e) == "s1.1"][:1]
    assert link.attributes == {"href": "#s1.1"}
    assert page.all("a", href="#s9.9") == []
    assert "<b>s1.1 and s9.9" in "".join(text(e) for e in page.all("bdi"))


def test_a_long_list_of_the_page_is_folded(inspection: Inspection) -> None:
    first = inspection.articles[0]
    at = len(first.text)
    lines = tuple(
        Region(start=at + 2 * n, end=at + 2 * n + 1, kind="related", reason="a list")
        for n in range(5)
    )
    changed = dataclasses.replace(
        first, text=first.text + "x\n" * 5, regions=(*first.regions, *lines)
    )
    page = Page(inspection_page(dataclasses.replace(inspection, articles=(changed,))))
    (folded,) = page.all("details", **{"class": "folded"})
    assert "open" not in folded.attributes
    assert " ".join(text(folded).split()).startswith("related 5 lines: a list")


def test_a_reading_of_hostile_articles_stays_text(inspection: Inspection) -> None:
    (story,) = inspection.stories
    evil = dataclasses.replace(
        inspection,
        articles=tuple(hostile(each) for each in inspection.articles),
        stories=(
            dataclasses.replace(
                story,
                events=tuple(dataclasses.replace(e, label=HOSTILE) for e in story.events),
                origins=tuple(
                    dataclasses.replace(o, name=HOSTILE, basis=HOSTILE) for o in story.origins
                ),
                conflicts=tuple(dataclasses.replace(c, topic=HOSTILE) for c in story.conflicts),
                revisions=tuple(dataclasses.replace(r, outlet=HOSTILE) for r in story.revisions),
                variants=tuple(dataclasses.replace(v, speaker=HOSTILE) for v in story.variants),
            ),
        ),
    )
    clean, page = Page(inspection_page(inspection)), Page(inspection_page(evil))
    assert {e.tag for e in page.elements} == {e.tag for e in clean.elements}
    assert page.all("script") == []
    assert not [e for e in page.elements if any(name.startswith("on") for name in e.attributes)]


def test_a_summary_without_extras_is_a_page(
    summary: Summary, articles: tuple[Article, ...]
) -> None:
    bare = dataclasses.replace(summary, claims=(), conflicts=(), withheld=(), origins=())
    assert Page(summary_page(bare, articles)).all("mark") == []
