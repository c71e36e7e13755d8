"""Pages are usable by everybody: axe-core finds nothing against WCAG 2.2 AA."""

from __future__ import annotations

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


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_a_reading(opened: Opener, ferry_reading: Inspection, width: int, scheme: Scheme) -> None:
    with opened(inspection_page(ferry_reading), width=width, scheme=scheme) as page:
        assert violations(page) == []
