"""Write suites for promptfoo or inspect_ai: each case as a request with what is expected of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.eval_options import add_place, add_suites

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer eval export news --to promptfoo -o promptfoo/
  summarizer eval export --to inspect --prompt summarize@1 -o inspect/

Then, in that folder: promptfoo eval -c promptfooconfig.json, or inspect eval task.py --model NAME.
Their own scorers see facts and forbidden statements; the check of every claim stays here.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_suites(parser)
    add = parser.add_argument
    add("--to", choices=("promptfoo", "inspect"), required=True, help="whose format")
    add("-o", "--output", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    add("--prompt", default="summarize", metavar="NAME[@VERSION]", help="one that asks in one call")
    add("--model", default="gpt-5-mini", metavar="NAME", help="whose name the files carry")
    add("--prompts-dir", type=Path, metavar="DIR", help="prompts of your own")
    add_place(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the files and name them."""
    from summarizer.cli.output import emit
    from summarizer.errors import UsageError
    from summarizer.evaluation.exporting import exported
    from summarizer.evaluation.suites import place, suites
    from summarizer.pipeline.settings import ModelSettings

    where, folder = place(arguments.eval_dir), arguments.output
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "name a new folder, so that nothing of yours is overwritten"
        raise UsageError("folder-in-use", f"{folder} is there and not empty", hint)
    settings = ModelSettings(
        name=arguments.model, prompt=arguments.prompt, prompts_dir=arguments.prompts_dir
    )
    written = exported(where, suites(where, arguments.suites), arguments.to, settings)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        hint = "name a folder that you may write to"
        raise UsageError("output-unwritable", f"{folder}: {reason.strerror}", hint) from reason
    for name, text in written.items():
        emit(text, str(folder / name))
    emit("".join(f"{folder / name}\n" for name in written))
    return 0
