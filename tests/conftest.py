"""What all tests share: the checkout's root, and the evaluation data where there is any."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of the evaluation data, named by SUMMARIZER_DATA; a test skips without it."""
    folder = Path(os.environ.get("SUMMARIZER_DATA", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("no evaluation data: set SUMMARIZER_DATA (see CONTRIBUTING.md)")
    return folder
