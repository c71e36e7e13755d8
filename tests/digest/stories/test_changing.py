"""What is new, corrected or withdrawn since a story was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.digest.stories import changes
from summarizer.pipeline import summarize
from tests.digest.newspaper import FLOOD, FLOOD_LATER, FLOOD_TOO, MONDAY, TUESDAY, item, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.digest.model import Changes, Item, PastStory

FLOODED = (item("1", "Holt Echo", FLOOD), item("2", "Northern Post", FLOOD_TOO))
BEFORE = told("flood", FLOODED)


def since(*items: Item) -> Changes:
    return changes_since(BEFORE, items)


def changes_since(before: PastStory, items: Sequence[Item]) -> Changes:
    articles = [each.article.numbered(n) for n, each in enumerate(items, 1)]
    return changes(summarize(articles, created=MONDAY), articles, before)


def test_the_same_articles_change_nothing() -> None:
    found = since(*FLOODED)
    assert (found.since, found.new, found.corrected, found.withdrawn) == (
        BEFORE.period,
        (),
        (),
        (),
    )


def test_another_figure_is_a_correction_and_another_fact_is_new() -> None:
    found = since(item("5", "Holt Echo", FLOOD_LATER, TUESDAY), FLOODED[1])
    (corrected,) = found.corrected
    assert "65 people" in corrected.text
    assert "40 people" in (corrected.before or "")
    assert any("two pumps" in each.text for each in found.new)
    assert all("65 people" not in each.text for each in found.new)
    assert found.withdrawn == ()


def test_a_denial_is_a_correction() -> None:
    denied = FLOOD.replace("overflowed on Sunday and", "did not overflow on Sunday, but")
    found = since(item("1", "Holt Echo", denied), item("7", "Kell News", denied))
    assert any("did not overflow" in each.text for each in found.corrected)


GATES = "The board opened both gates of the dam on Sunday night."


@pytest.mark.parametrize(
    ("was", "now", "corrected"),
    [
        (GATES, "The board did not open the gates of the dam on Sunday night.", True),
        (GATES, "The board opened both gates of the dam on Sunday night without warning.", False),
        ("A court found the dam keeper guilty.", "A court found the dam keeper innocent.", True),
        ("A court found the dam keeper guilty.", "A court found the keeper guilty.", False),
    ],
)
def test_what_contradicts_is_a_correction_and_what_adds_is_none(
    was: str, now: str, *, corrected: bool
) -> None:
    first, second = (
        tuple(
            item(str(number), outlet, FLOOD.replace(GATES, text))
            for number, outlet in enumerate(("Holt Echo", "Kell News"))
        )
        for text in (was, now)
    )
    found = changes_since(told("flood", first), second)
    # it may stand behind another sentence of its paragraph
    assert [each.text.lower().endswith(now.lower()) for each in found.corrected] == (
        [True] if corrected else []
    )


def test_what_an_article_says_no_more_is_withdrawn() -> None:
    gone = "The water board said that 40 people had left their homes below the dam."
    cut = FLOOD.replace(gone, "")
    found = since(item("1", "Holt Echo", cut), FLOODED[1])
    assert ["40 people" in each.text for each in found.withdrawn] == [True]


def test_what_is_only_not_told_again_is_not_withdrawn() -> None:
    found = since(item("8", "Kell News", FLOOD_LATER, TUESDAY), FLOODED[1])
    assert found.withdrawn == ()
