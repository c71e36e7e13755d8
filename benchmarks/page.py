"""How heavy and how quick the page of a summary is, and whether it holds to what it promises.

    python -m benchmarks.page [--articles 5 50 200] [--runs 5]

The articles are invented: one fire, told by as many outlets, a third of them with the text of an
agency, in 25 to 40 sentences with the page around them. For each size it prints

- the page in KiB, and what of it is the articles' text;
- from opening to the first paint after it is complete, to the first highlight (the first sentence
  is clicked as soon as it can be, and the time is taken when its words are painted), and from a
  later click to its highlight: milliseconds, the median of the runs;
- what axe-core finds against WCAG 2.2 AA (light and wide, dark and narrow), what the console says,
  and what the page asks for besides itself.

Each run is a fresh profile of a Chromium without windows.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarizer.pipeline import summarize
from summarizer.read import article
from summarizer.read.raw import Given, Raw
from summarizer.render.html import summary_page
from tests import browser as chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from summarizer.model.article import Article

TOWNS = ("Arden", "Belmouth", "Corran", "Dunfold", "Elsway", "Farholt", "Gransby", "Hollen")
KINDS = ("Courier", "Post", "Echo", "Ledger", "Gazette", "Observer", "Daily", "Times", "Mail")
AGENCY = (
    "A fire destroyed the grain store at Corran harbour on Monday, the fire service said.",
    "Fire chief Mara Holm said that 14 people were taken to hospital.",
    "“The roof came down within ten minutes,” Holm told reporters.",
    "The harbour will stay closed until Thursday, according to the harbour authority.",
)
OWN = (
    "The grain store at Corran harbour burned down on Monday, the fire service said.",
    "Fourteen people were taken to hospital, fire chief Mara Holm said.",
    "Holm said that the roof came down within ten minutes.",
    "The harbour authority said that the harbour would stay closed until Thursday.",
)
WHO = ("A clerk", "A crane driver", "The baker", "A teacher", "The ferry’s mate", "A pilot")
DID = ("saw", "heard", "described", "remembered", "filmed", "spoke of")
WHAT = ("the smoke", "a loud bang", "the empty quay", "the sirens", "the crowd", "the heat")
WHERE = ("from the bridge", "near the lock", "behind the market", "on the pier", "at the mill")
MENU = ("Home | News | Sport | Weather", "Share this story", "Read more", "Cookie settings")
SEED = 20260501

# Clicks the first sentence as soon as the page can answer, and notes when its words are painted.
FIRST_CLICK = """
const painted = done => requestAnimationFrame(() => requestAnimationFrame(done));
const ready = done => document.addEventListener("DOMContentLoaded", () => painted(() => {
  const opened = performance.now();
  document.querySelector(".claim[data-claim]").click();
  painted(() => done([opened, performance.now()]));
}));
window.first = new Promise(ready);
"""
LATER_CLICK = """() => new Promise(done => {
  const all = document.querySelectorAll(".claim[data-claim]");
  const start = performance.now();
  all[all.length - 1].click();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""


class Times(NamedTuple):
    """Milliseconds of one run."""

    opened: float
    highlighted: float
    later: float


def invented(count: int) -> tuple[Article, ...]:
    """So many articles on one fire; the same for the same count."""
    chance = random.Random(SEED)  # noqa: S311  (no secret)
    return tuple(_article(number, chance) for number in range(1, count + 1))


def _article(number: int, chance: random.Random) -> Article:
    outlet = f"{TOWNS[number % len(TOWNS)]} {KINDS[number // len(TOWNS) % len(KINDS)]} {number}"
    wire = number % 3 == 0
    facts = list(AGENCY if wire else OWN)
    told = [_sentence(chance) for _ in range(chance.randint(21, 36))]
    body = [*facts[:2], *told[:8], *facts[2:], *told[8:]]
    lines = [f"Fire destroys grain store at Corran harbour, report {number}", outlet, *MENU[:1]]
    start = "CORRAN (TNA) – " if wire else ""
    paragraphs = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
    text = "\n\n".join([*lines, start + paragraphs[0], *paragraphs[1:], *MENU[1:]]) + "\n"
    given = Given(outlet=outlet, published="2025-05-05")
    return article(f"s{number}", Raw(text=text, path=f"{number}.txt", sha256="0" * 64, given=given))


def _sentence(chance: random.Random) -> str:
    who, did, what, where = (chance.choice(each) for each in (WHO, DID, WHAT, WHERE))
    return f"{who} {did} {what} {where} at {chance.randint(1, 12)}.{chance.randint(10, 59)} p.m."


def timed(browser: Browser, file: Path) -> Times:
    """One run in a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.add_init_script(FIRST_CLICK)
    page.goto(file.as_uri())
    first: tuple[float, float] = page.evaluate("window.first")
    later: float = page.evaluate(LATER_CLICK)
    context.close()
    return Times(*first, later)


def promises(browser: Browser, file: Path) -> tuple[int, int, int]:
    """Violations of the guidelines, complaints of the console, requests besides the page."""
    violations = complaints = requests = 0
    views: tuple[tuple[int, chromium.Scheme], ...] = ((1280, "light"), (390, "dark"))
    for width, scheme in views:
        with chromium.opened(browser, file, width=width, scheme=scheme) as tab:
            tab.page.click(".claim[data-claim]")
            tab.page.keyboard.press("ArrowDown")
            complaints += len(tab.complaints)
            requests += len(tab.requests) - 1
            violations += len(chromium.violations(tab.page))
    return violations, complaints, requests


def row(browser: Browser, folder: Path, count: int, runs: int) -> str:
    """One line of the table."""
    articles = invented(count)
    page = summary_page(summarize(articles), articles)
    file = folder / f"{count}.html"
    file.write_text(page, encoding="utf-8")
    weight = len(page.encode("utf-8")) / 1024
    text = sum(len(each.text.encode("utf-8")) for each in articles) / 1024
    times = [timed(browser, file) for _ in range(runs)]
    opened, first, later = (statistics.median(each) for each in zip(*times, strict=True))
    found = " ".join(f"{each:>6}" for each in promises(browser, file))
    return (
        f"{count:>8} {weight:>7.0f} {text:>7.0f} {opened:>7.0f} {first:>7.0f} {later:>7.0f} {found}"
    )


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[5, 50, 200])
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    heads = ("KiB", "text", "open", "first", "later")
    print(" ".join(["articles", *(f"{each:>7}" for each in heads), "   axe errors   asks"]))
    with chromium.launched() as browser, tempfile.TemporaryDirectory() as folder:
        for count in chosen.articles:
            print(row(browser, Path(folder), count, chosen.runs), flush=True)


if __name__ == "__main__":
    main()
