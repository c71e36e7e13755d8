"""Articles on a fire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.read import read
from tests.injected import COURIER, MAIL, POST

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.model.article import Article


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Article, ...]:
    """Three articles on one fire."""
    folder = tmp_path / "story"
    folder.mkdir()
    for number, story in enumerate((COURIER, MAIL, POST), 1):
        (folder / f"{number}.txt").write_text("\n\n".join(story) + "\n", encoding="utf-8")
    return read([folder])
