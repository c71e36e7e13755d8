"""The simplest parts of a digest: stories by outlets, and a folder of digests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.digest.model import Changes, Pick, Receipt
from summarizer.merge import group_articles
from summarizer.model.codec import encode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from summarizer.digest.model import Delivery, Digest, Item, PastStory
    from summarizer.digest.settings import Job
    from summarizer.model.summary import Summary


def choose(items: Sequence[Item], job: Job, past: Sequence[PastStory]) -> tuple[Pick, ...]:
    """The stories with enough outlets, those of most outlets first."""
    known = {item: each for each in past for item in each.items}
    numbered = {f"s{n}": item for n, item in enumerate(items, 1)}
    articles = [item.article.numbered(n) for n, item in enumerate(items, 1)]
    picks = []
    for group in group_articles(articles).stories if articles else ():
        members = [numbered[each] for each in group.members]
        outlets = tuple(dict.fromkeys(each.outlet for each in members if each.outlet))
        if len(outlets) < job.min_outlets:
            continue
        before = next((known[each.id] for each in members if each.id in known), None)
        picks.append(
            Pick(
                story=before.story if before else members[0].id[:16],
                title=members[0].title or "",
                items=tuple(each.id for each in members),
                outlets=outlets,
                origins=len(outlets),
                score=float(len(outlets)),
                continues=before.period if before else None,
            )
        )
    return tuple(sorted(picks, key=lambda each: (-each.score, each.story)))[: job.max_stories]


def changes(summary: Summary, before: PastStory) -> Changes:
    """Nothing."""
    del summary
    return Changes(since=before.period, new=(), corrected=(), withdrawn=())


def send(digest: Digest, job: Job, delivery: Delivery, at: datetime) -> Receipt:
    """Into the folder."""
    del job
    document = {
        "schema": 1,
        "job": digest.job,
        "period": digest.period,
        "status": digest.status,
        "stories": [encode(each.summary) for each in digest.stories],
        "failed": [encode(each) for each in digest.failed],
    }
    folder = Path(delivery.recipient) / digest.job / digest.period
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "digest.json").write_text(json.dumps(document, ensure_ascii=False, indent=1))
    return Receipt(delivery=delivery, at=at, reference=str(folder))
