"""Print the feeds of an OPML list as lines for digest.toml."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.digest_options import add_configuration, require_extra, settings_of
from summarizer.errors import InputError

if TYPE_CHECKING:
    import argparse

    from summarizer.cli.parsing import Parser

EXAMPLES = """\
examples:
  summarizer digest import-opml subscriptions.opml
  summarizer digest import-opml subscriptions.opml --job morning     # but those that it has

Put the printed lines under [job.NAME] in digest.toml.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "list", type=Path, metavar="FILE", help="a list of feeds, as readers export"
    )
    parser.add_argument("--job", metavar="JOB", help="leave out the feeds that this job has")
    add_configuration(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print them."""
    require_extra()
    from summarizer.cli.messages import note
    from summarizer.cli.output import emit
    from summarizer.digest.fetching.opml import read_opml

    found = read_opml(_bytes(arguments.list), str(arguments.list))
    for address in found.refused:
        note(f"left out, as no address of a feed: {address}")
    known = set()
    if arguments.job is not None:
        known = {source.place for source in settings_of(arguments).job(arguments.job).sources}
    lines = [
        f"    {{ url = {json.dumps(each.address, ensure_ascii=False)}"
        + (f", outlet = {json.dumps(each.title, ensure_ascii=False)}" if each.title else "")
        + " },\n"
        for each in found.feeds
        if each.address not in known
    ]
    emit("feeds = [\n" + "".join(lines) + "]\n")
    return 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as reason:
        message = f"{path}: {reason.strerror or reason}"
        raise InputError("unreadable", message, "name a file that exists") from reason
