"""Show how articles are read: labelled regions, sentences, and who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.options import add_format, add_inputs, add_output, format_of, web_of

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser
    from summarizer.model.story import Inspection

EXAMPLES = """\
examples:
  summarizer inspect article.html
  summarizer inspect folder/ -o reading.html
"""
FORMATS = ("text", "json", "html")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_inputs(parser)
    add_format(parser, FORMATS)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Read and print."""
    from summarizer.cli.output import emit
    from summarizer.cli.progress import working
    from summarizer.pipeline import inspect
    from summarizer.read import read

    layout = format_of(arguments, FORMATS)
    with working("reading the articles"):
        articles = read(arguments.inputs, web=web_of(arguments, arguments.inputs))
    with working("finding stories and copies"):
        inspection = inspect(articles)
    emit(_rendered(inspection, layout, arguments.output), arguments.output)
    return 0


def _rendered(inspection: Inspection, layout: str, output: str | None) -> str:
    if layout == "json":
        from summarizer.render.json import document

        return document(inspection)
    if layout == "html":
        from summarizer.render.html import inspection_page

        return inspection_page(inspection)
    from summarizer.cli.output import layout_for
    from summarizer.render.reading import inspection as plain

    return plain(inspection, layout_for(output))
