from __future__ import annotations

from summarizer.merge.grouping.index import HOLDERS, Index


def test_the_stories_that_share_most_come_first() -> None:
    index = Index()
    index.enter(1, [("flood", 0.9), ("valley", 0.1)])
    index.enter(2, [("flood", 0.2), ("comet", 0.8)])
    assert list(index.near([("flood", 1.0)], 5)) == [1, 2]
    assert index.near([("comet", 1.0)], 5) == {2: 0.8}
    assert index.near([("flood", 1.0)], 1) == {1: 0.9}


def test_the_latest_stories_of_a_word_are_kept() -> None:
    index = Index()
    for story in range(HOLDERS + 3):
        index.enter(story, [("flood", 1.0)])
    assert sorted(index.near([("flood", 1.0)], 1000)) == list(range(3, HOLDERS + 3))


def test_a_story_takes_the_place_of_another() -> None:
    index = Index()
    index.enter(1, [("flood", 0.9)])
    index.move(1, 2, [("flood", 0.5)])
    assert index.near([("flood", 1.0)], 5) == {2: 0.5}
