"""The data of digest jobs. Times are aware; a digest's own data hold no clock of the machine."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from summarizer.model.article import Article
from summarizer.model.summary import Citation, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

SourceKind = Literal["feed", "folder", "addresses"]
Status = Literal["complete", "degraded", "empty"]
Channel = Literal["folder", "atom", "email", "webhook"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSource:
    """Where articles come from: the address of a feed, a folder, or a file that lists addresses."""

    kind: SourceKind
    place: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article that a source offered, as it was fetched.

    `id` is the SHA-256 of `canonical`, the address without what only tracks; `revision` the SHA-256
    of the article's text, so that an article that changes keeps its id and gets another revision.
    `first_seen` is when the job first met the id. Articles of different items may have the same
    `Article.id`: take them with `articles_of` to use them together.
    """

    id: str
    url: str
    canonical: str
    source: str
    outlet: str | None
    title: str | None
    published: datetime | None
    first_seen: datetime
    revision: str
    article: Article


def articles_of(items: Iterable[Item]) -> list[Article]:
    """The articles of items, numbered in this order as those of one story."""
    return [item.article.numbered(number) for number, item in enumerate(items, 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What kept a source or an article from being read; `place` is its address or path."""

    place: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What the sources gave: items with new or changed text, and what went wrong."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A story that a digest is to tell.

    `story` is its id, the same on every day that it goes on; `items` are the ids of its items in
    the order of the summary's sources. `continues` is the period of the digest that told of it
    last.
    """

    story: str
    title: str
    items: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: int
    score: float
    continues: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the window held, and how many of its stories are not told, by the first reason.

    Of `stories`, some have fewer outlets than `min_outlets`, nothing new since they were told,
    fewer origins than `min_origins`, or come behind the best `max_stories`.
    """

    articles: int
    stories: int
    few_outlets: int
    nothing_new: int
    few_origins: int
    beyond: int
    min_outlets: int
    min_origins: int
    max_stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PastStory:
    """A story as the last digest that told of it did."""

    story: str
    period: str
    items: tuple[str, ...]
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A claim that differs from the last digest; `before` is what that said, where it did."""

    text: str
    before: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different since the digest of the period `since`, claim by claim.

    The citations of a withdrawn claim point into the sources of that digest.
    """

    since: str
    new: tuple[Change, ...]
    corrected: tuple[Change, ...]
    withdrawn: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestStory:
    """A story of a digest; `changes` is None of a story that is told for the first time."""

    story: str
    summary: Summary
    changes: Changes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A story that could not be told, and why."""

    story: str
    title: str
    addresses: tuple[str, ...]
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What is delivered for a period of a job.

    `period` is the scheduled time, `at` the same (ISO 8601). A digest is degraded if stories failed
    or sources could not be read (`problems`), empty if there is nothing to tell. `selection` is
    None of one that was made before it was noted.
    """

    schema: int
    job: str
    period: str
    at: str
    status: Status
    stories: tuple[DigestStory, ...]
    failed: tuple[Failed, ...]
    problems: tuple[Problem, ...]
    selection: Selection | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One digest for one recipient on one channel: the key of the ledger."""

    job: str
    period: str
    channel: Channel
    recipient: str

    @property
    def digest(self) -> str:
        """The SHA-256 of it, by which the other side knows a delivery that comes twice."""
        whole = f"{self.job}\0{self.period}\0{self.channel}\0{self.recipient}"
        return hashlib.sha256(whole.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a delivery was made: when, and how the other side knows it (a path, a Message-ID)."""

    delivery: Delivery
    at: datetime
    reference: str
