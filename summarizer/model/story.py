"""What merging found: articles of one story, their events, origins, facts and conflicts."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model.article import Article
from summarizer.model.summary import Event, Origin, Slot


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
    """One value that sources give for a slot, with the sentences and origins that give it.

    `as_of` is the latest time (ISO 8601 date or date and time) for which it is known to be given,
    None where neither the sentences nor their articles name one.
    """

    value: str
    sentences: tuple[str, ...]
    origins: tuple[str, ...]
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A slot on which origins differ."""

    topic: str
    slot: Slot
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Values of one slot that one outlet gave one after another, the oldest first: no conflict.

    `outlet` names the outlet, or the origin where several outlets carry one text.
    """

    topic: str
    slot: Slot
    outlet: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One statement of one speaker in several wordings (translations, cuts): no conflict."""

    speaker: str
    sentences: tuple[str, ...]


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
    revisions: tuple[Revision, ...]
    variants: tuple[Variant, ...]
    duplicates: tuple[Duplicate, ...]
    exclusions: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectedStory:
    """What merging found in the articles of one story; a single article is not merged."""

    id: str
    members: tuple[str, ...]
    events: tuple[Event, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Dispute, ...]
    revisions: tuple[Revision, ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """How articles were read: the document that `inspect` prints."""

    articles: tuple[Article, ...]
    stories: tuple[InspectedStory, ...]
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
