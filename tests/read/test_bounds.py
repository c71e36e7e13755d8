"""Reading one article takes time that grows with its length, up to a stated limit."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import InputError
from summarizer.read import read
from summarizer.read.load import MAX_CHARACTERS

if TYPE_CHECKING:
    from pathlib import Path

OPENING = "Ferry strikes pier\n\nThe ferry struck the pier in Arden on Tuesday, the mayor said.\n\n"


def cost(path: Path, body: str) -> float:
    """The least of two CPU times in seconds."""
    path.write_text(OPENING + body, encoding="utf-8")
    times = []
    for _ in range(2):
        start = time.process_time()
        read([path])
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "piece", ["said ", '"Yes," she said. ', "Mayor Ana Berg fell. She said that she was well. "]
)
def test_one_line_costs_what_its_length_costs(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "line.txt"
    cost(path, piece)
    # beyond the parts in which a paragraph is taken, whose own cost may grow faster
    small, large = (cost(path, piece * (size // len(piece))) for size in (8_000, 32_000))
    assert large < 10 * small + 0.02


def test_an_article_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_text("word " * (MAX_CHARACTERS // 5 + 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"huge\.txt has 1,000,005 characters") as caught:
        read([path])
    assert (caught.value.code, caught.value.exit_status) == ("too-long", 3)
