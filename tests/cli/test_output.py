"""A file is complete or not there; terminals get what they understand."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.output import emit, layout_for, opened
from summarizer.errors import UsageError
from summarizer.render.layout import Layout

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_whole_with_the_usual_permissions(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    mask = os.umask(0o027)
    emit("data ä\ud800\n", str(target))
    os.umask(mask)
    assert target.read_bytes() == b"data \xc3\xa4\\ud800\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def fail_halfway(path: str, reason: type[BaseException]) -> None:
    with opened(path) as stream:
        stream.write(b"half")
        raise reason


@pytest.mark.parametrize("reason", [RuntimeError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, reason: type[BaseException]
) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(reason):
        fail_halfway(str(target), reason)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("out.txt", "old")]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o600)
    emit("new", str(target))
    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("new", 0o600)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "out.txt", tmp_path / "link"
    link.symlink_to(target)
    emit("new", str(link))
    assert (link.is_symlink(), target.read_text()) == (True, "new")


def test_a_device_is_written_to_not_replaced() -> None:
    emit("away with it", os.devnull)
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116  (a device, not a path of ours)


@pytest.mark.parametrize(
    ("name", "code"), [("no/such/folder/out.txt", "output-unwritable"), (".", "not-a-file")]
)
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(UsageError) as error:
        emit("data", str(tmp_path / name))
    assert error.value.code == code
    assert str(tmp_path) in error.value.message


class Terminal:
    def isatty(self) -> bool:
        return True


def at_terminal(monkeypatch: pytest.MonkeyPatch, path: str | None, **environment: str) -> Layout:
    """The layout where standard output is a terminal."""
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {"COLUMNS": "60", "TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)
    layout = layout_for(path)
    monkeypatch.undo()
    return layout


def test_a_terminal_gets_its_width_and_bold_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at_terminal(monkeypatch, None) == Layout(width=60, colour=True)
    assert at_terminal(monkeypatch, None, COLUMNS="400").width == 100


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    assert at_terminal(monkeypatch, None, **{name: value}) == Layout(width=60, colour=False)


def test_a_file_is_laid_out_the_same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at_terminal(monkeypatch, "out.txt") == Layout()


def test_a_name_that_ends_like_a_folder_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        emit("text", f"{tmp_path}/new/")
    assert list(tmp_path.iterdir()) == []
