"""A real browser for the tests of pages: Chromium, and axe-core for what people cannot use.

The browser is Debian's package, Google's, or the one that `playwright install chromium` brings; it
has no network but files. Playwright's loop runs while it is open, so no test of a module that has
one may use asyncio.
"""

from __future__ import annotations

import importlib.util
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

# Where systems put a Chromium; Playwright's own comes last, because it is a download of 170 MB.
PROGRAMS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
ARGUMENTS = ("--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking")
# Web Content Accessibility Guidelines 2.2, levels A and AA, as axe-core names them.
GUIDELINES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

Scheme = Literal["light", "dark"]


@dataclass(slots=True)
class Tab:
    """A page that is open, with what went wrong in it and what it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def missing() -> str | None:
    """Why there is no browser to test with; None if there is one."""
    for package in ("playwright", "axe_playwright_python"):
        if importlib.util.find_spec(package) is None:
            return f"{package} is not installed: `make test` installs it"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        if not Path(_program(playwright)).exists():
            return "no Chromium: apt-get install chromium, or playwright install chromium"
    return None


def _program(playwright: Playwright) -> str:
    found = (each for each in PROGRAMS if Path(each).exists())
    return next(found, playwright.chromium.executable_path)


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser without windows, closed at the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_program(playwright), args=list(ARGUMENTS)
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, file: Path, *, width: int = 1280, height: int = 860, scheme: Scheme = "light"
) -> Iterator[Tab]:
    """A page from a file in a fresh profile, with its console and its requests watched."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    tab = Tab(context.new_page())
    tab.page.on("console", lambda message: tab.complaints.append(message.text))
    tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.page.on("dialog", lambda dialog: tab.complaints.append(f"dialog: {dialog.message}"))
    context.on("request", lambda request: tab.requests.append(request.url))
    try:
        tab.page.goto(file.as_uri())
        yield tab
    finally:
        context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds against the guidelines: the rule, and the first place of each."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"resultTypes": ["violations"], "runOnly": list(GUIDELINES)}
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]
