"""A digest that is only planned: what would be told and to whom; nothing is kept or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.digest.fetching.collect import collect
from summarizer.digest.fetching.memory import MemoryOfOneRun
from summarizer.digest.model import articles_of
from summarizer.digest.schedule import Schedule, period_name
from summarizer.digest.state import items, stories
from summarizer.digest.stories import choose
from summarizer.errors import NoCommonStory, NothingToPublish
from summarizer.model.codec import encode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from summarizer.digest.desk import Desk
    from summarizer.digest.model import Item, Pick
    from summarizer.digest.settings import Job
    from summarizer.model.dry_run import DryRun


def rehearse(desk: Desk, name: str) -> dict[str, Any]:
    """What a run of the job would tell now, as JSON: its stories, problems and deliveries."""
    from summarizer.digest.desk import MEMORY  # noqa: PLC0415  (imports the writers)

    job, now = desk.job(name), desk.clock()
    memory = MemoryOfOneRun()
    found = collect(
        job.sources,
        memory,
        now,
        job.fetch,
        desk.heard(name, None),
        since=now - job.window,
        count=desk.journal.count,
    )
    at = Schedule(job.schedule, job.timezone).latest(now)
    past = stories.past(desk.store, name, at, at - MEMORY)
    held = _items(desk, job, memory, now)
    picks, selection = choose(held, job, past)
    return {
        "job": name,
        "period": period_name(at),
        "stories": [encode(pick) for pick in picks],
        "selection": encode(selection),
        "model": _price(job, picks, {item.id: item for item in held}),
        "problems": [encode(problem) for problem in found.problems],
        "lost": [problem.place for problem in job.lost(found.problems)],
        "deliver": [
            {"channel": channel, "recipient": recipient}
            for channel, recipient in job.deliver.recipients()
        ],
    }


def _price(job: Job, picks: Sequence[Pick], held: Mapping[str, Item]) -> dict[str, Any] | None:
    """What a model would be asked for the stories, without repair; None where none writes."""
    if job.model is None:
        return None
    planned = [_planned(job, [held[each] for each in pick.items if each in held]) for pick in picks]
    costs = [each.cost for each in planned if each]
    return {
        "requests": sum(len(each.requests) for each in planned if each),
        "tokens": {
            "input": sum(each.tokens.input for each in planned if each),
            "output": sum(each.tokens.output for each in planned if each),
        },
        "cost": None if None in costs else round(sum(each or 0.0 for each in costs), 6),
    }


def _planned(job: Job, found: Sequence[Item]) -> DryRun | None:
    """What would be sent for a story; None of one that could not be told."""
    from summarizer.pipeline.walk import dry_run  # noqa: PLC0415  (only where a model writes)

    words, sentences = job.max_words, job.max_sentences
    try:
        return dry_run(
            articles_of(found), model=job.model, max_words=words, max_sentences=sentences
        )
    except (NoCommonStory, NothingToPublish):
        return None


def _items(desk: Desk, job: Job, memory: MemoryOfOneRun, now: datetime) -> tuple[Item, ...]:
    """What is kept of the window, and what the sources have now."""
    known = items.within(desk.store, job.name, now - job.window, now)
    merged = {item.id: item for item in known} | memory.items
    dated = [(item.published or item.first_seen, item.id, item) for item in merged.values()]
    return tuple(item for date, _, item in sorted(dated) if now - job.window < date <= now)
