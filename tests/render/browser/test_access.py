"""Pages are usable by everybody: axe-core finds nothing against WCAG 2.2 AA."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from summarizer.render.html import inspection_page, summary_page
from tests.browser import Scheme, violations

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.model.story import Inspection
    from summarizer.model.summary import Summary
    from tests.render.browser.conftest import Opener

VIEWS: list[tuple[int, Scheme]] = [(1280, "light"), (390, "dark")]


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_a_summary(
    opened: Opener,
    ferry: tuple[Article, ...],
    ferry_summary: Summary,
    width: int,
    scheme: Scheme,
) -> None:
    with opened(summary_page(ferry_summary, ferry), width=width, scheme=scheme) as page:
        page.click(".claim[data-claim=c1]")
        page.check("#page-text")
        page.check("#dim")
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert violations(page) == []


def test_a_summary_with_everything(
    opened: Opener, articles: tuple[Article, ...], summary: Summary
) -> None:
    with opened(summary_page(summary, articles)) as page:
        page.hover("mark")
        page.locator("#uses").wait_for()
        assert violations(page) == []


def test_a_sentence_that_many_outlets_carry(
    opened: Opener, articles: tuple[Article, ...], summary: Summary
) -> None:
    ids = [f"s{n}" for n in range(1, 31)]
    cite, source = summary.claims[0].citations[0], summary.sources[0]
    claim = dataclasses.replace(
        summary.claims[0], citations=tuple(dataclasses.replace(cite, source=each) for each in ids)
    )
    many = dataclasses.replace(
        summary,
        claims=(claim,),
        sources=tuple(dataclasses.replace(source, id=each) for each in ids),
    )
    with opened(summary_page(many, articles)) as page:
        page.get_by_text("24 more").click()
        assert page.get_by_role("link", name="[30]").first.is_visible()
        assert violations(page) == []


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_a_reading(opened: Opener, ferry_reading: Inspection, width: int, scheme: Scheme) -> None:
    with opened(inspection_page(ferry_reading), width=width, scheme=scheme) as page:
        assert violations(page) == []
