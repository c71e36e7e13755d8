"""Arguments that several commands have."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser

INPUTS = "files or folders of .txt, .md, .html, .json, .jsonl; - for standard input"


def add_inputs(parser: Parser) -> None:
    """`INPUT...`, any number; the command says what is missing."""
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help=INPUTS)


def add_format(parser: Parser, choices: Sequence[str], *, default: str | None = None) -> None:
    """`--format`; without a default the command chooses one."""
    parser.add_argument(
        "--format", choices=choices, default=default, help="how to print it (default: text)"
    )


def add_output(parser: Parser) -> None:
    """`-o FILE`."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file instead of standard output"
    )


def add_selection(parser: Parser) -> None:
    """`--select` and `--ignore`; None where they are not given, so that a file may say."""
    ids = "rules or families, separated by commas: QUO,NUM101"
    parser.add_argument("--select", type=_ids, metavar="IDS", help=f"only these {ids}")
    parser.add_argument("--ignore", type=_ids, metavar="IDS", help=f"all but these {ids}")


def add_configuration(parser: Parser) -> None:
    """`--config` and `--no-config`."""
    files = "summarizer.toml or pyproject.toml"
    parser.add_argument("--config", metavar="FILE", help=f"read the rules' levels here: {files}")
    parser.add_argument("--no-config", action="store_true", help=f"read no {files}")


def positive(text: str) -> int:
    """An argparse type: a whole number of 1 or more."""
    value = int(text) if text.isascii() and text.isdigit() else 0
    if value < 1:
        message = f"'{text}' is not a whole number of 1 or more"
        raise argparse.ArgumentTypeError(message)
    return value


def _ids(text: str) -> tuple[str, ...]:
    return tuple(each.strip().upper() for each in text.split(",") if each.strip())
