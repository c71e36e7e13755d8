"""Invented stories, read and merged: tolls, causes and blame that differ, agree or grow."""

from __future__ import annotations

import pytest

from tests.invented import conflicts, told

QUAKE = """Quake hits Orsel

An earthquake shook the town of Orsel on Tuesday and brought down the market hall. {}

The quake struck at dawn, when stall keepers were setting up. Helicopters flew the first tents in.

Roads into the valley are blocked by rocks, the civil guard said."""
LATER = """Orsel after the earthquake

Rescuers dug through the ruins of Orsel after an earthquake on Tuesday. {}

Schools in the valley stay closed until their walls have been looked at.

An aunt of the baker was found alive under a counter."""


def test_a_toll_that_two_outlets_give_differently_is_a_conflict_with_its_times() -> None:
    story = told(
        ("Valley Herald", "2031-05-06", QUAKE.format("At least 12 people were killed.")),
        ("Radio Orsel", "2031-05-07", LATER.format("The quake killed 31 people.")),
    )
    (dispute,) = story.disputes
    assert dispute.slot == "count"
    assert [(r.value, r.sentences, r.as_of) for r in dispute.readings] == [
        ("At least 12 people", ("s1.2",), "2031-05-06"),
        ("31 people", ("s2.2",), "2031-05-07"),
    ]
    names = {origin.id: origin.name for origin in story.origins}
    assert [[names[each] for each in r.origins] for r in dispute.readings] == [
        ["Valley Herald"],
        ["Radio Orsel"],
    ]


def test_a_toll_that_one_outlet_raises_is_a_revision() -> None:
    story = told(
        (
            "Valley Herald",
            "2031-05-07",
            LATER.format("The quake killed 31 people."),
        ),
        ("Valley Herald", "2031-05-06", QUAKE.format("At least 12 people were killed.")),
    )
    (revision,) = story.revisions
    assert (revision.outlet, [r.value for r in revision.readings]) == (
        "Valley Herald",
        ["At least 12 people", "31 people"],
    )
    assert story.disputes == ()


def test_an_outlets_older_value_is_no_side_of_a_conflict() -> None:
    story = told(
        ("Valley Herald", "2031-05-06", QUAKE.format("At least 12 people were killed.")),
        (
            "Valley Herald",
            "2031-05-08",
            LATER.format("The quake killed 31 people."),
        ),
        ("Radio Orsel", "2031-05-08", LATER.format("Forty people died, doctors said.")),
    )
    assert conflicts(story) == [("count", ["31 people", "Forty people"])]
    assert [each.outlet for each in story.revisions] == ["Valley Herald"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 12 people were killed.", "Twelve people died."),
        ("More than 10 people were killed.", "The quake killed 12 people."),
        ("The quake killed 12 people.", "Twelve people were killed, five women among them."),
        ("The quake killed 12 people.", "Nine of them were children."),
        ("About 4,000 people were displaced.", "The quake displaced 4,120 people."),
        ("The quake killed 12 people.", "Five more people died overnight."),
        ("The quake killed 12 people.", "The quake injured 90 people."),
    ],
)
def test_tolls_that_agree_or_count_something_else(one: str, other: str) -> None:
    story = told(
        ("Valley Herald", "2031-05-06", QUAKE.format(one)),
        ("Radio Orsel", "2031-05-06", LATER.format(other)),
    )
    assert conflicts(story) == []


FIRE = """Fire at the Kolm paint works

A fire destroyed the Kolm paint works in Harsk on Sunday night. {cause}

Nobody was hurt. {more}"""


def fire(cause: str, more: str = "The works made varnish for boats.") -> str:
    return FIRE.format(cause=cause, more=more)


def test_three_causes_of_one_fire() -> None:
    story = told(
        ("Harsk Courier", "2031-02-03", fire("The fire was caused by a faulty heater.")),
        (
            "Coast Radio",
            "2031-02-03",
            fire("Lightning started the fire, the mayor said.", "It smelt."),
        ),
        (
            "Teel Times",
            "2031-02-03",
            fire("Police said the fire was due to arson.", "It was dark."),
        ),
    )
    assert conflicts(story) == [("cause", ["a faulty heater", "Lightning", "arson"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire was caused by a faulty heater.", "The fire was due to a heater, police said."),
        ("The fire was caused by a faulty heater.", "The cause of the fire is not known."),
        ("The fire was caused by a faulty heater.", "The smell was due to burning varnish."),
        ("The fire was caused by a faulty heater.", "A bridge was closed because of ice."),
    ],
)
def test_causes_that_agree_or_are_of_something_else(one: str, other: str) -> None:
    story = told(
        ("Harsk Courier", "2031-02-03", fire(one)),
        ("Coast Radio", "2031-02-03", fire(other, "It smelt.")),
    )
    assert conflicts(story) == []


COURT = """Ferry owner in court

The owner of the ferry Alba, Jon Marrec, appeared in court in Pelm on Friday. {claim}

The ferry sank in March with forty cars on board. {more}"""


def test_an_allegation_and_its_denial_in_two_outlets() -> None:
    story = told(
        (
            "Pelm Post",
            "2031-06-06",
            COURT.format(
                claim="Prosecutor Ines Quill accused Marrec of selling the life jackets.",
                more="Divers found its bell.",
            ),
        ),
        (
            "Coast Radio",
            "2031-06-06",
            COURT.format(
                claim="Jon Marrec denied selling the life jackets.", more="It had no insurance."
            ),
        ),
    )
    assert conflicts(story) == [
        (
            "responsibility",
            [
                "Ines Quill accused Marrec of selling the life jackets",
                "Jon Marrec denied selling the life jackets",
            ],
        )
    ]


def test_a_request_that_a_court_denies_is_no_conflict() -> None:
    story = told(
        (
            "Pelm Post",
            None,
            COURT.format(claim="Marrec asked for bail and for his passport.", more="It rained."),
        ),
        (
            "Coast Radio",
            None,
            COURT.format(claim="Judge Una Falk denied his request for bail.", more="A dog barked."),
        ),
    )
    assert conflicts(story) == []


def test_two_sides_that_blame_others_for_one_thing() -> None:
    text = "No trains\n\nTrains stood still in Harsk on Monday after signals failed. {}\n\n{}"
    story = told(
        (
            "Harsk Courier",
            None,
            text.format(
                "Rail chief Ana Borg blamed cable thieves for the failure of the signals.",
                "Thousands walked to work.",
            ),
        ),
        (
            "Teel Times",
            None,
            text.format(
                "Union leader Tom Vray blamed old switches for the failure of the signals.",
                "Buses were full.",
            ),
        ),
    )
    assert conflicts(story) == [("responsibility", ["cable thieves", "old switches"])]
