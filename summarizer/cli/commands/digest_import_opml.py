"""Add the feeds of an OPML list to a job of digest.toml, or print them as lines for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.digest_options import add_configuration, require_extra
from summarizer.errors import InputError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from summarizer.cli.parsing import Parser
    from summarizer.digest.fetching.opml import Subscription

EXAMPLES = """\
examples:
  summarizer digest import-opml subscriptions.opml --job morning
  summarizer digest import-opml subscriptions.opml     # print them; nothing is changed

With --job the feeds that the job lacks are written into digest.toml behind its own, and told; all
else in the file, comments too, stays. A 'digest serve' that runs reads the file when it is started
again.
"""


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "list", type=Path, metavar="FILE", help="a list of feeds, as readers export"
    )
    parser.add_argument("--job", metavar="JOB", help="add the feeds to this job in digest.toml")
    add_configuration(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add or print them."""
    require_extra()
    from summarizer.cli.messages import note
    from summarizer.cli.output import emit
    from summarizer.digest.fetching.opml import read_opml

    found = read_opml(_bytes(arguments.list), str(arguments.list))
    for address in found.refused:
        note(f"left out, as no address of a feed: {address}")
    if arguments.job is not None:
        emit(_added(arguments.config, arguments.job, found.feeds))
        return 0
    from summarizer.digest.configuration.adding import entry

    emit("feeds = [\n" + "".join(f"    {entry(each)},\n" for each in found.feeds) + "]\n")
    note("put these lines below [job.NAME] in digest.toml, or let --job NAME do it")
    return 0


def _added(path: Path, job: str, feeds: Sequence[Subscription]) -> str:
    """Write the file, if it lacks a feed; what was done, for people."""
    from summarizer.cli.output import emit
    from summarizer.digest.configuration.adding import entry, with_feeds
    from summarizer.render.labels import plural

    text, new = with_feeds(path, job, feeds)
    if new:
        emit(text, str(path))
    lines = [f"{path}: {plural(len(new), 'feed')} added to [job.{job}]"]
    lines += [f"  {entry(each)}" for each in new]
    there = len(feeds) - len(new)
    lines += [f"there already: {plural(there, 'feed')}"] if there else []
    return "\n".join(lines) + "\n"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as reason:
        message = f"{path}: {reason.strerror or reason}"
        raise InputError("unreadable", message, "name a file that exists") from reason
