"""Write one neutral summary of several articles on an event, every sentence cited and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.options import add_format, add_inputs, add_output, format_of, positive
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.model.article import Article
    from summarizer.model.summary import Summary

EXAMPLES = """\
examples:
  summarizer summarize article1.txt article2.html
  summarizer summarize folder/ -o summary.html
  summarizer summarize folder/ --format json --max-sentences 5 > summary.json
"""
FORMATS = ("json", "md", "html", "text")
_OF_A_MODEL = ("model", "base_url", "prompt", "input_tokens")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_inputs(parser)
    add_output(parser)
    add_format(parser, FORMATS)
    parser.add_argument(
        "--writer",
        choices=("extractive", "openai"),
        help="who writes: extractive needs no key and no network (default: extractive)",
    )
    parser.add_argument("--model", metavar="NAME", help="model of the openai writer")
    parser.add_argument("--base-url", metavar="URL", help="server of the openai writer")
    parser.add_argument(
        "--prompt", metavar="NAME[@VERSION]", help="released prompt of the openai writer"
    )
    parser.add_argument("--max-words", type=positive, metavar="N", help="words (default: 300)")
    parser.add_argument("--max-sentences", type=positive, metavar="N", help="(default: 9)")
    parser.add_argument(
        "--input-tokens", type=positive, metavar="N", help="evidence given to the openai writer"
    )


def run(arguments: argparse.Namespace) -> int:
    """Summarise and print; 1 if the published claims fail the check."""
    from summarizer.cli.output import emit

    layout = format_of(arguments, FORMATS)
    writer = _writer(arguments)

    from summarizer.cli.messages import note
    from summarizer.cli.notes import about_articles
    from summarizer.pipeline import MAX_SENTENCES, MAX_WORDS, summarize
    from summarizer.read import read

    articles = read(arguments.inputs)
    summary = summarize(
        articles,
        writer=writer,
        max_words=arguments.max_words or MAX_WORDS,
        max_sentences=arguments.max_sentences or MAX_SENTENCES,
    )
    for message in about_articles(articles):
        note(message)
    emit(_rendered(summary, articles, layout, arguments.output), arguments.output)
    return 0 if summary.verification.verdict == "pass" else 1


def _writer(arguments: argparse.Namespace) -> str:
    """The writer asked for.

    Raises:
        UsageError: options of a model without a writer that uses one.
    """
    given = [name for name in _OF_A_MODEL if getattr(arguments, name) is not None]
    if given and arguments.writer != "openai":
        option = f"--{given[0].replace('_', '-')}"
        raise UsageError(
            "option-without-model",
            f"{option} is for --writer openai, which is not available in this version",
            f"leave {option} out: the extractive writer needs no model",
        )
    return arguments.writer or "extractive"


def _rendered(
    summary: Summary, articles: Sequence[Article], layout: str, output: str | None
) -> str:
    if layout == "json":
        from summarizer.render.json import document

        return document(summary)
    if layout == "html":
        from summarizer.render.html import summary_page

        return summary_page(summary, articles)
    if layout == "md":
        from summarizer.render import markdown

        return markdown.summary(summary)
    from summarizer.cli.output import layout_for
    from summarizer.render import text

    return text.summary(summary, layout_for(output))
