"""Runs: what was judged, by whom and with what, kept under a name to be compared with later."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import InputError, UsageError
from summarizer.evaluation.model import Scored  # noqa: TC001  (the codec reads the hints)
from summarizer.files import write_whole
from summarizer.model.codec import CodecError, decode, encode

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.evaluation.suites import Place

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A judging as it is kept: `corpus` and `prompts` are digests by suite and by subject."""

    schema: int
    corpus: dict[str, str]
    prompts: dict[str, str | None]
    rules: str
    scored: tuple[Scored, ...]


def keep(where: Place, name: str, run: Run) -> Path:
    """Store a run; one of the same name is replaced.

    Raises:
        UsageError: it is no name, or the folder cannot be written to.
    """
    path = _path(where, name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(encode(run), ensure_ascii=False) + "\n")
    except OSError as reason:
        message = f"{path}: {reason.strerror or reason}"
        hint = "name a folder that can be written to with --eval-dir"
        raise UsageError("unwritable-run", message, hint) from reason
    return path


def exists(where: Place, name: str) -> bool:
    """Whether a run of this name is kept."""
    return bool(_NAME.match(name)) and _path(where, name).is_file()


def load(where: Place, name: str) -> Run:
    """The run of this name.

    Raises:
        InputError: it was changed by hand, or kept by another version.
    """
    path = _path(where, name)
    try:
        return decode(Run, json.loads(path.read_bytes()))
    except (OSError, CodecError, ValueError) as reason:
        message = f"{path}: it is no run of this version: {reason}"
        raise InputError("bad-run", message, "judge again with --save") from None


def _path(where: Place, name: str) -> Path:
    if not _NAME.match(name):
        hint = "letters, digits, points, hyphens and underscores"
        raise UsageError("bad-run-name", f"'{name}' is no name for a run", hint)
    return where.runs / f"{name}.json"
