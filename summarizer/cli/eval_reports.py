"""Printing judgements and comparisons, with what people should know before any number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.eval_options import FORMATS
from summarizer.cli.options import format_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.evaluation.report import ReportFormat

# What the command line calls a format, and the report.
_FORMS: dict[str, ReportFormat] = {"md": "markdown"}
# Formats that have no place for notes.
_MUTE = ("json", "junit")


def form_of(arguments: argparse.Namespace) -> ReportFormat:
    """The format asked for.

    Raises:
        UsageError: none goes with the ending of the output file.
    """
    name = format_of(arguments, FORMATS)
    return _FORMS.get(name, name)  # type: ignore[arg-type]  # FORMATS are those of the report


def tell(notes: Sequence[str], form: ReportFormat) -> None:
    """Say what comes before the numbers, where the report has no place for it."""
    from summarizer.cli.messages import note

    for each in notes if form in _MUTE else ():
        note(each)
