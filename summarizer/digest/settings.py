"""What `digest.toml` says: the jobs, where their articles come from and where digests go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from summarizer.errors import UsageError
from summarizer.pipeline import MAX_SENTENCES, MAX_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import timedelta
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from summarizer.digest.model import Channel, FeedSource, Problem
    from summarizer.pipeline.settings import ModelSettings
    from summarizer.pipeline.walk import Writer

MissedPolicy = Literal["skip", "latest", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How politely sources are asked; seconds, and bytes as they come and unpacked.

    `contact` (an address of the web or of mail) is told to servers in the user agent.
    """

    contact: str | None = None
    floor: float = 300.0
    delay: float = 1.0
    timeout: float = 20.0
    raw_bytes: int = 5 << 20
    decoded_bytes: int = 20 << 20
    articles_per_feed: int = 100
    concurrency: int = 8
    allow_private_network: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailSettings:
    """A mail server (smtp://, smtps://) and whom it brings the digest to.

    `user` and the environment variable `password_env` are given where the server wants them.
    `unsubscribe` is an address (https: or mailto:) for the List-Unsubscribe header.
    """

    smtp: str
    sender: str
    to: tuple[str, ...]
    user: str | None = None
    password_env: str | None = None
    unsubscribe: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSettings:
    """An address that is sent the digest; `secret_env` names the variable with the signing key."""

    url: str
    secret_env: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverySettings:
    """Where digests of a job go; None is nowhere. `link` is where the Atom feed can be read."""

    folder: Path | None = None
    atom: Path | None = None
    link: str | None = None
    email: EmailSettings | None = None
    webhook: WebhookSettings | None = None

    def recipients(self) -> Iterator[tuple[Channel, str]]:
        """Every channel with each of its recipients, local ones first."""
        if self.folder is not None:
            yield "folder", str(self.folder)
        if self.atom is not None:
            yield "atom", str(self.atom)
        if self.email is not None:
            for address in self.email.to:
                yield "email", address
        if self.webhook is not None:
            yield "webhook", self.webhook.url


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One digest that comes again and again.

    `schedule` is a cron expression in `timezone`; `window` is how far back articles may be dated.
    `model` is None where the extractive writer writes. Nothing is asked of `max_stories` beyond
    that many; a story needs `min_outlets` outlets and `min_origins` origins. `batch` is how long
    a digest may wait for answers at half the price, None where it does not.
    """

    name: str
    schedule: str
    timezone: ZoneInfo
    sources: tuple[FeedSource, ...]
    window: timedelta
    deliver: DeliverySettings
    min_outlets: int = 2
    min_origins: int = 1
    max_stories: int = 10
    max_words: int = MAX_WORDS
    max_sentences: int = MAX_SENTENCES
    writer: Writer = "extractive"
    model: ModelSettings | None = None
    batch: timedelta | None = None
    missed: MissedPolicy = "latest"
    fetch: FetchSettings = field(default_factory=FetchSettings)

    def lost(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those of the problems that are of a whole source, not of a page."""
        places = {source.place for source in self.sources}
        return tuple(each for each in problems if each.place in places)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSettings:
    """A whole `digest.toml`: where state is kept (a path or postgresql://…), and the jobs."""

    path: Path
    state: str
    jobs: tuple[Job, ...]
    keep_days: int = 90

    def job(self, name: str) -> Job:
        """The job of this name.

        Raises:
            UsageError: there is none.
        """
        for job in self.jobs:
            if job.name == name:
                return job
        known = ", ".join(job.name for job in self.jobs)
        raise UsageError(
            "no-job", f"{self.path}: there is no job '{name}'", f"the jobs are {known}"
        )
