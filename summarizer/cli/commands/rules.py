"""List the rules of the attribution test, or explain one with its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.options import add_configuration, add_format
from summarizer.cli.suggestions import meant
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer rules
  summarizer rules QUO
  summarizer rules QUO101
  summarizer rules --no-config

Levels are those that hold here: summarizer.toml or pyproject.toml may set others than the usual.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.add_argument("id", nargs="?", metavar="ID", help="a rule (QUO101) or a family (QUO)")
    add_format(parser, ("text", "json"), default="text")
    add_configuration(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print a list, or one rule's documentation."""
    from summarizer.cli.output import emit, layout_for
    from summarizer.cli.settings import settings
    from summarizer.render.rules import as_json, explained, listed
    from summarizer.verify.registry import rules, selected

    wanted = (arguments.id or "").strip().upper()
    found = [rule for rule in rules() if rule.id.startswith(wanted)]
    if not found:
        known = tuple(dict.fromkeys(name for rule in rules() for name in (rule.family, rule.id)))
        hint = meant(wanted, known, otherwise="'summarizer rules' lists them")
        raise UsageError("unknown-rule", f"there is no rule '{arguments.id}'", hint)
    chosen = settings(arguments)
    running = selected(chosen.select, chosen.ignore, chosen.levels)
    levels = {rule.id: rule.level for rule in running}
    if arguments.format == "json":
        emit(as_json(found, levels))
    elif len(found) == 1 and found[0].id == wanted:
        emit(explained(found[0], levels, layout_for(None)))
    else:
        emit(listed(found, levels, layout_for(None)))
    return 0
