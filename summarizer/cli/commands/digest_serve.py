"""Stay, and make every digest in time; any number of these may share one state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.digest_options import add_configuration, add_metrics, desk_of, leave, resident

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer digest serve
  summarizer digest serve --metrics 9464            # http://127.0.0.1:9464/metrics
  summarizer digest serve --metrics /run/node_exporter/digest.prom

Ends with SIGTERM or Ctrl-C; what was begun is gone on with at the next start, or by others.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_configuration(parser)
    add_metrics(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve until told to stop."""
    with desk_of(arguments) as desk:
        from summarizer.digest.engine import Engine
        from summarizer.digest.service import serve

        with resident(desk, arguments.metrics) as stop, Engine(desk) as engine:
            serve(desk, engine, stop)
    leave(0)
