"""What people read on standard error: errors and notes. Never data."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from summarizer.cli.display import aside
from summarizer.cli.volume import volume
from summarizer.render.visible import visible

if TYPE_CHECKING:
    from summarizer.errors import SummarizerError


def note(message: str) -> None:
    """Tell people something that is neither data nor an error; not with `-q`."""
    if volume() != "quiet":
        _write(f"summarizer: note: {visible(message)}\n")


def detail(message: str) -> None:
    """Tell people who asked for it with `-v` what is done."""
    if volume() == "verbose":
        _write(f"summarizer: {visible(message)}\n")


def write_line(line: str) -> None:
    """Write a line for programs that read standard error; not with `-q`."""
    if volume() != "quiet":
        _write(line + "\n")


def report_error(error: SummarizerError, *, as_json: bool) -> None:
    """Say what went wrong and what to do."""
    _report(error.code, error.message, error.hint, as_json=as_json)


def report_unexpected(error: Exception, *, as_json: bool) -> None:
    """Admit a bug in one line."""
    message = " ".join(f"{type(error).__name__}: {error}".split())
    hint = "this is a bug: set SUMMARIZER_DEBUG=1 to see where, and please report it"
    _report("bug", message, hint, as_json=as_json)


def _report(code: str, message: str, hint: str, *, as_json: bool) -> None:
    if as_json:
        document = {"error": {"code": code, "message": message, "hint": hint}}
        _write(json.dumps(document, ensure_ascii=False) + "\n")
        return
    _write(f"summarizer: error: {visible(message)}\n")
    if hint:
        _write(f"  {visible(hint)}\n")


def _write(text: str) -> None:
    if sys.stderr is None:  # closed before the start
        return
    try:
        with aside():
            sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
            sys.stderr.buffer.flush()
    except OSError:  # nobody is there to read it
        return
