"""Tell whether B is worse than A: by how much, how surely, and on which stories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.eval_options import add_place, add_report, order_of
from summarizer.cli.options import add_selection

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer eval compare summarize@1 summarize@2
  summarizer eval compare summarize@1 extractive --suite news -o compared.html
  summarizer eval compare before without-num101 --format md

A and B are prompts with recorded answers, runs kept with `judge --save`, the writer extractive, or
folders of summaries. Ends with 1 if B is worse.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add = parser.add_argument
    add("a", metavar="A", help="a prompt, a run, extractive, or a folder of summaries")
    add("b", metavar="B", help="what is compared with it")
    add("--suite", action="append", default=[], metavar="S", help="only this one (repeatable)")
    add("--model", action="append", default=[], metavar="NAME", help="answers of this model")
    add("--prompts-dir", type=Path, metavar="DIR", help="prompts of your own")
    add_selection(parser)
    add_place(parser)
    add_report(parser)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print; 1 if B regressed."""
    from summarizer.cli.eval_reports import form_of, tell
    from summarizer.cli.output import emit, layout_for
    from summarizer.evaluation.report import render_comparison
    from summarizer.evaluation.sides import comparison
    from summarizer.evaluation.subjects import Choice

    form = form_of(arguments)
    order = order_of(arguments, arguments.suite, Choice(models=tuple(arguments.model)))
    found = comparison(order, arguments.a, arguments.b)
    tell(found.notes, form)
    emit(render_comparison(found, form, layout_for(arguments.output)), arguments.output)
    return int(found.verdict == "regressed")
