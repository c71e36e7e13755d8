"""Everything that the sources of a job have that is new."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from summarizer.digest.fetching.asking import Asking
from summarizer.digest.fetching.folders import folder_items, listed
from summarizer.digest.fetching.memory import OneAtATime
from summarizer.digest.fetching.pages import Looked, Offer, is_wanted, look, offered
from summarizer.digest.fetching.polling import Polled, poll
from summarizer.digest.fetching.turns import host_by_host
from summarizer.digest.model import Collected, FeedSource, Item, Problem
from summarizer.errors import InputError
from summarizer.read.web.target import target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from summarizer.digest.fetching.memory import Entry, FetchMemory
    from summarizer.digest.settings import FetchSettings

Task = TypeVar("Task")
Done = TypeVar("Done")


class Count(Protocol):
    """Takes note of how far a stage is."""

    def __call__(self, stage: Literal["sources", "articles"], done: int, total: int, /) -> None:
        """So many of so many are done."""


def _uncounted(_stage: str, _done: int, _total: int, /) -> None:
    """Nobody counts."""


# Of a feed; who has more pages that fail has another problem.
_MOST_PENDING = 200


def collect(  # noqa: PLR0913  (who is asked, for whom, when, and how much)
    sources: Sequence[FeedSource],
    memory: FetchMemory,
    now: datetime,
    limits: FetchSettings,
    notice: Callable[[str], None],
    *,
    since: datetime | None = None,
    count: Count = _uncounted,
) -> Collected:
    """Ask the sources, fetch the pages of what is new, and keep it.

    Args:
        sources: feeds, folders and lists of addresses, in the order of the results.
        memory: what is remembered of them; new articles are kept there before their feed.
        now: the time of the run.
        limits: how many, how fast, how large.
        notice: told what people should know although nothing failed.
        since: articles dated before are passed over; an article without a date has that of the run
            that first saw it.
        count: told how many "sources" and then "articles" are done, of how many; by several
            threads.

    Returns:
        New articles and those whose text has changed, and what could not be read.

    Raises:
        UsageError: the limits, or the certificates that the environment names, cannot be used.
    """
    run = _Run(OneAtATime(memory), now, limits, since, count)
    named = tuple(dict.fromkeys(sources))
    local = [run.read(source) for source in named if source.kind == "folder"]
    lists = [run.listed(source) for source in named if source.kind == "addresses"]
    polled = run.poll([source for source in named if source.kind == "feed"])
    for each in polled.values():
        if each.notice:
            notice(each.notice)
    looked = run.look([*run.offers(polled), *(offer for offers, _ in lists for offer in offers)])
    run.keep(polled, looked)
    read = [item for items, _ in local for item in items]
    problems = [
        *(problem for _, problem in [*local, *lists]),
        *(each.problem for each in polled.values()),
        *(each.problem for each in looked),
    ]
    return Collected(
        items=(*read, *(each.item for each in looked if each.item)),
        problems=tuple(problem for problem in problems if problem),
    )


class _Run:
    """One look at all sources."""

    def __init__(
        self,
        memory: FetchMemory,
        now: datetime,
        limits: FetchSettings,
        since: datetime | None,
        count: Count,
    ) -> None:
        self._memory = memory
        self._now = now
        self._limits = limits
        self._since = since
        self._count = count
        self._asking = Asking(memory, now, limits)

    def read(self, source: FeedSource) -> tuple[tuple[Item, ...], Problem | None]:
        """What is new in a folder."""
        try:
            return folder_items(source, self._memory, self._now, self._since), None
        except InputError as error:
            return (), _problem(source, error)

    def listed(self, source: FeedSource) -> tuple[tuple[Offer, ...], Problem | None]:
        """What a file lists."""
        try:
            return tuple(offered(source, entry) for entry in listed(source)), None
        except InputError as error:
            return (), _problem(source, error)

    def poll(self, sources: Sequence[FeedSource]) -> dict[FeedSource, Polled]:
        """What became of each feed."""

        def ask(source: FeedSource) -> Polled:
            before = self._memory.feed(source.place)
            return poll(source.place, before, self._asking, self._limits.floor)

        counted = self._counted("sources", len(sources), ask)
        done = host_by_host(sources, _host_of_feed, counted, self._limits.concurrency)
        return dict(zip(sources, done, strict=True))

    def offers(self, polled: Mapping[FeedSource, Polled]) -> Iterator[Offer]:
        """The newest entries of each feed, and those whose pages could not be had before."""
        for source, each in polled.items():
            latest = sorted(
                each.entries,
                key=lambda entry: entry.published or self._now.isoformat(),
                reverse=True,
            )
            for entry in (*each.record.pending, *latest[: self._limits.articles_per_feed]):
                yield offered(source, entry)

    def look(self, offers: Iterable[Offer]) -> list[Looked]:
        """What became of the entries, each article once; it is kept as soon as it is there."""
        once = {offer.id: offer for offer in reversed([*offers])}
        wanted = [offer for offer in reversed(once.values()) if self._is_wanted(offer)]

        def one(offer: Offer) -> Looked:
            done = look(offer, self._memory.page(offer.id), self._asking)
            self._memory.keep_page(done.record, done.item)
            return done

        counted = self._counted("articles", len(wanted), one)
        return host_by_host(wanted, lambda offer: offer.host, counted, self._limits.concurrency)

    def _counted(
        self, stage: Literal["sources", "articles"], total: int, task: Callable[[Task], Done]
    ) -> Callable[[Task], Done]:
        """The task, counted when it is done."""
        numbers = itertools.count(1)
        self._count(stage, 0, total)

        def one(of: Task) -> Done:
            done = task(of)
            self._count(stage, next(numbers), total)
            return done

        return one

    def keep(self, polled: Mapping[FeedSource, Polled], looked: Sequence[Looked]) -> None:
        """Keep the feeds, after their articles, with the entries to try again."""
        again = {each.offer.id for each in looked if each.again}
        for source, each in polled.items():
            entries = {entry.address: entry for entry in (*each.record.pending, *each.entries)}
            pending = [entry for entry in entries.values() if self._is_owed(source, entry, again)]
            kept = replace(each.record, pending=tuple(pending[:_MOST_PENDING]))
            self._memory.keep_feed(kept)

    def _is_wanted(self, offer: Offer) -> bool:
        return is_wanted(offer, self._memory.page(offer.id), self._now, self._since)

    def _is_owed(self, source: FeedSource, entry: Entry, again: AbstractSet[str]) -> bool:
        """Whether an entry's page failed, now or before, and may still come."""
        offer = offered(source, entry)
        known = self._memory.page(offer.id)
        failed = known is not None and known.state == "failed" and known.revision is None
        recent = self._since is None or (offer.published or self._now) >= self._since
        return recent and (offer.id in again or failed)


def _problem(source: FeedSource, error: InputError) -> Problem:
    return Problem(place=source.place, code=error.code, message=error.message)


def _host_of_feed(source: FeedSource) -> str:
    """Its host; what is no address stands for itself, and is told when it is asked."""
    try:
        return target(source.place).host
    except InputError:
        return source.place
