"""Arguments that several commands of `eval` have, and what they come to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.cli.options import add_format, add_output, add_selection, amount, positive

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser
    from summarizer.evaluation.session import Order
    from summarizer.evaluation.subjects import Choice
    from summarizer.pipeline.settings import ModelSettings

# How judgements and comparisons are printed.
FORMATS = ("text", "json", "md", "junit", "html")
TRIALS = 5
_RECIPE = ("base_url", "api_key_file", "input_tokens", "temperature", "datamarking")


def add_suites(parser: Parser) -> None:
    """`SUITE...`, any number."""
    parser.add_argument("suites", nargs="*", metavar="SUITE", help="suites (default: all)")


def add_place(parser: Parser) -> None:
    """`--eval-dir` and `--prompts-dir`."""
    parser.add_argument(
        "--eval-dir",
        type=Path,
        metavar="DIR",
        help="suites, baselines, cassettes and runs (default: ./eval, else what came along)",
    )


def add_prompts(parser: Parser) -> None:
    """`--prompt`, `--model` and `--prompts-dir`."""
    add = parser.add_argument
    add("--prompt", action="append", default=[], metavar="NAME[@VERSION]", help="one or more")
    add("--model", action="append", default=[], metavar="NAME", help="one or more")
    add("--prompts-dir", type=Path, metavar="DIR", help="prompts of your own")


def add_choice(parser: Parser) -> None:
    """Who is judged, and by which rules."""
    add = parser.add_argument
    add("--writer", action="append", default=[], choices=("extractive",), help="one without model")
    add(
        "--summaries",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="somebody's summaries in Markdown: CASE.md or CASE/ANY.md",
    )
    add_selection(parser)


def add_report(parser: Parser) -> None:
    """`-o` and `--format`."""
    add_output(parser)
    add_format(parser, FORMATS)


def add_asking(parser: Parser) -> None:
    """How models are asked: `--trials`, `--max-cost`, the server and what changes a request."""
    add = parser.add_argument
    add("--trials", type=positive, default=TRIALS, metavar="N", help="trials a case (default: 5)")
    add("--max-cost", type=amount, metavar="X", help="the most it may cost in all, in US dollars")
    add("--base-url", metavar="URL", help="the models' server, if it is not OpenAI's")
    add("--api-key-file", type=Path, metavar="FILE", help="its key, if not in OPENAI_API_KEY")
    add("--input-tokens", type=positive, metavar="N", help="the most evidence a model is given")
    add("--temperature", type=amount, metavar="X", help="its temperature, if it takes one")
    add("--datamarking", action="store_true", help="mark the words of articles as data for it")
    add("--no-seed", action="store_true", help="for servers that take no seed")


def choice_of(arguments: argparse.Namespace) -> Choice:
    """Who is judged."""
    from summarizer.evaluation.subjects import Choice

    return Choice(
        prompts=tuple(arguments.prompt),
        models=tuple(arguments.model),
        writers=tuple(arguments.writer),
        summaries=tuple(arguments.summaries),
    )


def order_of(arguments: argparse.Namespace, suites: list[str], choice: Choice) -> Order:
    """What is judged, of these suites.

    Raises:
        UsageError: there is no such folder or suite.
        InputError: a `suite.toml` is wrong.
    """
    from summarizer.evaluation import suites as data
    from summarizer.evaluation.hearing import Rules
    from summarizer.evaluation.session import Order
    from summarizer.verify.registry import selected

    rules = Rules(select=arguments.select or (), ignore=arguments.ignore or ())
    selected(rules.select, rules.ignore)
    where = data.place(arguments.eval_dir)
    return Order(
        where=where,
        suites=data.suites(where, suites),
        choice=choice,
        rules=rules,
        prompts_dir=arguments.prompts_dir,
    )


def model_asked(arguments: argparse.Namespace) -> ModelSettings:
    """How models are asked; their names and prompts are those of the subjects.

    Raises:
        UsageError: a settings file is wrong, or would send a key to a server of its choice.
    """
    from summarizer.cli.model_options import asked
    from summarizer.cli.settings import settings

    given: dict[str, Any] = {name: getattr(arguments, name) for name in _RECIPE}
    options = {name: value for name, value in given.items() if value not in (None, False)}
    return asked(settings(arguments), options | {"prompts_dir": arguments.prompts_dir}, arguments)
