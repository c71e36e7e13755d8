from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from summarizer.merge.grouping.sorter import Sorter
from summarizer.model.story import Item

if TYPE_CHECKING:
    from collections.abc import Sequence

FLOOD = (
    "Floods in the Teel valley drove hundreds of families from their homes in Harsk.",
    "Hundreds of families left their homes in Harsk as the river Teel flooded its valley.",
    "After floods in the Teel valley, families in Harsk sleep in the gymnasium.",
)
STRIKE = (
    "Tram drivers in Varn began a strike over night shifts and pay.",
    "A strike of tram drivers over pay and night shifts has begun in Varn.",
)
ALONE = (
    "A walnut loaf won the baking contest of Lower Quill.",
    "Astronomers at Mount Serra saw a comet with two tails.",
    "The opera season opened with a work by Edvin Sahl.",
)


def item(name: str, text: str, date: str | None = None) -> Item:
    return Item(id=name, title=None, text=text, date=date, outlet=None)


def pile(texts: Sequence[str]) -> list[Item]:
    return [item(f"i{n}", text) for n, text in enumerate(texts)]


def together(texts: Sequence[str], dates: Sequence[str | None] = ()) -> bool:
    """Whether the first two texts come into one story, among others."""
    given = [*dates, *[None] * (len(texts) + len(ALONE))]
    sorter = Sorter()
    sorter.add(item(f"i{n}", text, given[n]) for n, text in enumerate([*texts, *ALONE]))
    return {"i0", "i1"} <= set(sorter.stories()[0].members)


def test_what_comes_later_joins_or_founds_a_story() -> None:
    sorter = Sorter()
    sorter.add(pile([FLOOD[0], ALONE[0]]))
    assert [each.members for each in sorter.stories()] == [("i0",), ("i1",)]
    sorter.add([item("later", FLOOD[1]), item("other", STRIKE[0])])
    assert [each.members for each in sorter.stories()] == [("i0", "later"), ("i1",), ("other",)]


def test_one_by_one_is_sorted_like_all_at_once() -> None:
    items = pile([*FLOOD, *ALONE, *STRIKE])
    at_once, one_by_one = Sorter(), Sorter()
    at_once.add(items)
    for each in items:
        one_by_one.add([each])
    assert one_by_one.stories() == at_once.stories()


def test_the_order_does_not_matter() -> None:
    items = pile([*FLOOD, *ALONE, *STRIKE])
    found = set()
    for seed in range(10):
        random.Random(seed).shuffle(items)  # noqa: S311  (any order will do)
        sorter = Sorter()
        sorter.add(items)
        found.add(frozenset(frozenset(each.members) for each in sorter.stories()))
    assert len(found) == 1


def test_a_big_story_is_found_again_in_the_next_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.merge.grouping.sorter.BATCH", 40)
    sorter = Sorter()
    sorter.add(pile([FLOOD[0]] * 120))
    assert [len(each.members) for each in sorter.stories()] == [120]


def test_the_same_act_on_another_weekday_is_another_story() -> None:
    plain = (
        "Tram drivers stopped work for a day, and thousands walked to the market on foot.",
        "Long queues of bicycles: a stoppage of tram drivers emptied the streets once more.",
    )
    assert together(plain)
    assert together([f"On Monday, {text}" for text in plain])
    assert not together([f"On Monday, {plain[0]}", f"On Thursday, {plain[1]}"])


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2031-05-03", True),
        ("2031-05-20", False),
        ("2031-05-05T00:30:00+02:00", True),  # the fourth in UTC
        ("2031-05-05T00:30:00Z", False),
        ("2931-05-01", False),
        ("next week", True),
        ("", True),
        (None, True),
        ("2031-02-30", True),
        ("0001-01-01T00:00:00+14:00", False),
    ],
)
def test_days_count_as_far_as_they_are_known(date: str | None, expected: bool) -> None:  # noqa: FBT001
    assert together(FLOOD[:2], ["2031-05-01", date]) is expected


@pytest.mark.parametrize(
    "texts",
    [
        ("特尔河谷的洪水迫使数百个家庭离开哈斯克的家园", "哈斯克数百个家庭因特尔河谷洪水离开家园"),
        (
            "فيضانات وادي تيل تشرد مئات العائلات في هارسك",
            "مئات العائلات في هارسك تشردها فيضانات وادي تيل",
        ),
        (
            "Наводнение в долине Тиль: сотни семей без крова",
            "Сотни семей в долине Тиль без крова: наводнение",
        ),
        ("น้ำท่วมหุบเขาทีลทำให้หลายร้อยครอบครัวไร้บ้าน", "หลายร้อยครอบครัวไร้บ้านเพราะน้ำท่วมหุบเขาทีล"),
    ],
)
def test_other_scripts_are_sorted_too(texts: tuple[str, str]) -> None:
    assert together(texts)


def test_only_the_beginning_of_a_huge_text_counts() -> None:
    padding = "lorem ipsum " * 200_000
    assert together([f"{FLOOD[0]} {padding}", f"{FLOOD[1]} {padding}"])
    sorter = Sorter()
    sorter.add([item("i0", padding + FLOOD[0]), item("i1", FLOOD[1])])
    assert len(sorter.stories()) == 2


def test_items_without_words_are_stories_of_their_own() -> None:
    sorter = Sorter()
    sorter.add(pile(["", "the of and", "…", FLOOD[0]]))
    assert len(sorter.stories()) == 4
