"""Articles from pages, by trafilatura."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import trafilatura

from summarizer.errors import InputError
from summarizer.read.raw import Given

if TYPE_CHECKING:
    from summarizer.model.article import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text taken from a page, what it states about itself, and the kinds of its lines."""

    text: str
    given: Given
    marks: tuple[Region, ...]


def extract(page: str, label: str) -> Page:
    """The article of a page."""
    text = trafilatura.extract(page, include_comments=False, favor_precision=True)
    if not text:
        raise InputError("no-text", f"{label} holds no article text", "save the article's own page")
    return Page(text=text, given=Given(), marks=())
