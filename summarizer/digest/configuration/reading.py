"""From `digest.toml` to settings; relative paths are meant from the file's folder."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from summarizer.digest.configuration.delivery import delivery
from summarizer.digest.configuration.table import Table
from summarizer.digest.model import FeedSource
from summarizer.digest.schedule import Schedule
from summarizer.digest.settings import DigestSettings, FetchSettings, Job, MissedPolicy
from summarizer.errors import UsageError
from summarizer.pipeline import MAX_SENTENCES, MAX_WORDS
from summarizer.pipeline.settings import ModelSettings
from summarizer.pipeline.walk import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPAN = re.compile(r"(\d{1,4})([mhdw])")
# What is said of a model; with the extractive writer it would do nothing.
_OF_MODELS = ("model", "base_url", "api_key_file", "prompt", "limits", "batch")
# Batches are answered within a day, or not at all.
_BATCH = timedelta(hours=24)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
# What a job's name may be: it names folders and, in mail, the list.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def read_settings(path: Path) -> DigestSettings:
    """The settings of a file.

    Raises:
        UsageError: it cannot be read, or says something that does not exist or cannot be.
    """
    top = Table(path, "", document(path))
    state = top.text("state", "state.db")
    jobs = top.table("job")
    found = DigestSettings(
        path=path,
        state=state if "://" in state else str(_beside(path, state)),
        jobs=tuple(_job(name, jobs.table(name)) for name in jobs.keys()),  # noqa: SIM118
        keep_days=top.whole("keep_days", 90),
    )
    top.close()
    if not found.jobs:
        hint = "write [job.NAME]; 'summarizer digest init' writes an example"
        raise UsageError("bad-config", f"{path}: there is no job", hint)
    return found


def document(path: Path) -> dict[str, Any]:
    """What a file says, not yet understood.

    Raises:
        UsageError: it cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as reason:
        hint = "name a file with --config, or write one with 'summarizer digest init'"
        raise UsageError("no-config", f"{path}: {reason.strerror or reason}", hint) from reason
    except ValueError as reason:  # no TOML, or no UTF-8; the message names line and column
        raise UsageError("bad-config", f"{path}: it is no TOML: {reason}", "mend it") from reason


def _job(name: str, table: Table) -> Job:
    if not _NAME.fullmatch(name):
        hint = "use letters, digits, - and _, at most 64 of them"
        raise UsageError("bad-config", f"{table.path}: no job can be named '{name}'", hint)
    zone = _zone(table)
    writer = table.choice("writer", get_args(Writer), "extractive")
    if writer != "openai":
        _require_no_model(table)
    job = Job(
        name=name,
        schedule=_schedule(table, zone),
        timezone=zone,
        sources=tuple(_sources(table)),
        window=_span(table, "window", table.text("window", "24h")),
        deliver=delivery(table.table("deliver")),
        min_outlets=table.whole("min_outlets", 2),
        min_origins=table.whole("min_origins", 1),
        max_stories=table.whole("max_stories", 10),
        max_words=table.whole("max_words", MAX_WORDS),
        max_sentences=table.whole("max_sentences", MAX_SENTENCES),
        writer=writer,
        model=_model(table) if writer == "openai" else None,
        batch=_batch(table) if writer == "openai" else None,
        missed=table.choice("missed", get_args(MissedPolicy), "latest"),
        fetch=_fetch(table),
    )
    table.close()
    return job


def _zone(table: Table) -> ZoneInfo:
    name = table.text("timezone", "UTC")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        table.wrong("timezone", "the name of a time zone, like Europe/Berlin")


def _schedule(table: Table, zone: ZoneInfo) -> str:
    expression = str(table.text("schedule"))
    try:
        Schedule(expression, zone)
    except ValueError as reason:
        table.wrong("schedule", f'a cron expression, like "0 6 * * *" ({reason})')
    return expression


def _span(table: Table, key: str, text: str) -> timedelta:
    given = _SPAN.fullmatch(text)
    if given is None or int(given[1]) == 0:
        table.wrong(key, 'a time like "90m", "24h", "2d" or "1w"')
    return timedelta(**{_UNITS[given[2]]: int(given[1])})


def _require_no_model(table: Table) -> None:
    """See that nothing is said of a model where none writes."""
    for key in _OF_MODELS:
        if key in table:
            table.wrong(key, 'writer = "openai" with it, or leave it out')


def _batch(table: Table) -> timedelta | None:
    text = table.text("batch", None)
    span = _span(table, "batch", text) if text else None
    if span and span > _BATCH:
        table.wrong("batch", 'at most "24h", in which servers answer batches')
    return span


def _sources(table: Table) -> Iterator[FeedSource]:
    count = 0
    for given in table.entries("feeds"):
        count += 1
        yield _feed(table, given)
    for folder in table.texts("folders"):
        count += 1
        yield FeedSource(kind="folder", place=str(_beside(table.path, folder)))
    for listing in table.texts("addresses"):
        count += 1
        yield FeedSource(kind="addresses", place=str(_beside(table.path, listing)))
    if not count:
        hint = 'give feeds = ["https://…"], folders or addresses'
        raise UsageError("bad-config", f"{table.path}: '{table.named('feeds')}' is missing", hint)


def _feed(table: Table, given: object) -> FeedSource:
    """A feed's address, alone or with the name of its outlet."""
    named = {"url": given} if isinstance(given, str) else given
    if not isinstance(named, dict):
        table.wrong("feeds", 'addresses, or { url = "https://…", outlet = "Name" }')
    each = Table(table.path, table.named("feeds"), named)
    place, outlet = each.text("url"), each.text("outlet", None)
    each.close()
    if not place.lower().startswith(("http://", "https://")):
        table.wrong("feeds", "addresses that start with http:// or https://")
    return FeedSource(kind="feed", place=place, outlet=outlet)


def _model(table: Table) -> ModelSettings:
    limits = table.table("limits")
    usual = ModelSettings()
    key = table.text("api_key_file", None)
    found = ModelSettings(
        name=table.text("model", None),
        base_url=table.text("base_url", None),
        api_key_file=_beside(table.path, key) if key else None,
        prompt=table.text("prompt", usual.prompt),
        input_tokens=limits.whole("input_tokens", None),
        max_tokens=limits.whole("max_tokens", None),
        max_cost=limits.number("max_cost", None),
        timeout=limits.number("timeout", usual.timeout),
        deadline=limits.number("deadline", usual.deadline),
        requests_per_minute=limits.whole("requests_per_minute", None),
        tokens_per_minute=limits.whole("tokens_per_minute", None),
        concurrency=limits.whole("concurrency", usual.concurrency),
    )
    limits.close()
    return found


def _fetch(table: Table) -> FetchSettings:
    fetch, usual = table.table("fetch"), FetchSettings()
    found = FetchSettings(
        contact=fetch.text("contact", None),
        floor=fetch.number("floor", usual.floor),
        delay=fetch.number("delay", usual.delay),
        timeout=fetch.number("timeout", usual.timeout),
        raw_bytes=fetch.whole("raw_bytes", usual.raw_bytes),
        decoded_bytes=fetch.whole("decoded_bytes", usual.decoded_bytes),
        articles_per_feed=fetch.whole("articles_per_feed", usual.articles_per_feed),
        concurrency=fetch.whole("concurrency", usual.concurrency),
        allow_private_network=table.flag("allow_private_network", default=False),
    )
    fetch.close()
    return found


def _beside(path: Path, given: str) -> Path:
    return path.resolve().parent / Path(given).expanduser()
