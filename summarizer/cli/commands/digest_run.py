"""Make and deliver the digest of a job's newest period, once, however often it is called."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.cli.digest_options import add_configuration, add_job, add_now, desk_of
from summarizer.cli.options import add_format

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.digest.desk import Desk
    from summarizer.digest.model import Digest

EXAMPLES = """\
examples:
  summarizer digest run morning
  summarizer digest run morning --due          # for a timer: does nothing until it is time
  summarizer digest run morning --dry-run      # what would be told, and to whom
  summarizer digest run morning --config digest.toml --now 2026-11-21T06:00:00+01:00

Ends with 0 if the digest is complete or empty and everybody has it, else with 5.
"""
FORMATS = ("text", "json")
PARTLY = 5


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_job(parser)
    add_configuration(parser)
    parser.add_argument(
        "--due", action="store_true", help="only what is due, missed periods by the job's policy"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="tell what would be told; keep and send nothing"
    )
    add_now(parser)
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Make what is to be made, and print what became of it."""
    from summarizer.cli.output import emit

    with desk_of(arguments) as desk:
        if arguments.dry_run:
            from summarizer.digest.rehearsal import rehearse

            emit(_rehearsed(rehearse(desk, arguments.job), arguments.format))
            return 0
        made = _made(desk, arguments)
    emit(_told(made, arguments.format))
    well = all(each["status"] != "degraded" and not each["owed"] for each in made)
    return 0 if well else PARTLY


def _made(desk: Desk, arguments: argparse.Namespace) -> list[dict[str, Any]]:
    """What became of each period; the engine is started only where there is something to do."""
    from summarizer.digest.periods import begin_due, begin_latest, owing
    from summarizer.digest.state import ledger

    job, now = desk.job(arguments.job), desk.clock()
    if arguments.due:
        runs = begin_due(desk.store, job, now)
        late = owing(desk.store, job, now)
    else:
        runs = [begin_latest(desk.store, job, now)]
        made = runs[0].finished is not None
        late = (
            [runs[0].period] if made and ledger.owed(desk.store, job.name, runs[0].period) else []
        )
    fresh = [run.period for run in runs if run.finished is None]
    if fresh or late:
        _work(desk, job.name, fresh, late)
    periods = dict.fromkeys([run.period for run in runs] + late)
    return [_outcome(desk, job.name, period) for period in periods]


def _work(desk: Desk, job: str, fresh: Sequence[str], late: Sequence[str]) -> None:
    """Make digests, and deliver what is owed of others; waits for both."""
    from summarizer.digest.engine import Engine

    occasion = desk.clock().strftime("%Y-%m-%dT%H%M")
    with Engine(desk) as engine:
        for period in fresh:
            engine.wait(engine.start(job, period))
        for period in late:
            engine.wait(engine.deliver(job, period, occasion))


def _outcome(desk: Desk, job: str, period: str) -> dict[str, Any]:
    from summarizer.digest.state import ledger, runs

    digest: Digest | None = runs.digest_of(desk.store, job, period)
    return {
        "job": job,
        "period": period,
        "status": digest.status if digest else None,
        "stories": len(digest.stories) if digest else 0,
        "failed": len(digest.failed) if digest else 0,
        "problems": len(digest.problems) if digest else 0,
        "owed": [
            {"channel": each.channel, "recipient": each.recipient}
            for each in ledger.owed(desk.store, job, period)
        ],
    }


def _told(made: Sequence[dict[str, Any]], layout: str) -> str:
    from summarizer.render.labels import plural

    if layout == "json":
        return json.dumps({"runs": made}, ensure_ascii=False, indent=2) + "\n"
    lines = [
        f"{each['job']} {each['period']}: {each['status']}, {plural(each['stories'], 'story')}"
        + (f", {each['failed']} failed" if each["failed"] else "")
        + (f", {plural(each['problems'], 'problem')} with sources" if each["problems"] else "")
        + "".join(f"\n  not delivered: {o['channel']} {o['recipient']}" for o in each["owed"])
        for each in made
    ]
    return "\n".join(lines or ["nothing is due"]) + "\n"


def _rehearsed(planned: dict[str, Any], layout: str) -> str:
    from summarizer.render.labels import plural

    if layout == "json":
        return json.dumps(planned, ensure_ascii=False, indent=2) + "\n"
    lines = [f"{planned['job']} {planned['period']}: {plural(len(planned['stories']), 'story')}"]
    for each in planned["stories"]:
        outlets = ", ".join(each["outlets"])
        lines.append(f"  {each['title']}  [{outlets}; {plural(each['origins'], 'origin')}]")
    lines += [f"  problem: {each['place']}: {each['message']}" for each in planned["problems"]]
    lines += [
        f"  would go to: {each['channel']} {each['recipient']}" for each in planned["deliver"]
    ]
    return "\n".join(lines) + "\n"
