"""Write the feeds of a job as an OPML list, for other readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.digest_options import add_configuration, add_job, settings_of
from summarizer.cli.options import add_output

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer digest export-opml morning
  summarizer digest export-opml morning -o feeds.opml
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_job(parser)
    add_configuration(parser)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write them."""
    job = settings_of(arguments).job(arguments.job)
    from summarizer.cli.output import emit
    from summarizer.digest.fetching.opml import Subscription, write_opml

    feeds = [
        Subscription(address=source.place, title=source.outlet)
        for source in job.sources
        if source.kind == "feed"
    ]
    emit(write_opml(feeds, f"Feeds of {job.name}"), arguments.output)
    return 0
