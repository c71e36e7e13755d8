"""Arguments that several commands of `eval` have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.cli.parsing import Parser


def add_suites(parser: Parser) -> None:
    """`SUITE...`, any number."""
    parser.add_argument("suites", nargs="*", metavar="SUITE", help="suites (default: all)")


def add_place(parser: Parser) -> None:
    """`--eval-dir`."""
    parser.add_argument(
        "--eval-dir",
        type=Path,
        metavar="DIR",
        help="suites, baselines, cassettes and runs (default: ./eval, else what came along)",
    )
