"""The pages in a real browser: filters, links, keyboard, hostile words, and no barrier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.evaluation.report import render_comparison, render_judgement
from summarizer.evaluation.report.plots import plot
from tests.browser import Scheme, violations

if TYPE_CHECKING:
    from summarizer.evaluation.model import Comparison, Judgement, Scored
    from tests.render.browser.conftest import Opener

VIEWS: list[tuple[int, Scheme]] = [(1280, "light"), (390, "dark")]
# Twelve stories are alike; axe-core looks at every sentence that is open.
OPEN_ONE = "document.querySelector('.case').open = true"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_everybody_can_use_a_comparison(
    opened: Opener, comparison: Comparison, width: int, scheme: Scheme
) -> None:
    with opened(render_comparison(comparison, "html"), width=width, scheme=scheme) as page:
        page.evaluate(OPEN_ONE)
        page.check("#same")
        assert (violations(page), page.evaluate(WIDER)) == ([], 0)


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_everybody_can_use_a_judgement(
    opened: Opener, judgement: Judgement, scored: list[Scored], width: int, scheme: Scheme
) -> None:
    page_text = render_judgement(judgement, scored, "html")
    with opened(page_text, width=width, scheme=scheme) as page:
        page.evaluate(OPEN_ONE)
        assert (violations(page), page.evaluate(WIDER)) == ([], 0)


def test_metrics_and_stories_are_filtered(opened: Opener, comparison: Comparison) -> None:
    with opened(render_comparison(comparison, "html")) as page:
        page.select_option("#verdicts", "regressed")
        page.fill("#names", "support")
        assert page.locator(".metrics tbody tr:visible").count() == 1
        assert page.locator(".matrix tbody tr:visible th").all_inner_texts() == ["support"]
        assert page.locator(".case:visible").count() == 12
        page.check("#changed")
        assert page.locator(".case:visible").count() == 10
        assert page.locator(".matrix thead th:visible").count() == 11


def test_a_link_of_the_matrix_opens_its_story(opened: Opener, comparison: Comparison) -> None:
    with opened(render_comparison(comparison, "html")) as page:
        page.locator(".matrix thead a").nth(3).press("Enter")
        assert page.locator(".case[open]").get_attribute("id") == "case-small/c03"
        assert page.locator(".case[open] .trial").count() == 2
        gone = page.locator(".case[open] .trial[open] .reworded del").first
        new = page.locator(".case[open] .trial[open] .reworded ins").first
        assert (gone.inner_text().strip(), new.inner_text().strip()) == ("Three", "Nine")


def test_words_of_others_stay_words(opened: Opener, hostile: Comparison) -> None:
    with opened(render_comparison(hostile, "html")) as page:
        page.click("#unfold")
        assert page.locator("img").count() == 0
        assert "{{ 7 * 7 }}" in page.locator(".aside").inner_text()


def test_the_page_allows_our_own_style_and_script_only(comparison: Comparison) -> None:
    text = render_comparison(comparison, "html")
    assert "default-src &#39;none&#39;" in text
    assert "unsafe" not in text
    assert " style=" not in text


def test_a_plot_has_a_dot_for_each_story(comparison: Comparison) -> None:
    found = plot("support", comparison)
    sides = [dot.side for dot in found.dots]
    assert (sides.count("worse"), sides.count("same"), len(sides)) == (10, 2, 12)
    assert found.mean < found.zero
    assert found.low is not None
    assert found.low < found.mean
