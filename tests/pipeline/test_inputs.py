"""What has to hold of articles before anything is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer import UsageError, check, group, inspect, read, summarize

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    "work",
    [summarize, inspect, group, lambda articles: check("The tower fell. [1]", articles)],
    ids=["summarize", "inspect", "group", "check"],
)
def test_articles_of_two_readings_have_the_same_ids(
    tmp_path: Path, work: Callable[[object], object]
) -> None:
    article = tmp_path / "tower.txt"
    article.write_text("Tower falls in Orle\n\nThe old tower of Orle fell on Monday.\n", "utf-8")
    twice = (*read([article]), *read([article]))
    with pytest.raises(UsageError, match="2 articles have the id s1") as error:
        work(twice)
    assert error.value.code == "same-id"
