"""Write one neutral summary of several articles on an event, every sentence cited and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.model_options import add_model, model_of
from summarizer.cli.options import (
    add_configuration,
    add_format,
    add_inputs,
    add_output,
    format_of,
    positive,
    web_of,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.model.article import Article
    from summarizer.model.dry_run import DryRun
    from summarizer.model.summary import Summary
    from summarizer.pipeline.walk import Writer

EXAMPLES = """\
examples:
  summarizer summarize article1.txt article2.html
  summarizer summarize folder/ -o summary.html
  summarizer summarize folder/ --format json --max-sentences 5 > summary.json
  summarizer summarize folder/ --writer openai --model NAME --dry-run
  summarizer summarize folder/ --base-url http://127.0.0.1:11434/v1

A model's key stands in OPENAI_API_KEY or in a file, never on the command line. Its name and server
may also stand in OPENAI_MODEL and OPENAI_BASE_URL, or under [model] in summarizer.toml.

exit status: 0 the summary is there and has passed the check, 1 the articles have nothing in common
or nothing could be published, 2 wrong usage, 3 an input cannot be read, 4 the model provider
failed, 130 interrupted; from 1 on nothing is written
"""
FORMATS = ("json", "md", "html", "text")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_inputs(parser)
    add_output(parser)
    add_format(parser, FORMATS)
    parser.add_argument(
        "--max-words",
        type=positive,
        metavar="N",
        help="the most words, headline apart (default: 300)",
    )
    parser.add_argument(
        "--max-sentences", type=positive, metavar="N", help="the most sentences (default: 9)"
    )
    add_model(parser)
    add_configuration(parser)


def run(arguments: argparse.Namespace) -> int:
    """Summarise and print; 1 if the published claims fail the check."""
    from summarizer.cli.messages import note
    from summarizer.cli.notes import about_articles, about_stories
    from summarizer.cli.output import emit
    from summarizer.cli.progress import working
    from summarizer.cli.settings import settings
    from summarizer.merge import stories_apart
    from summarizer.pipeline import MAX_SENTENCES, MAX_WORDS, dry_run, summarize
    from summarizer.read import read

    layout = format_of(arguments, FORMATS)
    model = model_of(arguments)
    with working("reading the articles"):
        articles = read(arguments.inputs, web=web_of(arguments, arguments.inputs))
    chosen = settings(arguments)
    max_words = chosen.value("max_words", MAX_WORDS)
    max_sentences = chosen.value("max_sentences", MAX_SENTENCES)
    if arguments.dry_run:
        rehearsed = dry_run(articles, model=model, max_words=max_words, max_sentences=max_sentences)
        told, status = _planned(rehearsed, layout), 0
    else:
        writer: Writer = "openai" if model else "extractive"
        with working(f"writing and checking the summary (writer: {writer})"):
            summary = summarize(
                articles,
                writer=writer,
                model=model,
                max_words=max_words,
                max_sentences=max_sentences,
                notice=note,
            )
        told = _rendered(summary, articles, layout, arguments.output)
        status = 0 if summary.verification.verdict == "pass" else 1
    for message in (*about_stories(stories_apart(articles), articles), *about_articles(articles)):
        note(message)
    emit(told, arguments.output)
    return status


def _planned(rehearsed: DryRun, layout: str) -> str:
    """What would be sent: as JSON, or as text whatever else was asked for."""
    if layout == "json":
        from summarizer.render.json import document

        return document(rehearsed)
    from summarizer.render.rehearsal import dry_run

    return dry_run(rehearsed)


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

        return markdown.summary(summary, articles)
    from summarizer.cli.output import layout_for
    from summarizer.render import text

    return text.summary(summary, layout_for(output), articles)
