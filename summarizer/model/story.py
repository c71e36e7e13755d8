"""What merging found: articles of one story, their events, origins, facts and conflicts."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model.article import Article
from summarizer.model.summary import Event, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """Articles whose texts are (nearly) the same; `similarity` is the lowest of their pairs."""

    members: tuple[str, ...]
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact or statement and all sentences that carry it.

    `sentences` holds sentence ids, the best wording first. `origins` are the ids of the origins
    that stand behind them, `event` is the event it belongs to.
    """

    id: str
    sentences: tuple[str, ...]
    origins: tuple[str, ...]
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value that sources give for a disputed slot, with the sentences that give it."""

    value: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A slot (a count, a date, a place …) on which origins differ."""

    topic: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Which articles tell one story."""

    id: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """An article that is left out of a summary, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story, merged. Exactly one event is the main one.

    `articles` are all inputs of the story, those of other events included.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    origins: tuple[Origin, ...]
    facts: tuple[Fact, ...]
    disputes: tuple[Dispute, ...]
    duplicates: tuple[Duplicate, ...]
    exclusions: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """How articles were read: the document that `inspect` prints."""

    articles: tuple[Article, ...]
    stories: tuple[Membership, ...]
    duplicates: tuple[Duplicate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Which items tell one story: the document that `group` prints."""

    stories: tuple[Membership, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a pile that `group` sorts into stories; `date` is an ISO 8601 date."""

    id: str
    title: str | None
    text: str
    date: str | None
    outlet: str | None
