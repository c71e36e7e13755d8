"""Feeds into a job of `digest.toml`; all that people wrote there, comments too, stays as it is."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from summarizer.digest.configuration.reading import document
from summarizer.errors import InputError, UsageError
from summarizer.read.web.target import target

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarizer.digest.fetching.opml import Subscription


def with_feeds(
    path: Path, job: str, feeds: Sequence[Subscription]
) -> tuple[str, tuple[Subscription, ...]]:
    """The file's text with these feeds behind those of a job, and the feeds that it lacked.

    Raises:
        UsageError: the file cannot be read, has no such job, or the job has no list of feeds.
    """
    before = document(path)
    listed = _listed(path, before, job)
    known = {_address(each) for each in listed}
    new = tuple(each for each in feeds if each.address not in known)
    with path.open(encoding="utf-8-sig", newline="") as stream:  # line ends stay as they are
        text = stream.read()
    if not new:
        return text, ()
    added = _added(text, job, new)
    listed += [tomllib.loads(f"feed = {entry(each)}")["feed"] for each in new]
    if tomllib.loads(added) != before:  # whatever else the file says must not change
        hint = "write the lines into the file that the same command prints without --job"
        raise UsageError("bad-config", f"{path}: the feeds of '{job}' cannot be added", hint)
    return added, new


def entry(feed: Subscription) -> str:
    """A feed as an element of `feeds`."""
    address = json.dumps(feed.address, ensure_ascii=False)
    if not feed.title:
        return address
    return f"{{ url = {address}, outlet = {json.dumps(feed.title, ensure_ascii=False)} }}"


def _listed(path: Path, settings: dict[str, Any], job: str) -> list[Any]:
    """The feeds of the job as the file has them."""
    jobs = settings.get("job")
    if not isinstance(jobs, dict) or not isinstance(jobs.get(job), dict):
        hint = f"the jobs are {', '.join(jobs)}" if isinstance(jobs, dict) else "write [job.NAME]"
        raise UsageError("no-job", f"{path}: there is no job '{job}'", hint)
    found = jobs[job].get("feeds")
    if not isinstance(found, list):
        hint = f"write feeds = [] below [job.{job}] and import again"
        raise UsageError("bad-config", f"{path}: 'job.{job}.feeds' is no list", hint)
    return found


def _address(given: object) -> str:
    """The address of a feed that is there, as lists of feeds are read; itself where it is none."""
    place = str(given.get("url", "") if isinstance(given, dict) else given)
    try:
        return target(place).url
    except InputError:
        return place


def _added(text: str, job: str, feeds: Sequence[Subscription]) -> str:
    import tomlkit  # noqa: PLC0415  (of the extra `digest`, and wanted here alone)

    whole: Any = tomlkit.parse(text)
    array = whole["job"][job]["feeds"]
    lines = "\n" in array.as_string()
    for each in feeds:
        value = tomlkit.value(entry(each))
        if lines:
            array.add_line(value, indent="    ")
        else:
            array.append(value)
    if not lines:
        array.multiline(multiline=True)
    return tomlkit.dumps(whole)
