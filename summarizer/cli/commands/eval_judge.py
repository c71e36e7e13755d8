"""Score recorded answers and summaries, against the baseline if there is one; asks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.eval_options import (
    add_choice,
    add_place,
    add_prompts,
    add_report,
    add_suites,
    choice_of,
    order_of,
)

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer eval judge
  summarizer eval judge news --prompt summarize@2 --format json
  summarizer eval judge --writer extractive --save before
  summarizer eval judge news --summaries their/summaries -o judged.html
  summarizer eval judge news --ignore NUM101 --save without-num101

Without a choice every released prompt that was recorded is judged, or the extractive writer where
none was. Ends with 1 if the verdict is fail: a hard failure, or worse than the baseline.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_suites(parser)
    add_prompts(parser)
    add_choice(parser)
    add_place(parser)
    add_saving(parser)
    add_report(parser)


def add_saving(parser: Parser) -> None:
    """`--save`."""
    parser.add_argument("--save", metavar="NAME", help="keep the run, to compare with it later")


def run(arguments: argparse.Namespace) -> int:
    """Judge and print; 1 if the verdict is fail."""
    from summarizer.cli.eval_reports import form_of, tell
    from summarizer.cli.output import emit, layout_for
    from summarizer.evaluation import runs
    from summarizer.evaluation.report import render_judgement
    from summarizer.evaluation.session import held
    from summarizer.evaluation.verdict import judgement

    form = form_of(arguments)
    session = held(order_of(arguments, arguments.suites, choice_of(arguments)))
    found = judgement(session)
    if arguments.save:
        runs.keep(session.order.where, arguments.save, session.run())
    tell((*found.notes, *found.below), form)
    layout = layout_for(arguments.output)
    emit(render_judgement(found, session.judged.scored, form, layout), arguments.output)
    return int(found.verdict == "fail")
