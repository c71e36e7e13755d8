"""Hold a summary, ours or anybody's, against the articles it cites."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from summarizer.cli.options import (
    INPUTS,
    add_configuration,
    add_format,
    add_network,
    add_output,
    add_selection,
    format_of,
    web_of,
)
from summarizer.errors import UsageError
from summarizer.model.findings import Strictness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.model.article import Article
    from summarizer.model.findings import CheckReport
    from summarizer.read.web.policy import FetchPolicy
    from summarizer.verify.registry import Rule

EXAMPLES = """\
examples:
  summarizer check summary.md article1.txt article2.txt
  summarizer check summary.json folder/ -o check.sarif
  summarizer check summary.md folder/ --select QUO,NUM
  summarizer check summary.md folder/ --fail-on warning,uncheckable
  summarizer check --pairs pairs.jsonl

A summary in Markdown or text: '# Headline', then sentences with [n] for the n-th article.
A line of the pairs file: {"id": …, "claim": …, "evidence": text or [texts]}
Which rules run, and their levels, may also stand in summarizer.toml or pyproject.toml.

exit status: 0 no finding is an error (of --pairs: all were read), 1 one is, or there is what
--fail-on names, 2 wrong usage, 3 an input cannot be read, 130 interrupted
"""
FORMATS = ("text", "json", "sarif", "github")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.usage = (
        f"{parser.prog} SUMMARY INPUT... [--format text|json|sarif|github]\n"
        f"       {parser.prog} --pairs FILE.jsonl"
    )
    parser.add_argument(
        "paths", nargs="*", metavar="SUMMARY INPUT", help=f"the summary, then its sources: {INPUTS}"
    )
    parser.add_argument(
        "--pairs", metavar="FILE", help="check claim and evidence pairs; - for standard input"
    )
    add_format(parser, FORMATS)
    add_network(parser)
    add_selection(parser)
    parser.add_argument(
        "--fail-on",
        type=_strictness,
        default=(),
        metavar="WHAT",
        help="end with 1 on these too: warning, note, uncheckable, separated by commas",
    )
    add_configuration(parser)
    add_output(parser)


def _strictness(text: str) -> tuple[Strictness, ...]:
    """An argparse type: what else fails, separated by commas."""
    given = [each.strip().lower() for each in text.split(",") if each.strip()]
    known = {each: each for each in get_args(Strictness)}
    wrong = next((each for each in given if each not in known), None)
    if wrong is not None or not given:
        message = f"'{wrong or text}' is none of {', '.join(known)}"
        raise argparse.ArgumentTypeError(message)
    return tuple(known[each] for each in given)


def run(arguments: argparse.Namespace) -> int:
    """Check and print; 1 if the verdict is fail."""
    if arguments.pairs is not None:
        return _check_pairs(arguments)
    if len(arguments.paths) < 2:
        raise UsageError(
            "no-input",
            "a summary and at least one article are needed",
            "summarizer check SUMMARY INPUT...",
        )
    from summarizer.cli.output import emit
    from summarizer.cli.progress import working
    from summarizer.cli.settings import settings
    from summarizer.pipeline import check
    from summarizer.verify.registry import selected
    from summarizer.verify.strictness import stricter

    arguments.format = format_of(arguments, FORMATS)
    chosen = settings(arguments)
    rules = selected(chosen.select, chosen.ignore, chosen.levels)
    summary, *inputs = arguments.paths
    with working("reading the summary and its sources"):
        text, articles = _read(summary, inputs, web_of(arguments, inputs))
    with working("checking"):
        report = check(
            text, articles, select=chosen.select, ignore=chosen.ignore, levels=chosen.levels
        )
    report = stricter(report, arguments.fail_on)
    emit(_rendered(report, text, articles, rules, arguments), arguments.output)
    return 0 if report.verdict == "pass" else 1


def _read(
    summary: str, inputs: Sequence[str], web: FetchPolicy | None
) -> tuple[str, Sequence[Article]]:
    from summarizer.cli.lines import unreadable
    from summarizer.read import read
    from summarizer.read.decode import decode

    if Path(summary).is_dir():
        raise UsageError(
            "no-summary",
            f"'{summary}' is a folder, and a summary is a file",
            "the summary comes first, then its sources: summarizer check SUMMARY INPUT...",
        )
    if summary == "-" and "-" in inputs:
        raise UsageError(
            "two-inputs",
            "standard input cannot be the summary and an article at once",
            "give one of them as a file",
        )
    try:
        data = sys.stdin.buffer.read() if summary == "-" else Path(summary).read_bytes()
    except OSError as reason:
        raise unreadable(summary, reason) from reason
    text = decode(data, f"the summary '{summary}'")
    return text, read(inputs, web=web)


def _rendered(
    report: CheckReport,
    text: str,
    articles: Sequence[Article],
    rules: Sequence[Rule],
    arguments: argparse.Namespace,
) -> str:
    summary, output = arguments.paths[0], arguments.output
    if arguments.format == "json":
        from summarizer.render.json import document

        return document(report)
    if arguments.format == "sarif":
        from summarizer.render import sarif

        return sarif.log(report, summary, text, articles, rules)
    if arguments.format == "github":
        from summarizer.render import github

        return github.commands(report, summary, text)
    from summarizer.cli.output import layout_for
    from summarizer.render.report import report as plain

    return plain(report, text, articles, layout_for(output))


def _check_pairs(arguments: argparse.Namespace) -> int:
    """Stream pairs through; the verdicts are data, so the exit status is 0."""
    if arguments.paths or arguments.fail_on or arguments.format in ("sarif", "github"):
        raise UsageError(
            "two-inputs",
            "--pairs takes no summary and no --fail-on, and prints JSON Lines only",
            "summarizer check --pairs FILE.jsonl",
        )
    from summarizer.cli.lines import pairs, seldom_collected
    from summarizer.cli.output import encoded, opened
    from summarizer.cli.settings import settings
    from summarizer.render.json import line
    from summarizer.verify import check_pair

    chosen = settings(arguments)
    with opened(arguments.output) as stream, seldom_collected():
        for pair in pairs(arguments.pairs):
            found = check_pair(
                *pair, select=chosen.select, ignore=chosen.ignore, levels=chosen.levels
            )
            stream.write(encoded(line(found)))
    return 0
