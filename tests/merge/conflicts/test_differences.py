from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.merge import merge
from summarizer.merge.conflicts.tolls import toll

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article
    from summarizer.model.story import Story

    Write = Callable[..., Article]


def two(write: Write, one: str, other: str) -> Story:
    return merge([write(1, "Blast", [one]), write(2, "Explosion", [other])])


def values(story: Story) -> list[tuple[str, list[str]]]:
    return [(each.topic, [r.value for r in each.readings]) for each in story.disputes]


def test_differing_numbers_of_injured(write: Write) -> None:
    story = two(
        write,
        "A boiler blast at the Harsk mill left 14 injured on Monday, the fire brigade said.",
        "At least 20 people were injured when a boiler blew up at the mill, a union said.",
    )
    assert values(story) == [("number of injured", ["14 injured", "At least 20 people"])]


def test_agreeing_numbers_are_no_dispute(write: Write) -> None:
    story = two(
        write,
        "A boiler blast at the Harsk mill killed three people on Monday.",
        "Three people were killed by a blast at a mill in Harsk.",
    )
    assert values(story) == []


def test_a_rounding_is_no_dispute(write: Write) -> None:
    story = two(
        write,
        "More than 4,000 people were injured in the Harsk quake on Monday.",
        "In the Harsk quake on Monday 4,200 people were injured.",
    )
    assert values(story) == []


def test_killed_and_injured_are_not_compared(write: Write) -> None:
    story = two(
        write,
        "The Harsk quake on Monday killed 12 people.",
        "The Harsk quake on Monday injured 90 people.",
    )
    assert values(story) == []


def test_another_figure_of_one_fact(write: Write) -> None:
    story = two(
        write,
        "The Harsk mill, built beside the river Teel in 1902, employs 310 workers in two shifts.",
        "Built beside the river Teel in 1902, the Harsk mill employs 270 workers in two shifts.",
    )
    assert [sorted(found) for _, found in values(story)] == [["270 workers", "310 workers"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people were killed and 41 injured.", [("killed", 3.0), ("injured", 41.0)]),
        ("The storm killed three people and injured nine.", [("killed", 3.0), ("injured", 9.0)]),
        ("The death toll rose to 12 on Friday.", [("killed", 12.0)]),
        ("It put the number of injured at 41.", [("injured", 41.0)]),
        ("Three soldiers were killed.", []),
        ("Nine of them were injured.", []),
        ("Five more people died overnight.", []),
        ("At 21 he is the youngest on death row.", []),
        ("Two people died at the scene.", []),
    ],
)
def test_what_a_figure_counts(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(each.slot, each.quantity.value) for each in toll(text)] == expected


def test_what_is_set_at_a_figure_has_one_value(write: Write) -> None:
    story = two(
        write,
        "Judge Orla Benn set bail at 40,000 talers and took the passport of the miller.",
        "Bail was set at 65,000 talers, according to a clerk.",
    )
    assert values(story) == [("set bail at … talers", ["40,000 talers", "65,000 talers"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Judge Benn set bail for Ilm at 40,000 talers.", "A clerk set the fee at 65,000 talers."),
        (
            "Bail was set at 40,000 talers for Ilm, said Benn.",
            "A clerk said that Orn's bail was set at 65,000 talers.",
        ),
        ("Bail was set at 40,000 talers.", "The judge set bail at 40,000 talers."),
    ],
)
def test_other_things_and_people_are_set_at_other_figures(
    write: Write, one: str, other: str
) -> None:
    assert values(two(write, one, other)) == []
