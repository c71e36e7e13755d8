"""What loading hands to cleaning: the text of one article and what came with it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.model.article import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Facts about an article that its container states (page metadata, JSON fields)."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    agency: str | None = None

    def over(self, other: Given) -> Given:
        """These facts, completed by another container's."""
        names = [field.name for field in fields(self)]
        return Given(**{name: getattr(self, name) or getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One article before cleaning.

    `marks` are regions whose kind the container states (a heading element of a page), in order;
    cleaning takes them over and decides about the rest of the text. `structured` says that the
    container marks all headings, so that cleaning looks for no others. `begin` is the place in
    `text` behind the front matter, which states facts and is no part of what the article tells.
    `sha256` is the hash of the file's bytes, for a record of a file the hash of its text in UTF-8.
    """

    text: str
    path: str | None
    sha256: str
    given: Given
    marks: tuple[Region, ...] = ()
    structured: bool = False
    begin: int = 0
