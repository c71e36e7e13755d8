"""An article has a stated limit; benchmarks/growth.py shows how the cost grows up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.errors import InputError
from summarizer.read import read
from summarizer.read.load import MAX_CHARACTERS

if TYPE_CHECKING:
    from pathlib import Path


def test_an_article_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_text("word " * (MAX_CHARACTERS // 5 + 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"huge\.txt has 1,000,005 characters") as caught:
        read([path])
    assert (caught.value.code, caught.value.exit_status) == ("too-long", 3)
