"""Deliver a digest once more, to everybody or to one recipient, with the same ids as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.cli.digest_options import add_configuration, add_job, add_now, desk_of, digest_of
from summarizer.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from summarizer.cli.parsing import Parser
    from summarizer.digest.desk import Desk
    from summarizer.digest.model import Delivery

EXAMPLES = """\
examples:
  summarizer digest resend morning
  summarizer digest resend morning 2026-11-21T0600+0100 --to a@example.org

Mail keeps its Message-ID, so that mail programs take it for the same message. Ends with 5 if
somebody still does not have it.
"""
PARTLY = 5


def configure(parser: Parser) -> None:
    """Add the command's arguments."""
    add_job(parser)
    parser.add_argument("period", nargs="?", metavar="PERIOD", help="(default: the newest)")
    parser.add_argument("--to", metavar="RECIPIENT", help="an address or path of the job")
    add_configuration(parser)
    add_now(parser)


def run(arguments: argparse.Namespace) -> int:
    """Deliver, and say to whom."""
    from summarizer.cli.output import emit

    with desk_of(arguments) as desk:
        from summarizer.digest.engine import Engine
        from summarizer.digest.state import ledger

        period = digest_of(desk.settings, desk.store, arguments).period
        chosen = list(_chosen(desk, arguments, period))
        ledger.promise(desk.store, chosen, desk.clock())
        for each in chosen:
            ledger.owe_again(desk.store, each, desk.clock())
        with Engine(desk) as engine:
            occasion = f"resend {desk.clock().isoformat()}"
            engine.wait(engine.deliver(arguments.job, period, occasion))
        missing = set(ledger.owed(desk.store, arguments.job, period))
    for each in chosen:
        done = "not delivered" if each in missing else "delivered"
        emit(f"{done}: {each.channel} {each.recipient}\n")
    return PARTLY if missing else 0


def _chosen(desk: Desk, arguments: argparse.Namespace, period: str) -> Iterator[Delivery]:
    """The recipients of the job that are meant."""
    from summarizer.digest.model import Delivery

    listed = list(desk.job(arguments.job).deliver.recipients())
    known = [recipient for _, recipient in listed]
    if arguments.to is not None and arguments.to not in known:
        hint = f"the recipients are {', '.join(known)}"
        raise UsageError("no-recipient", f"digests do not go to '{arguments.to}'", hint)
    for channel, recipient in listed:
        if arguments.to in (None, recipient):
            yield Delivery(job=arguments.job, period=period, channel=channel, recipient=recipient)
