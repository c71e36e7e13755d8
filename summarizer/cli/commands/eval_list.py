"""List evaluation suites and their cases, and name everything that is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.eval_options import add_place, add_suites
from summarizer.cli.options import add_format

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer eval list
  summarizer eval list news --eval-dir my/eval

Ends with 1 if anything is wrong with a case: passages that do not stand in their file once and word
for word, unknown files, markers that lead nowhere, expectations that contradict each other.
"""
FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_suites(parser)
    add_place(parser)
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print what there is; 1 if something is wrong with it."""
    import json

    from summarizer.cli.output import emit
    from summarizer.evaluation.listing import listed, told
    from summarizer.evaluation.suites import place

    found = listed(place(arguments.eval_dir), arguments.suites)
    as_json = arguments.format == "json"
    emit(json.dumps(found, ensure_ascii=False, indent=2) + "\n" if as_json else told(found))
    return int(any(suite["problems"] for suite in found["suites"]))
