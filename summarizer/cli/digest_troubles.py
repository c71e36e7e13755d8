"""What is amiss with a digest, for the commands that tell of it: as JSON, and as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.digest.model import Digest
    from summarizer.digest.settings import Job
    from summarizer.digest.state.store import Store


def degrading(job: Job, digest: Digest | None) -> dict[str, Any]:
    """What degrades a digest: whole sources that could not be read, stories not told."""
    from summarizer.model.codec import encode

    return {
        "lost": [encode(each) for each in job.lost(digest.problems)] if digest else [],
        "untold": [encode(each) for each in digest.failed] if digest else [],
    }


def waiting(store: Store, job: str, period: str | None = None) -> list[dict[str, Any]]:
    """Who does not have a digest, and why; of all periods where none is named."""
    from summarizer.digest.state import ledger

    return [
        {
            "period": each.period,
            "channel": each.channel,
            "recipient": each.recipient,
            "trouble": ledger.trouble(store, each),
        }
        for each in ledger.owed(store, job, period)
    ]


def lines(found: Mapping[str, Any], waiting: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each thing that is amiss; `found` has the keys of `degrading`."""
    from summarizer.digest.documents.wording import unread, untold
    from summarizer.digest.model import Failed, Problem

    for each in found["lost"]:
        yield f"  could not be read: {unread(Problem(**each))}"
    for each in found["untold"]:
        yield f"  could not be told: {untold(Failed(**each))}"
    for each in waiting:
        why = f": {each['trouble']}" if each["trouble"] else ""
        yield f"  not delivered: {each['channel']} {each['recipient']} ({each['period']}){why}"
