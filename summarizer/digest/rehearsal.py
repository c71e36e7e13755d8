"""A digest that is only planned: what would be told and to whom; nothing is kept or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.digest.fetching.collect import collect
from summarizer.digest.fetching.memory import MemoryOfOneRun
from summarizer.digest.schedule import Schedule, period_name
from summarizer.digest.state import items, stories
from summarizer.digest.stories import choose
from summarizer.model.codec import encode

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.digest.desk import Desk
    from summarizer.digest.model import Item
    from summarizer.digest.settings import Job


def rehearse(desk: Desk, name: str) -> dict[str, Any]:
    """What a run of the job would tell now, as JSON: its stories, problems and deliveries."""
    from summarizer.digest.desk import MEMORY  # noqa: PLC0415  (imports the writers)

    job, now = desk.job(name), desk.clock()
    memory = MemoryOfOneRun()
    heard = desk.heard(name, None)
    found = collect(job.sources, memory, now, job.fetch, heard, since=now - job.window)
    at = Schedule(job.schedule, job.timezone).latest(now)
    past = stories.past(desk.store, name, at, at - MEMORY)
    picks, selection = choose(_items(desk, job, memory, now), job, past)
    return {
        "job": name,
        "period": period_name(at),
        "stories": [encode(pick) for pick in picks],
        "selection": encode(selection),
        "problems": [encode(problem) for problem in found.problems],
        "deliver": [
            {"channel": channel, "recipient": recipient}
            for channel, recipient in job.deliver.recipients()
        ],
    }


def _items(desk: Desk, job: Job, memory: MemoryOfOneRun, now: datetime) -> tuple[Item, ...]:
    """What is kept of the window, and what the sources have now."""
    known = items.within(desk.store, job.name, now - job.window, now)
    merged = {item.id: item for item in known} | memory.items
    dated = [(item.published or item.first_seen, item.id, item) for item in merged.values()]
    return tuple(item for date, _, item in sorted(dated) if now - job.window < date <= now)
