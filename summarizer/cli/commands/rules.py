"""List the rules of the attribution test, or explain one with its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.options import add_format
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer rules
  summarizer rules QUO
  summarizer rules QUO101
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.add_argument("id", nargs="?", metavar="ID", help="a rule (QUO101) or a family (QUO)")
    add_format(parser, ("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print a list, or one rule's documentation."""
    from summarizer.cli.output import emit, layout_for
    from summarizer.render.rules import as_json, explained, listed
    from summarizer.verify.registry import rules

    wanted = (arguments.id or "").strip().upper()
    found = [rule for rule in rules() if rule.id.startswith(wanted)]
    if not found:
        raise UsageError(
            "unknown-rule", f"there is no rule '{arguments.id}'", "'summarizer rules' lists them"
        )
    if arguments.format == "json":
        emit(as_json(found))
    elif len(found) == 1 and found[0].id == wanted:
        emit(explained(found[0], layout_for(None)))
    else:
        emit(listed(found, layout_for(None)))
    return 0
