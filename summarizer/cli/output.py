"""Where data goes: standard output, or a file that is complete or not there at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from summarizer.render.layout import Layout

# Wider lines are hard to read.
_WIDEST = 100


def emit(text: str, path: str | None = None) -> None:
    """Write a whole document to a file, or to standard output where there is none (or `-`)."""
    with opened(path) as stream:
        stream.write(encoded(text))


def encoded(text: str) -> bytes:
    """UTF-8 on every system; a lone surrogate becomes an escape, which JSON understands."""
    return text.encode("utf-8", "backslashreplace")


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[IO[bytes]]:
    """A stream for data; a file appears, or changes, only once everything is written.

    Raises:
        UsageError: the file, or standard output, cannot be written.
    """
    if path is None or path == "-":
        with _explained("to standard output", "free some space, or send it elsewhere"):
            yield _standard_output()
            sys.stdout.buffer.flush()
        return
    require_place(path)
    target = Path(os.path.realpath(path))
    with _explained(f"'{path}'", "name a file in a folder that exists and that you may write to"):
        if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
            with target.open("wb") as stream:
                yield stream
            return
        with _replacing(target) as stream:
            yield stream


def require_place(path: str) -> None:
    """See that a file can be written, as far as that is known before it is.

    Raises:
        UsageError: it is a folder, or one in which nothing can be written.
    """
    target = Path(os.path.realpath(path))
    if path == "-" or (target.exists() and not target.is_file() and not target.is_dir()):
        return  # standard output, a device or a pipe
    if path.endswith(("/", os.sep)) or target.is_dir():
        raise UsageError("not-a-file", f"'{path}' is a folder", "name the file to write in it")
    folder = target.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        what = "may not be written to" if folder.is_dir() else "is no folder"
        hint = "name a file in a folder that exists and that you may write to"
        raise UsageError("output-unwritable", f"cannot write '{path}': '{folder}' {what}", hint)


def settle_stdout() -> None:
    """Let the interpreter leave in peace where standard output takes no more."""
    try:  # nobody reads it, or its disk is full: the interpreter would try again and complain
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def layout_for(path: str | None) -> Layout:
    """How to lay text out: as a terminal can show it, else the same everywhere."""
    import shutil

    from summarizer.render.layout import Layout

    if path is not None or sys.stdout is None or not sys.stdout.isatty():
        return Layout()
    # https://no-color.org: any value but the empty one
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    columns = max(20, min(shutil.get_terminal_size().columns, _WIDEST))
    return Layout(width=columns, colour=not plain)


def _standard_output() -> IO[bytes]:
    if sys.stdout is None:  # Python's way to say that it was closed before the start
        raise UsageError(
            "output-unwritable",
            "cannot write to standard output: it is closed",
            "leave it open, or send it to a file",
        )
    return sys.stdout.buffer


@contextlib.contextmanager
def _explained(where: str, hint: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as reason:
        raise UsageError(
            "output-unwritable",
            f"cannot write {where}: {reason.strerror or reason}",
            hint,
        ) from reason


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """A temporary file beside the target that takes its place at the end."""
    import tempfile

    mode = _mode(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:  # also for Ctrl-C: no half file stays behind
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file to be replaced, or those that a new file would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
