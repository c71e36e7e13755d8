"""Articles given as one story are told apart only where they are sure to tell several."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.merge import group_articles, stories_apart
from summarizer.read import read

SUITES = Path(__file__).resolve().parents[3] / "eval" / "suites"
STORIES = sorted(SUITES.glob("*/*/articles"))


def test_two_events_are_two_stories() -> None:
    articles = read([SUITES / "demo/bridge/articles", SUITES / "demo/dam/articles"])
    assert stories_apart(articles) == (("s1", "s2", "s3", "s4"), ("s5", "s6", "s7", "s8"))


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.parent.name)
def test_a_story_is_one(folder: Path) -> None:
    assert stories_apart(read([folder])) == ()


def test_sides_of_one_event_that_sorting_parts_are_joined_again() -> None:
    articles = read([SUITES / "news/landslide/articles"])
    assert [len(story.members) for story in group_articles(articles).stories] == [3, 3]
    assert stories_apart(articles) == ()


def test_an_article_alone_is_no_story_of_its_own() -> None:
    articles = read([SUITES / "demo/bridge/articles", SUITES / "demo/dam/articles/"])
    assert stories_apart(articles[:5]) == ()
