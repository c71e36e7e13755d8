"""The picture of a summary's page in the README, taken from the demo story.

    python -m benchmarks.picture

Writes docs/images/page.png; run it again when the page looks different.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from summarizer.pipeline import summarize
from summarizer.read import read
from summarizer.render.html import summary_page
from tests import browser as chromium

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "eval" / "suites" / "demo" / "ferry" / "articles"
PICTURE = ROOT / "docs" / "images" / "page.png"
CHOSEN = "c3"  # two outlets, one origin


def main() -> None:
    """Take the picture with one sentence chosen."""
    articles = read([ARTICLES])
    PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium.launched() as browser:
        file = Path(folder) / "page.html"
        file.write_text(summary_page(summarize(articles), articles), encoding="utf-8")
        with chromium.opened(browser, file, width=1120, height=660) as tab:
            tab.page.click(f".claim[data-claim={CHOSEN}]")
            tab.page.mouse.move(0, 0)
            tab.page.screenshot(path=PICTURE)


if __name__ == "__main__":
    main()
