"""Show the evidence of a story as a language model is given it: each fact once, within a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.options import add_format, add_inputs, add_output, format_of, positive, web_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from summarizer.cli.parsing import Parser
    from summarizer.model.article import Article
    from summarizer.model.pack import Pack

EXAMPLES = """\
examples:
  summarizer pack folder/
  summarizer pack folder/ --input-tokens 1000 --model gpt-4o
  summarizer pack folder/ -o evidence.json

Tokens are counted with o200k_base, the vocabulary of OpenAI's models from gpt-4o on;
for any other model a fifth is added. Nothing is sent anywhere.
"""

FORMATS = ("text", "json")
# Of what is left out for one reason, so many sentences are named.
_NAMED = 20


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_inputs(parser)
    parser.add_argument(
        "--input-tokens", type=positive, metavar="N", help="at most so many (default: no limit)"
    )
    parser.add_argument("--model", metavar="NAME", help="the model that is to be given it")
    add_format(parser, FORMATS)
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Pack and print."""
    from summarizer.cli.messages import note
    from summarizer.cli.output import emit
    from summarizer.cli.progress import working
    from summarizer.pipeline import pack
    from summarizer.read import read

    layout = format_of(arguments, FORMATS)
    with working("reading the articles"):
        articles = read(arguments.inputs, web=web_of(arguments, arguments.inputs))
    with working("packing"):
        packed = pack(articles, input_tokens=arguments.input_tokens, model=arguments.model)
    for message in _notes(packed, articles):
        note(message)
    emit(_rendered(packed, layout), arguments.output)
    return 0


def _rendered(packed: Pack, layout: str) -> str:
    if layout == "json":
        from summarizer.render.json import document

        return document(packed)
    return packed.text


def _notes(packed: Pack, articles: tuple[Article, ...]) -> Iterator[str]:
    """How long it is, what was folded, and what is not in it and why."""
    from summarizer.text.token_counts import exact_for

    exact = packed.model is None or exact_for(packed.model)
    limit = f" of {packed.input_tokens}" if packed.input_tokens else ""
    margin = "" if exact else f", counted with a margin for {packed.model}"
    yield f"{packed.tokens}{limit} tokens{margin}"
    lines = [line for source in packed.sources for line in source.lines]
    folded = {each for line in lines for each in line.folded}
    every = sum(len(article.sentences) for article in articles)
    yield f"{len(lines)} of {every} sentences, which stand for {len(folded)} others"
    for each in packed.excluded:
        yield f"{each.source} is left out: {each.reason}"
    for omission in packed.omitted:
        yield f"{_listed(omission.sentences)} left out: {omission.reason}"


def _listed(ids: tuple[str, ...]) -> str:
    """The first ids, and how many more; the JSON has them all."""
    rest = len(ids) - _NAMED
    more = f" and {rest} more are" if rest > 0 else " is" if len(ids) == 1 else " are"
    return ", ".join(ids[:_NAMED]) + more
