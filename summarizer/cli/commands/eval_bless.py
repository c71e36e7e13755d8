"""Make what is judged now the baseline: the floors that later judgements must not sink below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.eval_options import (
    add_choice,
    add_place,
    add_prompts,
    add_suites,
    choice_of,
    order_of,
)

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer eval bless news
  summarizer eval bless news --allow-lower --reason "two harder stories were added"

A baseline never moves down without --allow-lower and a reason, which is kept in it. What has hard
failures is not blessed.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_suites(parser)
    add_prompts(parser)
    add_choice(parser)
    add_place(parser)
    add = parser.add_argument
    add("--allow-lower", action="store_true", help="let floors sink; needs --reason")
    add("--reason", metavar="TEXT", help="why, for those who review the baseline")


def run(arguments: argparse.Namespace) -> int:
    """Judge, and write the baseline of each suite."""
    from summarizer.cli.output import emit
    from summarizer.evaluation.baseline import path_of
    from summarizer.evaluation.blessing import bless, require_blameless
    from summarizer.evaluation.session import held

    session = held(order_of(arguments, arguments.suites, choice_of(arguments)))
    require_blameless(session)
    lines = []
    for suite in session.suites:
        now = session.baseline(suite, arguments.reason)
        where = session.order.where
        lowered = bless(where, suite.name, now, allow_lower=arguments.allow_lower)
        lines += [f"blessed {path_of(where, suite.name)}", *(f"  lowered: {x}" for x in lowered)]
    emit("\n".join(lines) + "\n")
    return 0
