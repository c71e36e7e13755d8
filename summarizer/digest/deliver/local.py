"""Digests as files: a folder a period, and an Atom feed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from filelock import FileLock

from summarizer.digest.documents import atom, data, markdown, page
from summarizer.errors import DeliveryError
from summarizer.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from summarizer.digest.model import Digest

# A feed is written in milliseconds; who holds its lock longer is stopped or dead.
_WAIT = 30.0


def write_folder(digest: Digest, folder: Path) -> str:
    """Write JOB/PERIOD/digest.{json,md,html} into a folder; where that is.

    Raises:
        DeliveryError: it cannot be written.
    """
    place = folder / digest.job / digest.period
    with _explained(place):
        place.mkdir(parents=True, exist_ok=True)
        # the JSON last: who waits for it finds the others there
        write_whole(place / "digest.md", markdown.text(digest))
        write_whole(place / "digest.html", page.text(digest))
        write_whole(place / "digest.json", data.text(digest))
    return str(place)


def write_feed(digest: Digest, path: Path, link: str | None) -> str:
    """Put the digest into an Atom feed that several jobs may share; where that is.

    Raises:
        DeliveryError: it cannot be written, or the file is no feed.
    """
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=_WAIT):
            before = path.read_bytes() if path.exists() else None
            write_whole(path, atom.text(digest, before, link, path))
    return str(path)


@contextlib.contextmanager
def _explained(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as reason:
        hint = "name a folder that you may write to under deliver"
        told = f"{place}: {reason.strerror or reason}"
        raise DeliveryError("undelivered-file", told, hint) from reason
