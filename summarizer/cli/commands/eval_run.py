"""Record what is missing, then judge: `eval record` and `eval judge` in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.commands import eval_judge, eval_record
from summarizer.cli.eval_options import add_asking
from summarizer.cli.options import add_configuration

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer eval run --model NAME --trials 5 --save today
  summarizer eval run news --prompt summarize@1 --prompt summarize@2 --model NAME -o run.html

Writers without a model and folders of summaries (--writer, --summaries) are judged too. Ends with 1
if the verdict is fail, else as recording did.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    eval_judge.configure(parser)
    add_asking(parser)
    add_configuration(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record, judge and print."""
    from summarizer.cli.messages import note

    done, _ = eval_record.recorded(arguments)
    recorded = eval_record.status(done)
    if recorded:
        note("not everything was recorded: judged is what is there")
    return eval_judge.run(arguments) or recorded
