"""Nothing that an article says runs, loads, leads astray or hides in a page."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from summarizer.model.summary import Headline
from summarizer.pipeline import inspect, summarize
from summarizer.read import read
from summarizer.render.html import inspection_page, summary_page
from tests import browser as chromium

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from summarizer.model.article import Article
    from summarizer.model.summary import Summary
    from tests.render.browser.conftest import Opener

EVIL = (
    "</script><script>window.hacked = 1</script>",
    "--><script>window.hacked = 2</script><!-- <script>",
    "<img src=x onerror='window.hacked = 3'>",
    "<svg onload='window.hacked = 4'><a href='javascript:window.hacked = 5'>here</a></svg>",
    '" onmouseover="window.hacked = 6" tabindex="0',
    "<style>body { display: none }</style><base href='https://evil.example/'>",
    "<iframe srcdoc='<script>parent.hacked = 7</script>'></iframe>",
    "<meta http-equiv='refresh' content='0; url=https://evil.example/'>",
    "\u202eelif.exe\u202c and \u2066hid\u2069den wo\u200brds\u2060 \U000e0041\U000e0042",
    "</div></article></section></main><form action='https://evil.example/'><input name=q>",
)
# What a page would do if something of an article became markup after all, and what stops it.
GETS_IN = """wanted => new Promise(done => {
  const stopped = new Set();
  document.addEventListener("securitypolicyviolation", event => {
    stopped.add(event.effectiveDirective);
    if (stopped.size === wanted) done([...stopped].sort());
  });
  document.body.insertAdjacentHTML("beforeend",
    '<img src="https://evil.example/x.png"><p id="trap" onclick="window.hacked = 1">x</p>' +
    '<p style="color: red">x</p><iframe src="https://evil.example/"></iframe>');
  document.getElementById("trap").click();
  const script = document.createElement("script");
  script.textContent = "window.hacked = 2";
  document.body.append(script);
  fetch("https://evil.example/").catch(() => null);
})"""
STOPPED = [
    "connect-src",
    "frame-src",
    "img-src",
    "script-src-attr",
    "script-src-elem",
    "style-src-attr",
]


def hostile(article: Article, evil: str) -> Article:
    """The article with this in every field and at the end of its text."""
    return dataclasses.replace(
        article,
        path=evil,
        url="javascript:window.hacked = 8",
        outlet=evil,
        title=evil,
        byline=evil,
        dateline=evil,
        agency=evil,
        language=evil,
        text=article.text + evil,
    )


def spoilt(summary: Summary, evil: str) -> Summary:
    """The summary with this wherever it has words of others."""
    link = "javascript:window.hacked = 9"
    claim = summary.claims[0]
    cites = tuple(dataclasses.replace(each, link=link) for each in claim.citations)
    return dataclasses.replace(
        summary,
        headline=Headline(text=evil, citations=summary.headline.citations),
        claims=(dataclasses.replace(claim, text=evil, citations=cites), *summary.claims[1:]),
        conflicts=tuple(dataclasses.replace(each, topic=evil) for each in summary.conflicts),
        events=tuple(dataclasses.replace(each, label=evil) for each in summary.events),
        origins=tuple(dataclasses.replace(o, name=evil, basis=evil) for o in summary.origins),
        sources=tuple(
            dataclasses.replace(each, path=evil, outlet=evil, title=evil, url=link)
            for each in summary.sources
        ),
        withheld=tuple(dataclasses.replace(each, text=evil) for each in summary.withheld),
    )


def walked(page: Page) -> None:
    """Touches what a reader would touch."""
    page.click(".claim[data-claim=c1]")
    page.hover("mark")
    page.check("#page-text")
    page.keyboard.press("Escape")


@pytest.mark.parametrize("evil", ["".join(EVIL[n : n + 4]) for n in range(0, len(EVIL), 4)])
def test_nothing_of_an_article_runs(
    opened: Opener, articles: tuple[Article, ...], summary: Summary, evil: str
) -> None:
    spoiled = tuple(hostile(each, evil) for each in articles)
    with opened(summary_page(spoilt(summary, evil), spoiled)) as page:
        walked(page)
        assert page.evaluate("window.hacked") is None
        assert page.locator("img, iframe, form, base, meta[http-equiv=refresh]").count() == 0
        assert page.locator("[onmouseover], [onerror], [onload]").count() == 0
        assert page.locator("a[href^=javascript]").count() == 0
        assert page.evaluate("document.querySelectorAll('style').length") == 1
        assert page.locator("h1 .claim").text_content() == shown(evil)


def shown(evil: str) -> str:
    """What stands there for characters that hide: one sign each."""
    hides = "\u202e\u202c\u2066\u2069\u200b\u2060\U000e0041\U000e0042"
    return "".join("\ufffd" if each in hides else each for each in evil)


def test_text_of_articles_is_shown_whole(
    opened: Opener, articles: tuple[Article, ...], summary: Summary
) -> None:
    evil = tuple(hostile(each, "".join(EVIL)) for each in articles)
    with opened(summary_page(summary, evil)) as page:
        found = page.eval_on_selector_all(".text", "all => all.map(each => each.textContent)")
    assert found == [shown(each.text) for each in evil]


def test_the_policy_stops_what_gets_in(
    browser: Browser, tmp_path: Path, articles: tuple[Article, ...], summary: Summary
) -> None:
    file = tmp_path / "page.html"
    file.write_text(summary_page(summary, articles), encoding="utf-8")
    with chromium.opened(browser, file) as tab:
        assert tab.page.evaluate(GETS_IN, len(STOPPED)) == STOPPED
        assert tab.page.evaluate("window.hacked") is None


def test_a_hostile_story_goes_through_every_room(opened: Opener, tmp_path: Path) -> None:
    for number, outlet in enumerate(("Orvel Echo", "Brem Post"), 1):
        (tmp_path / f"{number}.txt").write_text(
            f"Mill burns in Orvel {EVIL[0]}\n\n{outlet}\n\n"
            f"The old mill in Orvel burned down on Friday. {EVIL[2]} Two horses were hurt.\n\n"
            f"“It was dry,” said Ada Brem, the miller {EVIL[3]}.\n\n{EVIL[8]}\n",
            encoding="utf-8",
        )
    found = read([tmp_path / "1.txt", tmp_path / "2.txt"])
    for source in (summary_page(summarize(found), found), inspection_page(inspect(found))):
        with opened(source) as page:
            assert page.evaluate("window.hacked") is None
            assert page.locator("img, iframe").count() == 0
