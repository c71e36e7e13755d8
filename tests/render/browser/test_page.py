"""The summary's page under click, keys and mouse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from summarizer.render import markdown
from summarizer.render.html import summary_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from summarizer.model.article import Article
    from summarizer.model.summary import Citation, Summary
    from tests.render.browser.conftest import Opener

# Marks in the order of the page: source, first and last offset in code points, words.
PLACES = """selector => [...document.querySelectorAll(selector)].map(mark => {
  const before = document.createRange();
  before.setStart(mark.closest('.text'), 0);
  before.setEndBefore(mark);
  const start = [...before.toString()].length;
  return [mark.dataset.source, start, start + [...mark.textContent].length, mark.textContent];
})"""


class Place(NamedTuple):
    """A highlighted stretch."""

    source: str
    start: int
    end: int
    exact: str


@pytest.fixture
def page(opened: Opener, ferry: tuple[Article, ...], ferry_summary: Summary) -> Iterator[Page]:
    with opened(summary_page(ferry_summary, ferry)) as found:
        yield found


def places(page: Page, selector: str = "mark.active") -> list[Place]:
    """Highlighted stretches; marks that follow each other are one."""
    found: list[Place] = []
    for each in [Place(*place) for place in page.evaluate(PLACES, selector)]:
        last = found[-1] if found else None
        if last and (last.source, last.end) == (each.source, each.start):
            found[-1] = last._replace(end=each.end, exact=last.exact + each.exact)
        else:
            found.append(each)
    return found


def cited(citations: tuple[Citation, ...]) -> list[Place]:
    """The places of citations, in the order of the sources."""
    found = [Place(each.source, each.start, each.end, each.exact) for each in citations]
    return sorted(found, key=lambda each: (int(each.source[1:]), each.start))


def current(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "[aria-current=true]", "all => all.map(each => each.dataset.claim || each.dataset.cites)"
    )
    return found


def test_a_click_highlights_the_cited_words(page: Page, ferry_summary: Summary) -> None:
    for claim in ferry_summary.claims:
        page.click(f".claim[data-claim={claim.id}]")
        assert current(page) == [claim.id]
        assert places(page) == cited(claim.citations)


def test_every_mark_stands_where_its_citation_says(page: Page, ferry_summary: Summary) -> None:
    for claim in ferry_summary.claims:
        found = places(page, f'mark[data-claim~="{claim.id}"]')
        assert found == cited(claim.citations)


def test_a_click_scrolls_to_the_words_and_leaves_the_claim(
    page: Page, ferry_summary: Summary
) -> None:
    number, claim = next(
        (number, each)
        for number, each in enumerate(ferry_summary.claims, 1)
        if number > 3 and len(each.citations) == 1
    )
    page.focus(f".claim[data-claim={claim.id}]")
    before = page.evaluate("scrollY")
    page.click(f".claim[data-claim={claim.id}]")
    assert page.evaluate("scrollY") == before
    assert page.locator("mark.active").first.evaluate(
        "mark => { const at = mark.getBoundingClientRect();"
        " const shelf = mark.closest('.shelf').getBoundingClientRect();"
        " return shelf.top <= at.top && at.bottom <= shelf.bottom; }"
    )
    source = next(s for s in ferry_summary.sources if s.id == claim.citations[0].source)
    told = f"Sentence {number} · 1 of 1 · [{source.id[1:]}] {source.outlet}"
    assert told in page.inner_text("#places")


def test_the_headline_and_values_show_their_words(page: Page, ferry_summary: Summary) -> None:
    page.click("[data-cites=headline].claim")
    assert places(page, ".cited.active") == cited(ferry_summary.headline.citations)
    page.click(".claim[data-cites='d1.1']")
    value = ferry_summary.conflicts[0].positions[0]
    assert places(page, ".cited.active") == cited(value.citations)


def test_keys_walk_through_the_summary(page: Page) -> None:
    page.focus(".claim[data-claim=c1]")
    page.keyboard.press("Enter")
    assert current(page) == ["c1"]
    page.keyboard.press("ArrowDown")
    assert (current(page), focused(page)) == (["c2"], "c2")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    assert "Sentence 1 · 2 of 2" in page.inner_text("#places")
    page.keyboard.press("ArrowLeft")
    assert "Sentence 1 · 1 of 2" in page.inner_text("#places")
    page.keyboard.press("Escape")
    assert (current(page), places(page)) == ([], [])
    page.keyboard.press(" ")
    assert current(page) == ["c1"]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.claim"))


def test_tab_reaches_every_claim(page: Page, ferry_summary: Summary) -> None:
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(focused(page))
    wanted = [claim.id for claim in ferry_summary.claims]
    assert [each for each in reached if each in wanted] == wanted


def test_a_link_to_a_source_shows_the_place_there(page: Page) -> None:
    page.click("#c1 a[data-to=s3]")
    assert current(page) == ["c1"]
    assert places(page, "mark.here")[0].source == "s3"


def test_the_next_place_is_a_click_away(page: Page, ferry_summary: Summary) -> None:
    claim = max(ferry_summary.claims, key=lambda each: len({c.source for c in each.citations}))
    in_order = sorted(each.source for each in claim.citations)
    assert len(set(in_order)) > 1
    page.click(f".claim[data-claim={claim.id}]")
    seen = [places(page, "mark.here")[0].source]
    for _ in claim.citations:
        page.click("#next")
        seen.append(places(page, "mark.here")[0].source)
    assert seen == [*in_order, in_order[0]]
    page.click("#clear")
    assert (current(page), page.is_visible("#places"), focused(page)) == ([], False, claim.id)


def test_a_click_on_cited_words_shows_their_claim(page: Page) -> None:
    page.click("mark[data-claim=c6]")
    assert current(page) == ["c6"]


def test_a_sentence_of_a_source_tells_what_uses_it(page: Page) -> None:
    page.hover("[id='s1.5']")
    page.locator("#uses").wait_for()
    told = [line.split(":")[0] for line in page.inner_text("#uses").splitlines() if line]
    assert told == ["Sentence 8", "Value"]
    assert page.locator(".claim.hinted").count() == 2
    page.hover("#uses")
    assert page.is_visible("#uses")
    page.keyboard.press("Escape")
    assert (page.is_visible("#uses"), page.locator(".claim.hinted").count()) == (False, 0)


def test_lines_around_an_article_are_shown_on_demand(page: Page) -> None:
    assert page.locator(".page-text:visible").count() == 0
    page.check("#page-text")
    assert page.locator("#s1 .page-text:visible").count() == 25


def test_what_is_not_cited_can_be_dimmed(page: Page) -> None:
    colour = "each => getComputedStyle(each).color"
    plain, cited_words = page.locator("#s1 p.body").first, page.locator("#s1 mark").first
    before = plain.evaluate(colour)
    page.check("#dim")
    assert plain.evaluate(colour) != before
    assert cited_words.evaluate(colour) == before


def test_the_summary_is_copied_as_markdown(page: Page, ferry_summary: Summary) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("[data-copies=markdown]")
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == markdown.summary(ferry_summary)


def test_without_a_clipboard_the_markdown_is_offered(page: Page, ferry_summary: Summary) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.click("[data-copies=markdown]")
    assert page.input_value("textarea") == markdown.summary(ferry_summary)
    assert page.evaluate("getSelection().toString().length") > 1000


def test_the_document_can_be_read_by_scripts(page: Page, ferry_summary: Summary) -> None:
    found = json.loads(page.locator("script#summary").text_content() or "")
    assert [each["id"] for each in found["claims"]] == [each.id for each in ferry_summary.claims]


def test_links_out_of_the_page_tell_nobody(page: Page, ferry_summary: Summary) -> None:
    links = page.eval_on_selector_all(
        "a[href]:not([href^='#'])", "all => all.map(each => [each.href, each.rel, each.target])"
    )
    wanted = {c.link for claim in ferry_summary.claims for c in claim.citations if c.link}
    assert wanted <= {href for href, _, _ in links}
    assert {(rel, target) for _, rel, target in links} == {
        ("noopener noreferrer nofollow", "_blank")
    }


def test_links_inside_the_page_lead_somewhere(page: Page) -> None:
    assert (
        page.evaluate(
            "[...document.querySelectorAll(\"a[href^='#']\")].map(each => each.hash.slice(1))"
            ".filter(id => !document.getElementById(id))"
        )
        == []
    )


def test_a_narrow_page_leads_to_the_words_and_back(
    opened: Opener, ferry: tuple[Article, ...], ferry_summary: Summary
) -> None:
    with opened(summary_page(ferry_summary, ferry), width=390) as page:
        page.click(".claim[data-claim=c3]")
        assert page.locator("mark.active").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.click("#back")
        assert focused(page) == "c3"


def test_print_leaves_out_the_controls(page: Page) -> None:
    page.emulate_media(media="print")
    assert (
        not page.locator("#places, #hint, .tools, .switches, .contents")
        .locator("visible=true")
        .count()
    )
    assert page.locator("#s1 .text").is_visible()
