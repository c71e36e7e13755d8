"""Long work tells how far it is, on a terminal alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.progress import shown

if TYPE_CHECKING:
    from collections.abc import Iterator


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_line_that_is_gone_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    assert list(shown(["a", "b\x1b"], 4, str)) == ["a", "b\x1b"]
    first, second, last = screen.getvalue().split("\r\x1b[K")[1:]
    assert first == f"[{'#' * 6}{'.' * 18}] 1/4 a"
    assert second.startswith(f"[{'#' * 12}{'.' * 12}] 2/4 b")
    assert "\x1b" not in second
    assert last == ""


def test_elsewhere_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    assert list(shown([1, 2], 2, str)) == [1, 2]
    assert stream.getvalue() == ""


def test_the_line_goes_also_where_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)

    def failing() -> Iterator[str]:
        yield "a"
        raise ValueError

    with pytest.raises(ValueError, match=r"\A\Z"):
        list(shown(failing(), 2, str))
    assert screen.getvalue().endswith("\r\x1b[K")
