"""What the commands of `summarizer digest` have in common."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
import threading
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from summarizer.cli.output import settle_stdout
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.cli.parsing import Parser
    from summarizer.digest.desk import Desk
    from summarizer.digest.journal import Journal
    from summarizer.digest.model import Digest
    from summarizer.digest.settings import DigestSettings
    from summarizer.digest.state.store import Store

# What a job needs whose model cannot be asked.
_MISSING = {
    "no-key": "set OPENAI_API_KEY, or give api_key_file or base_url there",
    "no-model": 'give model there, or set OPENAI_MODEL; writer = "extractive" needs none',
}
_ENDING = (signal.SIGTERM, signal.SIGINT)
_NEEDED = ("cronsim", "dbos", "feedgenerator", "feedparser", "protego", "tomlkit")


def add_configuration(parser: Parser) -> None:
    """`--config FILE`."""
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("digest.toml"),
        metavar="FILE",
        help="the jobs (default: digest.toml)",
    )


def add_job(parser: Parser) -> None:
    """`JOB`."""
    parser.add_argument("job", metavar="JOB", help="the job's name, as in [job.NAME]")


def add_now(parser: Parser) -> None:
    """`--now TIME`."""
    parser.add_argument(
        "--now",
        type=_moment,
        metavar="TIME",
        help="take this for the time, with its offset: 2026-11-21T06:00:00+01:00",
    )


def settings_of(arguments: argparse.Namespace) -> DigestSettings:
    """The jobs.

    Raises:
        UsageError: what digests need is not installed, or the file is wrong.
    """
    require_extra()
    from summarizer.digest.configuration.reading import read_settings

    return read_settings(arguments.config)


def clock_of(arguments: argparse.Namespace) -> Callable[[], datetime]:
    """The clock: the time that was given, else the machine's."""
    given: datetime | None = getattr(arguments, "now", None)
    return (lambda: given) if given is not None else (lambda: datetime.now(UTC))


@contextlib.contextmanager
def opened(settings: DigestSettings) -> Iterator[Store]:
    """The state, closed in the end.

    Raises:
        InputError: it cannot be opened, or could not be had any more.
    """
    from sqlalchemy.exc import DBAPIError

    from summarizer.digest.state.store import Store, away, unusable

    store = Store(settings.state)
    try:
        yield store
    except DBAPIError as reason:
        if away(reason):
            raise unusable(settings.state, reason) from reason
        raise
    finally:
        store.close()


@contextlib.contextmanager
def desk_of(arguments: argparse.Namespace) -> Iterator[Desk]:
    """The desk of these jobs, with its state open."""
    settings = settings_of(arguments)
    from summarizer.digest.desk import Desk

    with opened(settings) as store:
        yield Desk(settings, store, journal(), clock_of(arguments))


def require_writers(desk: Desk, job: str | None = None) -> None:
    """See that the models of a job, or of all, can be asked, before a period is used up by it.

    Raises:
        UsageError: one cannot; the message names the file and the job.
    """
    from summarizer.pipeline.modelled import require_ready

    for each in desk.settings.jobs if job is None else [desk.job(job)]:
        if each.model is None:
            continue
        try:
            require_ready(each.model)
        except UsageError as reason:
            where = f"{desk.settings.path}: [job.{each.name}]"
            hint = _MISSING.get(reason.code, reason.hint)  # of options that are not these commands'
            raise UsageError(reason.code, f"{where}: {reason.message}", hint) from reason


def digest_of(settings: DigestSettings, store: Store, arguments: argparse.Namespace) -> Digest:
    """The digest of the period that is named, else the job's newest one.

    Raises:
        UsageError: there is none.
    """
    from summarizer.digest.state import runs

    job, given = settings.job(arguments.job).name, arguments.period
    begins = (given or "").replace(":", "")  # of a period's name a day is enough, or day and time
    made = runs.made(store, job)
    period = next((each for each in made if each.startswith(begins)), given)
    found = runs.digest_of(store, job, period) if period else None
    if found is None:
        hint = f"see 'summarizer digest history {job}'"
        raise UsageError("no-digest", f"there is no digest of {job} {period or ''}".strip(), hint)
    return found


def journal() -> Journal:
    """A journal on standard error: for people on a terminal, else JSON lines."""
    from summarizer.cli.messages import note, write_line
    from summarizer.digest.journal import Journal

    people = sys.stderr is not None and sys.stderr.isatty()
    return Journal(note if people else write_line, people=people)


def require_extra() -> None:
    """See that the packages of the extra `digest` are there.

    Raises:
        UsageError: one is missing.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(
            "not-installed",
            f"digest jobs need packages that are not installed: {', '.join(missing)}",
            "in the folder of the clone run: pip install '.[digest]'",
        )


def _moment(text: str) -> datetime:
    """An argparse type: a time with its offset."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        message = f"'{text}' is no time with an offset, like 2026-11-21T06:00:00+01:00"
        raise argparse.ArgumentTypeError(message)
    return found


def add_metrics(parser: Parser) -> None:
    """`--metrics FILE|PORT`."""
    parser.add_argument(
        "--metrics",
        metavar="FILE|PORT",
        help="counters in Prometheus' text format: a file kept up to date, or a port of 127.0.0.1",
    )


def leave(status: int) -> NoReturn:
    """End the process at once; work in hand is gone on with at its next start, or by others.

    The engine's threads may wait for a story, or for a database that is away, and the interpreter
    would wait for them.
    """
    settle_stdout()
    os._exit(status)


@contextlib.contextmanager
def resident(desk: Desk, metrics: str | None) -> Iterator[threading.Event]:
    """An event that SIGTERM and SIGINT set, while counters are told if that is asked for.

    Raises:
        UsageError: a job's model cannot be asked, or counters cannot be told there.
    """
    from summarizer.digest.counters import told

    require_writers(desk)
    stop = threading.Event()
    before = {each: signal.signal(each, lambda *_: stop.set()) for each in _ENDING}
    try:
        with told(desk.journal, metrics):
            yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
