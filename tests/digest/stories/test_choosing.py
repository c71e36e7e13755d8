"""Which stories are told, by what id they go, and in which order."""

from __future__ import annotations

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

FLOODED = (item("1", "Holt Echo", FLOOD), item("2", "Northern Post", FLOOD_TOO))


def test_a_story_needs_its_outlets() -> None:
    lonely = item("3", "Holt Echo", TRAM)
    assert [pick.outlets for pick in choose((*FLOODED, lonely), job(), ())] == [
        ("Holt Echo", "Northern Post")
    ]
    assert len(choose((*FLOODED, lonely), job(outlets=1), ())) == 2
    assert choose(FLOODED, job(outlets=3), ()) == ()


def test_copies_of_one_text_are_one_origin() -> None:
    copies = (item("1", "Holt Echo", FLOOD), item("2", "Northern Post", FLOOD))
    assert choose(copies, job(origins=2), ()) == ()
    assert len(choose(FLOODED, job(origins=2), ())) == 1


def test_an_outlet_without_name_goes_by_its_host() -> None:
    strangers = (
        item("1", None, FLOOD, host="echo.example"),
        item("2", None, FLOOD_TOO, host="post.example"),
    )
    assert [pick.outlets for pick in choose(strangers, job(), ())] == [
        ("echo.example", "post.example")
    ]


def test_the_order_of_items_changes_nothing() -> None:
    tram = (item("3", "Holt Echo", TRAM), item("4", "Kell News", TRAM))
    forth = choose((*FLOODED, *tram), job(), ())
    assert choose((*tram, *FLOODED[::-1]), job(), ()) == forth
    assert [len(pick.items) for pick in forth] == [2, 2]
    assert forth[0].score > forth[1].score


def test_a_story_that_goes_on_keeps_its_id() -> None:
    before = told("story-of-the-flood", FLOODED)
    later = (
        item("5", "Holt Echo", FLOOD_LATER, TUESDAY),
        item("6", "Northern Post", FLOOD_LATER.replace("65 had", "Sixty-five had"), TUESDAY),
    )
    (pick,) = choose(later, job(), (before,))
    assert (pick.story, pick.continues) == ("story-of-the-flood", before.period)


def test_a_story_without_anything_new_is_not_told_again() -> None:
    before = told("story-of-the-flood", FLOODED)
    assert choose(FLOODED, job(), (before,)) == ()
    corrected = item("1", "Holt Echo", FLOOD.replace("40 people", "44 people"))
    (pick,) = choose((corrected, FLOODED[1]), job(), (before,))
    assert pick.story == "story-of-the-flood"


def test_a_correction_by_one_outlet_is_told_with_what_was_told_before() -> None:
    before = told("story-of-the-flood", FLOODED)
    corrected = item("1", "Holt Echo", FLOOD.replace("40 people", "44 people"), TUESDAY)
    (pick,) = choose((corrected,), job(), (before,))
    assert (pick.story, pick.continues) == ("story-of-the-flood", before.period)
    assert pick.items == (FLOODED[1].id, corrected.id)


def test_of_two_groups_one_goes_on() -> None:
    before = told("old", (*FLOODED, item("3", "Holt Echo", TRAM)))
    tram = (item("3", "Holt Echo", TRAM), item("4", "Kell News", TRAM + " It was full."))
    fresh = item("5", "Holt Echo", FLOOD_LATER, TUESDAY)
    picks = choose((*FLOODED, fresh, *tram), job(), (before,))
    assert sorted(pick.story == "old" for pick in picks) == [False, True]
