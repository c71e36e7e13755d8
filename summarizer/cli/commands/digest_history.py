"""List the runs of a job, the newest first."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from summarizer.cli.digest_options import add_configuration, add_job, opened, settings_of
from summarizer.cli.options import add_format, positive

if TYPE_CHECKING:
    import argparse
    from zoneinfo import ZoneInfo

    from summarizer.cli.parsing import Parser
    from summarizer.digest.state.runs import Run

EXAMPLES = """\
examples:
  summarizer digest history morning
  summarizer digest history morning --limit 100 --format json
"""
FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_job(parser)
    add_configuration(parser)
    parser.add_argument(
        "--limit", type=positive, default=30, metavar="N", help="so many (default: 30)"
    )
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """List them."""
    from summarizer.cli.output import emit

    settings = settings_of(arguments)
    job = settings.job(arguments.job)
    from summarizer.digest.state import runs

    with opened(settings) as store:
        found = [_document(each) for each in runs.latest(store, job.name, arguments.limit)]
    as_json = arguments.format == "json"
    lines = [_line(each, job.timezone) for each in found]
    emit(json.dumps({"runs": found}, indent=2) + "\n" if as_json else "".join(lines))
    return 0


def _document(run: Run) -> dict[str, Any]:
    return {
        "job": run.job,
        "period": run.period,
        "status": run.status,
        "started": run.started.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
    }


def _line(run: dict[str, Any], zone: ZoneInfo) -> str:
    """A run for people, whose clock is that of the job."""
    ended = "unfinished"
    if run["finished"]:
        ended = (
            f"finished {datetime.fromisoformat(run['finished']).astimezone(zone):%Y-%m-%d %H:%M}"
        )
    return f"{run['period']}  {run['status'] or '-':<9}  {ended}\n"
