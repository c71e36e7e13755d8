"""Say what is installed, which settings are read, who would write, and what is amiss."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.options import add_configuration, add_format

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from summarizer.cli.parsing import Parser
    from summarizer.model.setup import Checkup

EXAMPLES = """\
examples:
  summarizer doctor
  summarizer doctor --offline
  summarizer doctor --base-url http://127.0.0.1:11434/v1

If a key or a server of models is configured, the server is asked for its list of models, which
costs nothing and is given up after 5 seconds. No key is printed. Digest jobs have a doctor of their
own: 'summarizer digest doctor'.

exit status: 0 nothing is wrong, 1 something is
"""
FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add = parser.add_argument
    add("--offline", action="store_true", help="ask no server")
    add("--model", metavar="NAME", help="look for this model")
    add("--base-url", metavar="URL", help="ask this server")
    add("--api-key-file", type=Path, metavar="FILE", help="with the key in this file")
    add_configuration(parser)
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Look and tell; 1 if something is wrong."""
    from summarizer.cli.examination import examined
    from summarizer.cli.output import emit
    from summarizer.model.setup import Checkup

    checks = tuple(examined(arguments))
    checkup = Checkup(healthy=all(each.state != "wrong" for each in checks), checks=checks)
    if arguments.format == "json":
        from summarizer.render.json import document

        emit(document(checkup))
    else:
        emit("".join(f"{line}\n" for line in _lines(checkup)))
    return int(not checkup.healthy)


def _lines(checkup: Checkup) -> Iterator[str]:
    from textwrap import wrap

    from summarizer.cli.output import layout_for
    from summarizer.render.visible import visible

    width = layout_for(None).width
    margin = max(len(each.name) for each in checkup.checks) + 9
    for each in checkup.checks:
        first = f"{each.state:<5}  {each.name}"
        text = f"{first:<{margin}}{visible(each.message)}"
        yield from wrap(text, width, subsequent_indent=" " * margin, break_on_hyphens=False)
        if each.hint:
            hint = visible(each.hint)
            indent = " " * margin + "  "
            yield from wrap(hint, width, initial_indent=indent, subsequent_indent=indent)
    wrong = sum(each.state == "wrong" for each in checkup.checks)
    yield ""
    yield f"{wrong} wrong" if wrong else "nothing is wrong"
