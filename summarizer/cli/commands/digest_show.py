"""Print a digest that was made: the newest one of a job, or that of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.digest_options import (
    add_configuration,
    add_job,
    digest_of,
    opened,
    settings_of,
)
from summarizer.cli.options import add_format, add_output

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer digest show morning
  summarizer digest show morning 2026-11-21T0600+0100 --format html -o digest.html
"""
FORMATS = ("md", "html", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_job(parser)
    parser.add_argument("period", nargs="?", metavar="PERIOD", help="(default: the newest)")
    add_configuration(parser)
    add_output(parser)
    add_format(parser, FORMATS, default="md")


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    settings = settings_of(arguments)
    from summarizer.cli.output import emit
    from summarizer.digest.documents import data, markdown, page

    with opened(settings) as store:
        digest = digest_of(settings, store, arguments)
    layouts = {"md": markdown, "html": page, "json": data}
    emit(layouts[arguments.format].text(digest), arguments.output)
    return 0
