"""Look for damage of the state, dead workers, stuck runs and owed digests; mend what can be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from summarizer.cli.digest_options import add_configuration, add_now, desk_of
from summarizer.cli.options import add_format

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser
    from summarizer.digest.checkup import Complaint

EXAMPLES = """\
examples:
  summarizer digest doctor
  summarizer digest doctor --mend

Ends with 1 if something is wrong. --mend frees the work of dead workers first.
"""
FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_configuration(parser)
    parser.add_argument("--mend", action="store_true", help="free the work of dead workers first")
    add_now(parser)
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Look, and tell; 1 if something is wrong."""
    from summarizer.cli.output import emit

    with desk_of(arguments) as desk:
        from summarizer.digest.checkup import complaints

        if arguments.mend:
            from summarizer.digest.engine import Engine

            with Engine(desk):  # whose start frees it
                pass
        found = list(complaints(desk.settings, desk.store, desk.clock()))
    emit(_told(found, arguments.format))
    return int(bool(found))


def _told(found: list[Complaint], layout: str) -> str:
    if layout == "json":
        listed = [each._asdict() for each in found]
        return json.dumps({"complaints": listed}, ensure_ascii=False, indent=2) + "\n"
    lines = [f"{each.code}: {each.message}\n  {each.hint}\n" for each in found]
    return "".join(lines) or "all is well\n"
