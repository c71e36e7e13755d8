"""A digest job whose stories only have to be written up: what benchmarks of the engine need."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING

from benchmarks.many_stories import stories
from summarizer.digest.model import Item, Pick, Selection
from summarizer.digest.periods import begin_latest
from summarizer.digest.state import items
from summarizer.digest.state.stories import keep_picks

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.digest.settings import Job
    from summarizer.digest.state.store import Store
    from summarizer.model.article import Article

SETTINGS = """\
state = "{state}"
[job.yearly]
schedule = "0 0 1 1 *"
folders = ["articles"]
{more}
[job.yearly.deliver]
folder = "out"
"""


def configured(folder: Path, state: str, more: str = "") -> Path:
    """A `digest.toml` of a job that was due at the beginning of the year."""
    (folder / "articles").mkdir(exist_ok=True)
    path = folder / "digest.toml"
    path.write_text(SETTINGS.format(state=state, more=more), encoding="utf-8")
    return path


def chosen(store: Store, job: Job, count: int, different: int | None = None) -> str:
    """Begin the run of the job's period, with so many stories chosen; the period.

    Where only so many are `different`, the others have their texts again: to read takes its time.
    """
    now = datetime.now(UTC)
    run = begin_latest(store, job, now)
    picks = []
    texts = list(stories(min(count, different or count)))
    with store.begin() as connection:
        for number, articles in enumerate(islice(cycle(texts), count), 1):
            told = [_item(number, article, now) for article in articles]
            for each in told:
                items.keep(store, connection, job.name, each)
            picks.append(_pick(number, told))
    selection = Selection(
        articles=sum(len(pick.items) for pick in picks),
        stories=count,
        few_outlets=0,
        nothing_new=0,
        few_origins=0,
        beyond=0,
        min_outlets=job.min_outlets,
        min_origins=job.min_origins,
        max_stories=count,
    )
    keep_picks(store, job.name, run.period, picks, selection)
    return run.period


def _item(story: int, article: Article, now: datetime) -> Item:
    """The article with an address and a digest of its own."""
    address = f"https://{article.path}.example/{story}"
    key = hashlib.sha256(address.encode()).hexdigest()
    return Item(
        id=key,
        url=address,
        canonical=address,
        source="articles",
        outlet=article.outlet,
        title=article.title,
        published=now - timedelta(hours=1),
        first_seen=now,
        revision=key,
        article=replace(article, sha256=key),
    )


def _pick(number: int, told: list[Item]) -> Pick:
    return Pick(
        story=f"story-{number:06}",
        title=told[0].title or "",
        items=tuple(each.id for each in told),
        outlets=tuple(each.outlet or "" for each in told),
        origins=len(told),
        score=float(len(told)),
        continues=None,
    )
