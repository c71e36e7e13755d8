"""Stay, and work on the digests and stories that others begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.digest_options import add_configuration, add_metrics, desk_of, leave, resident

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer digest worker
  summarizer digest worker --config /etc/summarizer/digest.toml

All workers have the same digest.toml, and a state that all of them reach: on several hosts a
Postgres database. Ends with SIGTERM or Ctrl-C.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_configuration(parser)
    add_metrics(parser)


def run(arguments: argparse.Namespace) -> int:
    """Work until told to stop."""
    with desk_of(arguments) as desk:
        from summarizer.digest.engine import Engine

        with resident(desk, arguments.metrics) as stop, Engine(desk):
            stop.wait()
    leave(0)
