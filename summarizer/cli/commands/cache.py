"""Say how many answers of models are kept, so that none is paid for twice, or delete them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from summarizer.cli.options import add_format
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser
    from summarizer.write.chat.cache import CacheInfo

EXAMPLES = """\
examples:
  summarizer cache info
  summarizer cache clear

The folder is SUMMARIZER_CACHE_DIR, or the one for caches of your system. `summarize --no-cache`
does without it.
"""
FORMATS = ("text", "json")


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.add_argument("action", choices=("info", "clear"), help="say what there is, or delete it")
    add_format(parser, FORMATS, default="text")


def run(arguments: argparse.Namespace) -> int:
    """Tell or delete, and print what there is or was."""
    from summarizer.cli.output import emit
    from summarizer.write.chat.cache import Cache, cache_folder

    folder = cache_folder(os.environ)
    if folder is None:
        raise UsageError(
            "no-cache-folder",
            "there is no folder for stored answers",
            "set SUMMARIZER_CACHE_DIR",
        )
    cache = Cache(folder)
    found = cache.clear() if arguments.action == "clear" else cache.info()
    emit(_rendered(found, arguments))
    return 0


def _rendered(found: CacheInfo, arguments: argparse.Namespace) -> str:
    if arguments.format == "json":
        from summarizer.model.stored import StoredAnswers
        from summarizer.render.json import document

        told = StoredAnswers(folder=str(found.folder), answers=found.answers, bytes=found.size)
        return document(told)
    done = "deleted from" if arguments.action == "clear" else "in"
    answers = "1 answer" if found.answers == 1 else f"{found.answers:,} answers"
    return f"{answers}, {found.size:,} bytes, {done} {found.folder}\n"
