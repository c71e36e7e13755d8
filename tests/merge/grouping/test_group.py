from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import Pile, group_items
from summarizer.model.story import Item

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article

    Write = Callable[..., Article]

FLOOD = (
    "Floods in the Teel valley drove hundreds of families from their homes in Harsk.",
    "Hundreds of families left their homes in Harsk as the river Teel flooded its valley.",
    "After floods in the Teel valley, families in Harsk sleep in the gymnasium.",
)
STRIKE = (
    "Tram drivers in Varn began a strike over night shifts and pay.",
    "A strike of tram drivers over pay and night shifts has begun in Varn.",
)
NOISE = (
    "A walnut loaf won the baking contest of Lower Quill.",
    "Astronomers at Mount Serra saw a comet with two tails.",
    "The opera season opened with a work by Edvin Sahl.",
    "A rare heron nested on the roof of the Port Lund customs house.",
)


def items(*texts: str, dates: tuple[str, ...] = ()) -> list[Item]:
    return [
        Item(
            id=f"i{n}",
            title=None,
            text=text,
            date=dates[n] if dates else None,
            outlet=None,
        )
        for n, text in enumerate(texts)
    ]


def members(pile: list[Item]) -> list[tuple[str, ...]]:
    return [story.members for story in group_items(pile).stories]


def test_items_about_one_story_come_together() -> None:
    found = members(items(FLOOD[0], STRIKE[0], NOISE[0], FLOOD[1], *NOISE[1:], STRIKE[1], FLOOD[2]))
    assert [group for group in found if len(group) > 1] == [("i0", "i3", "i8"), ("i1", "i7")]


def test_every_item_is_in_exactly_one_story() -> None:
    pile = items(*FLOOD, *STRIKE, *NOISE)
    found = [item for group in members(pile) for item in group]
    assert sorted(found) == sorted(item.id for item in pile)


def test_items_far_apart_in_time_stay_apart() -> None:
    texts = (FLOOD[0], FLOOD[1], *NOISE)
    near = ("2031-05-01", "2031-05-02", *["2031-05-02"] * 4)
    far = ("2031-05-01", "2031-08-02", *["2031-05-02"] * 4)
    assert ("i0", "i1") in members(items(*texts, dates=near))
    assert ("i0", "i1") not in members(items(*texts, dates=far))


def test_an_empty_pile() -> None:
    assert group_items([]).stories == ()


def test_items_without_words_stand_alone() -> None:
    assert members(items("", "", FLOOD[0])) == [("i0",), ("i1",), ("i2",)]


def test_articles_that_share_anything_stay_together(write: Write) -> None:
    articles = [write(n, f"Flood {n}", [text]) for n, text in enumerate(FLOOD, 1)]
    assert [each.members for each in Pile(articles).stories()] == [("s1", "s2", "s3")]


def test_no_article_makes_no_story() -> None:
    assert Pile([]).stories() == ()


def test_an_article_without_text_stays_with_the_others(write: Write) -> None:
    articles = [write(1, "", []), write(2, "Flood", [FLOOD[0]])]
    assert [each.members for each in Pile(articles).stories()] == [("s1", "s2")]
