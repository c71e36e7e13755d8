"""Write a commented digest.toml to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer digest init
  summarizer digest init -o jobs/digest.toml

A file that is there already stays as it is.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "-o",
        "--output",
        default="digest.toml",
        metavar="FILE",
        help="the file to write (default: digest.toml; - for standard output)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write it."""
    from importlib.resources import files

    from summarizer.cli.output import emit

    path = arguments.output
    if path != "-" and Path(path).exists():
        raise UsageError("file-exists", f"'{path}' exists", "name another file with -o FILE")
    template = files("summarizer").joinpath("digest").joinpath("configuration")
    emit(template.joinpath("digest.toml").read_text(encoding="utf-8"), path)
    return 0
