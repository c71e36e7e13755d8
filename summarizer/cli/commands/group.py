"""Sort articles into stories: every article, or item of a pile, is in exactly one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.options import add_inputs, add_output, web_of
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.model.article import Article
    from summarizer.model.story import Grouping

EXAMPLES = """\
examples:
  summarizer group folder/
  summarizer group --items pile.jsonl > stories.json

a line of the items file: {"id": …, "title": …, "text": …, "date": …, "outlet": …}
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_inputs(parser)
    parser.add_argument("--items", metavar="FILE", help="items as JSON Lines; - for standard input")
    parser.add_argument(
        "--format", choices=("json", "text"), default="json", help="(default: json)"
    )
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Group and print."""
    from summarizer.cli.output import emit

    articles, grouping = _grouped(arguments)
    emit(_rendered(grouping, articles, arguments.format, arguments.output), arguments.output)
    return 0


def _grouped(arguments: argparse.Namespace) -> tuple[Sequence[Article], Grouping]:
    from summarizer.cli.progress import working

    if arguments.items is None:
        from summarizer.pipeline import group
        from summarizer.read import read

        with working("reading the articles"):
            articles = read(arguments.inputs, web=web_of(arguments, arguments.inputs))
        with working("grouping"):
            return articles, group(articles)
    if arguments.inputs:
        raise UsageError(
            "two-inputs", "both articles and --items were given", "give one or the other"
        )
    from summarizer.cli.lines import items
    from summarizer.merge import group_items

    with working("grouping the items"):
        return (), group_items(items(arguments.items))


def _rendered(
    grouping: Grouping, articles: Sequence[Article], layout: str, output: str | None
) -> str:
    if layout == "json":
        from summarizer.render.json import document

        return document(grouping)
    from summarizer.cli.output import layout_for
    from summarizer.render import text

    return text.grouping(grouping, articles, layout_for(output))
