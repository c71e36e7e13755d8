"""From what the caller names (files, folders, standard input) to bytes with a label."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.web.policy import FetchPolicy

Form = Literal["text", "html", "json", "jsonl"]

# Reading is linear (docs/measurements.md); above this a file is no news article but an archive.
MAX_BYTES = 25_000_000
_FORMS: dict[str, Form] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_KNOWN = ".txt, .md, .html, .json or .jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """The bytes of one input; `label` is what messages call it, `path` where it was found.

    What came from the web has its address as `url`, and the `charset` that the server names.
    """

    label: str
    path: Path | None
    form: Form
    data: bytes
    url: str | None = None
    charset: str | None = None


def gather(
    inputs: Sequence[str | os.PathLike[str]], stdin: bytes | None, web: FetchPolicy | None = None
) -> list[Blob]:
    """The inputs in order, folders replaced by their files in the order of their names.

    Raises:
        InputError: something is missing, unreadable, empty, too large or of an unknown format.
        UsageError: no input, or addresses cannot be read with these settings.
    """
    if not inputs:
        raise UsageError("no-input", "no input is given", "name files, folders, or - for stdin")
    blobs = []
    for given in inputs:
        name = os.fspath(given)
        if name[:8].lower().startswith(("http://", "https://")):
            blobs.append(_page(name, web))
        else:
            blobs += [_standard_input(stdin)] if name == "-" else _files(Path(name), name)
    return blobs


def common_folder(blobs: Sequence[Blob]) -> Path | None:
    """The deepest folder that holds all files, None if there is none (two drives, no files)."""
    folders = [os.path.abspath(b.path.parent) for b in blobs if b.path]  # noqa: PTH100  (no links followed)
    try:
        return Path(os.path.commonpath(folders)) if folders else None
    except ValueError:
        return None


def shown_path(blob: Blob, folder: Path | None) -> str | None:
    """The path of an input as articles carry it: relative to the common folder, `/` inside."""
    if blob.url is not None:
        return None
    if blob.path is None:
        return "-"
    whole = Path(os.path.abspath(blob.path))  # noqa: PTH100  (no links followed)
    return (whole.relative_to(folder) if folder else whole).as_posix()


def _page(address: str, web: FetchPolicy | None) -> Blob:
    from summarizer.read.web.page import page  # noqa: PLC0415  (.2 s, only if there is an address)
    from summarizer.read.web.policy import FetchPolicy  # noqa: PLC0415  (the same)

    return page(address, web or FetchPolicy())


def _files(path: Path, label: str) -> list[Blob]:
    try:
        if path.is_dir():
            return _folder(path, label)
        return [_file(path, label, _form(path))]
    except OSError as error:
        raise _unreadable(label, error) from error


def _folder(path: Path, label: str) -> list[Blob]:
    entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    files = [
        entry
        for entry in entries
        if entry.suffix.lower() in _FORMS and not entry.name.startswith(".") and entry.is_file()
    ]
    if not files:
        raise InputError(
            "empty-folder",
            f"{label} holds no readable file",
            f"a folder is searched for {_KNOWN} files, not in its subfolders",
        )
    return [_file(file, str(file), _form(file)) for file in files]


def _form(path: Path) -> Form:
    suffix = path.suffix.lower()
    if not suffix:
        return "text"
    form = _FORMS.get(suffix)
    if form is None:
        raise InputError(
            "unknown-format",
            f"{path}: files of kind {suffix} cannot be read",
            f"save the article as {_KNOWN}",
        )
    return form


def _file(path: Path, label: str, form: Form) -> Blob:
    size = path.stat().st_size
    _check_size(size, label)
    data = path.read_bytes()
    return Blob(label=label, path=path, form=form, data=_not_empty(data, label))


def _standard_input(stdin: bytes | None) -> Blob:
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if stdin is None else stdin
    _check_size(len(data), "standard input")
    data = _not_empty(data, "standard input")
    return Blob(label="standard input", path=None, form=sniff(data), data=data)


def sniff(data: bytes) -> Form:
    """The format of bytes that come without a name."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(b"{"):
        return "jsonl"
    if head.startswith(b"[") and head[1:].lstrip().startswith(b"{"):
        return "json"
    return "text"


def _check_size(size: int, label: str) -> None:
    if size > MAX_BYTES:
        raise InputError(
            "too-large",
            f"{label} is larger than {MAX_BYTES // 1_000_000} MB",
            "an input holds one article or a collection of records; split the file",
        )


def _not_empty(data: bytes, label: str) -> bytes:
    if not data.strip():
        raise InputError("empty-input", f"{label} is empty", "give a file that holds an article")
    return data


def _unreadable(label: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("no-such-file", f"{label} does not exist", _near(Path(label)))
    reason = error.strerror or type(error).__name__
    return InputError("unreadable", f"{label} cannot be read: {reason}", "check its permissions")


def _near(path: Path) -> str:
    """What to do about a file that is not there: the name beside it that is most like its own."""
    from difflib import get_close_matches  # noqa: PLC0415  (for this error alone)

    folder = path.parent
    if not folder.is_dir():
        return f"there is no folder {folder}: check the path"
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError:
        return "check the path"
    near = get_close_matches(path.name, names, n=1)
    return f"did you mean {folder / near[0]}?" if near else "check the path"
