"""Which stories are told, by what id they go, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.digest.stories import choose
from tests.digest.newspaper import (
    FLOOD,
    FLOOD_LATER,
    FLOOD_TOO,
    TRAM,
    TUESDAY,
    item,
    job,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.digest.model import Item, PastStory, Pick
    from summarizer.digest.settings import Job

HARVEST = """Apples early in Orle

The apples of Orle are ripe two weeks early. Growers picked the first on Monday.
"""
FLOODED = (item("1", "Holt Echo", FLOOD), item("2", "Northern Post", FLOOD_TOO))


def picked(items: Sequence[Item], order: Job, past: Sequence[PastStory]) -> tuple[Pick, ...]:
    return choose(items, order, past)[0]


def test_a_story_needs_its_outlets() -> None:
    lonely = item("3", "Holt Echo", TRAM)
    assert [pick.outlets for pick in picked((*FLOODED, lonely), job(), ())] == [
        ("Holt Echo", "Northern Post")
    ]
    assert len(picked((*FLOODED, lonely), job(outlets=1), ())) == 2
    assert picked(FLOODED, job(outlets=3), ()) == ()


def test_copies_of_one_text_are_one_origin() -> None:
    copies = (item("1", "Holt Echo", FLOOD), item("2", "Northern Post", FLOOD))
    assert picked(copies, job(origins=2), ()) == ()
    assert len(picked(FLOODED, job(origins=2), ())) == 1


def test_an_outlet_without_name_goes_by_its_host() -> None:
    strangers = (
        item("1", None, FLOOD, host="echo.example"),
        item("2", None, FLOOD_TOO, host="post.example"),
    )
    assert [pick.outlets for pick in picked(strangers, job(), ())] == [
        ("echo.example", "post.example")
    ]


def test_the_order_of_items_changes_nothing() -> None:
    tram = (item("3", "Holt Echo", TRAM), item("4", "Kell News", TRAM))
    forth = picked((*FLOODED, *tram), job(), ())
    assert picked((*tram, *FLOODED[::-1]), job(), ()) == forth
    assert [len(pick.items) for pick in forth] == [2, 2]
    assert forth[0].score > forth[1].score


def test_a_story_that_goes_on_keeps_its_id() -> None:
    before = told("story-of-the-flood", FLOODED)
    later = (
        item("5", "Holt Echo", FLOOD_LATER, TUESDAY),
        item("6", "Northern Post", FLOOD_LATER.replace("65 had", "Sixty-five had"), TUESDAY),
    )
    (pick,) = picked(later, job(), (before,))
    assert (pick.story, pick.continues) == ("story-of-the-flood", before.period)


def test_a_story_without_anything_new_is_not_told_again() -> None:
    before = told("story-of-the-flood", FLOODED)
    assert picked(FLOODED, job(), (before,)) == ()
    corrected = item("1", "Holt Echo", FLOOD.replace("40 people", "44 people"))
    (pick,) = picked((corrected, FLOODED[1]), job(), (before,))
    assert pick.story == "story-of-the-flood"


def test_a_correction_by_one_outlet_is_told_with_what_was_told_before() -> None:
    before = told("story-of-the-flood", FLOODED)
    corrected = item("1", "Holt Echo", FLOOD.replace("40 people", "44 people"), TUESDAY)
    (pick,) = picked((corrected,), job(), (before,))
    assert (pick.story, pick.continues) == ("story-of-the-flood", before.period)
    assert pick.items == (FLOODED[1].id, corrected.id)


def test_of_two_groups_one_goes_on() -> None:
    before = told("old", (*FLOODED, item("3", "Holt Echo", TRAM)))
    tram = (item("3", "Holt Echo", TRAM), item("4", "Kell News", TRAM + " It was full."))
    fresh = item("5", "Holt Echo", FLOOD_LATER, TUESDAY)
    picks = picked((*FLOODED, fresh, *tram), job(), (before,))
    assert sorted(pick.story == "old" for pick in picks) == [False, True]


def test_what_is_left_out_is_counted_by_its_first_reason() -> None:
    before = told("told", FLOODED)
    copies = (item("3", "Holt Echo", TRAM), item("4", "Kell News", TRAM))
    lonely = item("5", "Holt Echo", HARVEST)
    picks, found = choose((*FLOODED, *copies, lonely), job(origins=2), (before,))
    assert (picks, found.articles, found.stories) == ((), 5, 3)
    assert (found.few_outlets, found.nothing_new, found.few_origins) == (1, 1, 1)
    order = replace(job(outlets=1), max_stories=1)
    picks, found = choose((*FLOODED, *copies, lonely), order, ())
    assert (len(picks), found.beyond, found.few_outlets) == (1, 2, 0)
