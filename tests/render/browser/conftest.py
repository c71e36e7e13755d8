"""Pages opened in a real browser. A test that opens one fails if the page complains or asks."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from summarizer.pipeline import inspect, summarize
from summarizer.read import read
from tests import browser as chromium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, Page

    from summarizer.model.article import Article
    from summarizer.model.story import Inspection
    from summarizer.model.summary import Summary


FERRY = Path(__file__).parents[3] / "eval" / "suites" / "demo" / "ferry" / "articles"


class Opener(Protocol):
    """Opens a page's source."""

    def __call__(
        self,
        source: str,
        *,
        width: int = 1280,
        scheme: chromium.Scheme = "light",
    ) -> AbstractContextManager[Page]:
        """A page that must neither complain nor ask for anything while it is open."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module. Without it a test skips; in continuous integration it fails."""
    if reason := chromium.missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium.launched() as found:
        yield found


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Opener:
    """Opens pages, and holds them to what they promise."""
    file = tmp_path / "page.html"

    @contextmanager
    def opener(
        source: str, *, width: int = 1280, scheme: chromium.Scheme = "light"
    ) -> Iterator[Page]:
        file.write_text(source, encoding="utf-8")
        with chromium.opened(browser, file, width=width, scheme=scheme) as tab:
            yield tab.page
            assert (tab.complaints, tab.requests) == ([], [file.as_uri()])

    return opener


@pytest.fixture(scope="session")
def ferry() -> tuple[Article, ...]:
    """The demo story."""
    return read([FERRY])


@pytest.fixture(scope="session")
def ferry_summary(ferry: tuple[Article, ...]) -> Summary:
    """Its summary."""
    return summarize(ferry, writer="extractive")


@pytest.fixture(scope="session")
def ferry_reading(ferry: tuple[Article, ...]) -> Inspection:
    """How it was read."""
    return inspect(ferry)
