"""Arguments that several commands have."""

from __future__ import annotations

import argparse
import os
from pathlib import PurePath
from typing import TYPE_CHECKING

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.read.web.policy import FetchPolicy

INPUTS = "files or folders of .txt, .md, .html, .json, .jsonl; http(s) addresses; - for stdin"
CONTACT = "SUMMARIZER_CONTACT"
_ENDINGS = {
    ".json": "json",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".xml": "junit",
    ".txt": "text",
    "": "text",
}


def add_inputs(parser: Parser) -> None:
    """`INPUT...`, any number; the command says what is missing."""
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help=INPUTS)
    add_network(parser)


def add_network(parser: Parser) -> None:
    """`--allow-private-network`."""
    parser.add_argument(
        "--allow-private-network",
        action="store_true",
        help="read addresses of this machine and of private networks too",
    )


def web_of(arguments: argparse.Namespace, inputs: Sequence[str]) -> FetchPolicy | None:
    """How addresses among the inputs are read; None where there are none.

    Servers are told the contact that the environment names.
    """
    if not any(name[:8].lower().startswith(("http://", "https://")) for name in inputs):
        return None
    from summarizer.read.web.policy import FetchPolicy

    return FetchPolicy(
        allow_private_network=arguments.allow_private_network, contact=os.environ.get(CONTACT)
    )


def add_format(parser: Parser, choices: Sequence[str], *, default: str | None = None) -> None:
    """`--format`; without a default `format_of` chooses one."""
    usual = default or "by the ending of -o FILE, else text"
    parser.add_argument(
        "--format", choices=choices, default=default, help=f"how to print it (default: {usual})"
    )


def format_of(arguments: argparse.Namespace, choices: Sequence[str]) -> str:
    """The format asked for, else the one that goes with the ending of the output file.

    Raises:
        UsageError: the ending is that of another kind of file.
    """
    if arguments.format is not None:
        return str(arguments.format)
    endings = {ending: name for ending, name in _ENDINGS.items() if name in choices}
    ending = PurePath(arguments.output or "").suffix.lower()
    if ending not in endings:
        raise UsageError(
            "unknown-ending",
            f"no format goes with the ending of '{arguments.output}'",
            f"end it in {', '.join(filter(None, endings))}, or say --format",
        )
    return endings[ending]


def add_output(parser: Parser) -> None:
    """`-o FILE`."""
    parser.add_argument(
        "-o",
        "--output",
        type=_place,
        metavar="FILE",
        help="write to a file instead of standard output",
    )


def add_selection(parser: Parser) -> None:
    """`--select` and `--ignore`; None where they are not given, so that a file may say."""
    ids = "rules or families, separated by commas: QUO,NUM101"
    parser.add_argument("--select", type=_ids, metavar="IDS", help=f"only these {ids}")
    parser.add_argument("--ignore", type=_ids, metavar="IDS", help=f"all but these {ids}")


def add_configuration(parser: Parser) -> None:
    """`--config` and `--no-config`."""
    files = "summarizer.toml or pyproject.toml"
    parser.add_argument("--config", metavar="FILE", help=f"read settings here: {files}")
    parser.add_argument("--no-config", action="store_true", help=f"read no {files}")


def positive(text: str) -> int:
    """An argparse type: a whole number of 1 or more."""
    value = int(text) if text.isascii() and text.isdigit() else 0
    if value < 1:
        message = f"'{text}' is not a whole number of 1 or more"
        raise argparse.ArgumentTypeError(message)
    return value


def amount(text: str) -> float:
    """An argparse type: a number of 0 or more, written plainly."""
    plain = text.isascii() and text.replace(".", "", 1).isdigit()
    if not plain:
        message = f"'{text}' is not a number of 0 or more"
        raise argparse.ArgumentTypeError(message)
    return float(text)


def whole(text: str) -> int:
    """An argparse type: a whole number."""
    if not (text.isascii() and text.removeprefix("-").isdigit()):
        message = f"'{text}' is not a whole number"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _place(text: str) -> str:
    """An argparse type: a file that can be written, which is known before any work is done."""
    from summarizer.cli.output import require_place

    require_place(text)
    return text


def _ids(text: str) -> tuple[str, ...]:
    return tuple(each.strip().upper() for each in text.split(",") if each.strip())
