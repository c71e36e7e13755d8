"""A case is a test of pytest where it is asked for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.evaluation.test_baseline import blessed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["blessed"]


def pytest_on(folder: Path, *more: str) -> tuple[int, str]:
    """Status and output of pytest with the plugin, whether or not it is installed."""
    command = [sys.executable, "-m", "pytest", "-p", "no:summarizer_eval", "-p", "no:randomly"]
    command += ["-p", "summarizer.evaluation.plugin", "-p", "no:cacheprovider", *more, str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_a_case_passes(eval_dir: Path) -> None:
    status, out = pytest_on(eval_dir / "suites", "--summarizer-eval", "-v")
    assert (status, "fire/case.json::extractive PASSED" in out) == (0, True)


def test_without_the_option_nothing_is_collected(eval_dir: Path) -> None:
    assert pytest_on(eval_dir / "suites")[0] == 5


def test_a_case_fails_with_everything_that_is_wrong(
    blessed: Path, changed: Callable[[dict[str, Any]], Path]
) -> None:
    """The suite now calls a right sentence by the name of a faulty one that was found."""
    folder = changed({"faulty": [FAULTY], "sound": []})
    status, out = pytest_on(folder / "suites", "--summarizer-eval")
    assert (status, "fault-no-longer-found: nine" in out) == (1, True)
    assert blessed.is_file()


FAULTY = {
    "id": "nine",
    "text": "The harbour will stay closed until Thursday. [1]",
    "families": ["NUM"],
    "why": "it is not",
}
