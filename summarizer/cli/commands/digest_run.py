"""Make and deliver the digest of a job's newest period, once, however often it is called."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.cli.digest_course import watching
from summarizer.cli.digest_options import (
    add_configuration,
    add_job,
    add_now,
    desk_of,
    require_writers,
)
from summarizer.cli.options import add_format
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.digest.desk import Desk
    from summarizer.digest.model import Digest

EXAMPLES = """\
examples:
  summarizer digest run morning
  summarizer digest run morning --due          # for a timer: does nothing until it is time
  summarizer digest run morning --dry-run      # what would be told, and to whom
  summarizer digest run morning --config digest.toml --now 2026-11-21T06:00:00+01:00

Ends with 0 if the digest is complete or empty and everybody has it, else with 5; a dry run with 5
if a source could not be read or the model could not be asked.
"""
FORMATS = ("text", "json")
PARTLY = 5
_MADE = "the digest of this period was made before and stays; 'resend' delivers it once more"


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

            with watching(desk, arguments.job):
                planned = rehearse(desk, arguments.job)
            planned["unready"] = _unready(desk, arguments.job)
            emit(_rehearsed(planned, arguments.format))
            return PARTLY if planned["lost"] or planned["unready"] else 0
        require_writers(desk, arguments.job)
        made = _made(desk, arguments)
    emit(_told(made, arguments.format))
    well = all(each["status"] != "degraded" and not each["owed"] for each in made)
    return 0 if well else PARTLY


def _unready(desk: Desk, job: str) -> str | None:
    """Why the job's model could not be asked; None if it could."""
    try:
        require_writers(desk, job)
    except UsageError as reason:
        return reason.message
    return None


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
        if made:
            desk.heard(job.name, runs[0].period)(_MADE)
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
    with watching(desk, job) as course, Engine(desk) as engine:
        for period in fresh:
            engine.wait(engine.start(job, period), course.of(job, period))
        for period in late:
            engine.wait(engine.deliver(job, period, occasion), course.of(job, period))


def _outcome(desk: Desk, job: str, period: str) -> dict[str, Any]:
    from summarizer.cli.digest_troubles import degrading, waiting
    from summarizer.digest.state import runs
    from summarizer.model.codec import encode

    digest: Digest | None = runs.digest_of(desk.store, job, period)
    return {
        "job": job,
        "period": period,
        "status": digest.status if digest else None,
        "stories": len(digest.stories) if digest else 0,
        "failed": len(digest.failed) if digest else 0,
        "problems": len(digest.problems) if digest else 0,
        "selection": encode(digest.selection) if digest and digest.selection else None,
        **degrading(desk.job(job), digest),
        "owed": waiting(desk.store, job, period),
    }


def _told(made: Sequence[dict[str, Any]], layout: str) -> str:
    from summarizer.cli.digest_troubles import lines

    if layout == "json":
        return json.dumps({"runs": made}, ensure_ascii=False, indent=2) + "\n"
    told = [
        line
        for each in made
        for line in (_headed(each), *_why_empty(each), *lines(each, each["owed"]))
    ]
    return "\n".join(told or ["nothing is due"]) + "\n"


def _why_empty(made: Mapping[str, Any]) -> Iterator[str]:
    """Why no story is told, where none is."""
    from summarizer.digest.documents.wording import left_out
    from summarizer.digest.model import Selection

    if made["selection"] and not made["stories"] + made["failed"]:
        yield f"  {left_out(Selection(**made['selection']))}"


def _headed(made: Mapping[str, Any]) -> str:
    from summarizer.render.labels import plural

    failed = f", {made['failed']} failed" if made["failed"] else ""
    unread = f", {plural(made['problems'], 'place')} not read" if made["problems"] else ""
    told = plural(made["stories"], "story")
    return f"{made['job']} {made['period']}: {made['status']}, {told}{failed}{unread}"


def _rehearsed(planned: dict[str, Any], layout: str) -> str:
    from summarizer.digest.documents.wording import left_out, unread
    from summarizer.digest.model import Problem, Selection
    from summarizer.render.labels import plural

    if layout == "json":
        return json.dumps(planned, ensure_ascii=False, indent=2) + "\n"
    lines = [f"{planned['job']} {planned['period']}: {plural(len(planned['stories']), 'story')}"]
    for each in planned["stories"]:
        outlets = ", ".join(each["outlets"])
        before = f"; goes on from {each['continues']}" if each["continues"] else ""
        lines.append(f"  {each['title']}  [{outlets}; {plural(each['origins'], 'origin')}{before}]")
    lines.append(f"  {left_out(Selection(**planned['selection']))}")
    lines += [f"  {_priced(planned['model'])}"] if planned["model"] else []
    lines += [f"  could not be written: {planned['unready']}"] if planned["unready"] else []
    lines += [f"  could not be read: {unread(Problem(**each))}" for each in planned["problems"]]
    lines += [
        f"  would go to: {each['channel']} {each['recipient']}" for each in planned["deliver"]
    ]
    return "\n".join(lines) + "\n"


def _priced(model: Mapping[str, Any]) -> str:
    """What the model would be asked, and what that would cost."""
    from summarizer.render.labels import plural

    asked, tokens, cost = model["requests"], model["tokens"], model["cost"]
    price = "of unknown price" if cost is None else f"{cost:.4f} US dollars"
    sent = f"{tokens['input']:,} tokens in, at most {tokens['output']:,} out"
    return f"the model would get {plural(asked, 'request')}, {sent}: {price} at most, no repair"
