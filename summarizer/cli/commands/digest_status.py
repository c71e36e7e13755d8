"""Say how the jobs stand: the newest digest, the next one, what is overdue, degraded or owed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.cli.digest_options import add_configuration, add_now, clock_of, opened, settings_of
from summarizer.cli.options import add_format

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from summarizer.cli.parsing import Parser
    from summarizer.digest.settings import Job
    from summarizer.digest.state.store import Store

EXAMPLES = """\
examples:
  summarizer digest status
  summarizer digest status --format json

Ends with 1 if a job is overdue by an hour, its newest digest is degraded, or somebody still waits
for a digest.
"""
FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_configuration(parser)
    add_now(parser)
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Tell; 1 where something is amiss."""
    from summarizer.cli.output import emit

    settings, now = settings_of(arguments), clock_of(arguments)()
    with opened(settings) as store:
        told = [_document(store, job, now) for job in settings.jobs]
    if arguments.format == "json":
        emit(json.dumps({"jobs": told}, ensure_ascii=False, indent=2) + "\n")
    else:
        emit("".join(map(_lines, told)))
    return int(not all(each["well"] for each in told))


def _document(store: Store, job: Job, now: datetime) -> dict[str, Any]:
    from summarizer.cli.digest_troubles import degrading, waiting
    from summarizer.digest.periods import standing
    from summarizer.digest.state import runs

    found = standing(store, job, now)
    last = found.last
    return {
        "job": found.job,
        "last": last.period if last else None,
        "status": last.status if last else None,
        "finished": last is not None and last.finished is not None,
        "next": found.following.isoformat(),
        "overdue": found.overdue,
        "owed": found.owed,
        "well": found.well,
        **degrading(job, runs.digest_of(store, job.name, last.period) if last else None),
        "waiting": waiting(store, job.name),
    }


def _lines(job: dict[str, Any]) -> str:
    from summarizer.cli.digest_troubles import lines

    last = f"{job['last']} {job['status'] or 'unfinished'}" if job["last"] else "no digest yet"
    amiss = [name for name in ("overdue",) if job[name]]
    amiss += [f"{job['owed']} not delivered"] if job["owed"] else []
    trouble = f", {', '.join(amiss)}" if amiss else ""
    head = f"{job['job']}: {last}{trouble}; next {job['next']}"
    return "\n".join((head, *lines(job, job["waiting"]))) + "\n"
