"""What all tests share: the checkout's root, evaluation data where there is any, model servers."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import fault_server as faults
from tests import small_model as model
from tests import web_server as web

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Let interrupts reach the programs that tests start.

    Whoever runs the tests in the background of a shell has them ignored, and children inherit that.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of the evaluation data, named by SUMMARIZER_DATA; a test skips without it."""
    folder = Path(os.environ.get("SUMMARIZER_DATA", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("no evaluation data: set SUMMARIZER_DATA (see CONTRIBUTING.md)")
    return folder


@pytest.fixture(scope="session")
def small_model() -> Iterator[str]:
    """The base URL of a real, small model (`tests.small_model.NAME`), started at the first test.

    Without its packages a test skips; in continuous integration (CI is set) it fails.
    """
    if reason := model.missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with model.serving() as url:
        yield url


@pytest.fixture
def fault_server() -> Iterator[faults.FaultServer]:
    """A server of the OpenAI protocol that fails as it is told to."""
    with faults.serving() as server:
        yield server


@pytest.fixture
def web_server() -> Iterator[web.WebServer]:
    """A web server that gives what it is told to."""
    with web.serving() as server:
        yield server


@pytest.fixture(autouse=True)
def _no_model_of_ones_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test asks the model of whoever runs it, or uses their settings and kept answers."""
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "configured"))
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "answers"))
