"""Invented stories, read and merged: wordings, days and places, and what is another occasion."""

from __future__ import annotations

import pytest

from tests.invented import conflicts, told

TALKS = """Minister on the water pact

Foreign Minister Vera Lindqvist spoke about the water pact in Varn on Thursday. {}

The pact divides the river Teel between two countries. Farmers waited outside."""
PACT = """Wells and harvests

In Varn the water pact was on the table again. {}

Vera Lindqvist has been foreign minister since the floods. She arrived by boat."""


def test_two_translations_of_a_statement_are_variants() -> None:
    story = told(
        (
            "Varn Daily",
            None,
            TALKS.format(
                "“We are ready to open all four wells before the harvest begins,” Lindqvist said.",
            ),
        ),
        (
            "Border Post",
            None,
            PACT.format(
                "“We are prepared to open all four wells before the harvest starts,” "
                "Lindqvist said.",
            ),
        ),
    )
    assert conflicts(story) == []
    assert [(each.speaker, each.sentences) for each in story.variants] == [
        ("Vera Lindqvist", ("s1.2", "s2.2"))
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "We will open all four wells before the harvest begins",
            "We may open all four wells before the harvest begins",
        ),
        (
            "We are ready to open all four wells before the harvest begins",
            "We are ready to open all five wells before the harvest begins",
        ),
        (
            "We are going to open all the wells before the harvest begins",
            "We are not going to open all the wells before the harvest begins",
        ),
    ],
)
def test_wordings_that_mean_different_things_are_a_conflict(one: str, other: str) -> None:
    story = told(
        ("Varn Daily", None, TALKS.format(f"“{one},” Lindqvist said.")),
        ("Border Post", None, PACT.format(f"“{other},” Lindqvist said.")),
    )
    assert conflicts(story) == [("wording", [f"“{one}”", f"“{other}”"])]
    assert story.variants == ()


def test_a_cut_quotation_is_neither() -> None:
    story = told(
        (
            "Varn Daily",
            None,
            TALKS.format(
                "“We will open all four wells before the harvest begins,” Lindqvist said.",
            ),
        ),
        (
            "Border Post",
            None,
            PACT.format("“We will open all four wells,” Lindqvist said."),
        ),
    )
    assert (conflicts(story), story.variants) == ([], ())


OPERA = "Opera opens\n\nThe new opera in Varn was {} before a crowd of farmers. {}"


def test_the_day_of_one_act_in_two_articles() -> None:
    story = told(
        ("Varn Daily", "2031-09-12", OPERA.format("opened on Wednesday", "A choir sang.")),
        ("Border Post", "2031-09-12", OPERA.format("opened on Thursday", "Bells rang.")),
    )
    assert conflicts(story) == [("date", ["Wednesday", "Thursday"])]


@pytest.mark.parametrize(
    "other",
    [
        "opened on 10 September",
        "opened on Wednesday",
        "praised on Thursday",
        "closed on Thursday",
    ],
)
def test_days_that_are_the_same_or_of_another_act(other: str) -> None:
    story = told(
        ("Varn Daily", "2031-09-12", OPERA.format("opened on Wednesday", "A choir sang.")),
        ("Border Post", "2031-09-12", OPERA.format(other, "Bells rang.")),
    )
    assert conflicts(story) == []


def test_the_place_of_one_act_in_two_articles() -> None:
    text = "Veteran corrects himself\n\nJon Marrec spoke of his years at sea at a rally in {}. {}"
    story = told(
        ("Pelm Post", None, text.format("Harsk", "He had never been a sailor.")),
        ("Coast Radio", None, text.format("Dunmoor", "He was a cook.")),
    )
    assert conflicts(story) == [("place", ["Harsk", "Dunmoor"])]


def test_a_place_inside_another_is_no_conflict() -> None:
    text = "Veteran corrects himself\n\nJon Marrec spoke of his years at sea at a rally in {}. {}"
    story = told(
        ("Pelm Post", None, text.format("Harsk", "Harsk is the capital of Ostmark.")),
        ("Coast Radio", None, text.format("Ostmark", "He was a cook.")),
    )
    assert conflicts(story) == []


MATCH = """Rovers beat United

Harsk Rovers beat Pelm United 2-1 at the Teel ground on Saturday. Rain fell during the first half.

Ola Brandt scored twice with her left foot before the break.

Pelm's keeper saved a penalty with her knee, and a drummer fell into the moat.

The referee stopped play because of lightning over the stand. Tickets had been sold out early."""
RETOLD = """Brandt wins it for Rovers

On Saturday Harsk Rovers beat Pelm United 2-1 at the Teel ground. It rained in the first half.

With her left foot Ola Brandt scored twice before the break.

A penalty was saved by Pelm's keeper with her knee, and a drummer fell into the moat.

Because of lightning over the stand the referee stopped play. Tickets had been sold out early."""


AGAIN = """Rovers win again

Harsk Rovers beat Pelm United 4-0 at the Teel ground on Wednesday. A cold wind blew from the sea.

Mira Falk headed in two corners; a substitute from Varn added volleys.

United played on with ten women after a brawl about a throw-in.

Nine minutes were added for a lost contact lens. Half of the seats stayed empty."""


def test_a_second_match_of_the_same_clubs_is_another_occasion() -> None:
    story = told(
        ("Harsk Courier", "2031-03-10", MATCH),
        ("Pelm Post", "2031-03-10", RETOLD),
        ("Teel Times", "2031-03-13", AGAIN),
    )
    assert [(each.date, each.sources, each.main) for each in story.events] == [
        ("2031-03-08", ("s1", "s2"), True),
        ("2031-03-12", ("s3",), False),
    ]
    (excluded,) = story.exclusions
    assert excluded.source == "s3"
    assert "opens on Wednesday, the others on Saturday" in excluded.reason
    assert conflicts(story) == []


TRIAL = """Ferry owner on trial

Jon Marrec went on trial in Pelm on Friday over the loss of the ferry Alba. Forty people watched.

{more}

The judge wants to hear all divers before the summer."""


@pytest.mark.parametrize(
    ("sentence", "label", "day"),
    [
        (
            "On March 3, a tug pulled two crew members out of the bay.",
            "Monday 3 March 2031: a tug pulled two crew members out of the bay",
            "2031-03-03",
        ),
        (
            "Last month, a diver brought up the bell, which is now in a museum.",
            "Last month: a diver brought up the bell, which is now in a museum",
            None,
        ),
        (
            "Earlier the same day, police carried boxes out of his office.",
            "Earlier the same day: police carried boxes out of his office",
            None,
        ),
    ],
)
def test_an_earlier_occasion_is_apart_and_has_its_day(
    sentence: str, label: str, day: str | None
) -> None:
    story = told(("Pelm Post", "2031-06-07", TRIAL.format(more=sentence)))
    assert [(each.label, each.date) for each in story.events] == [
        ("Friday 6 June 2031: Ferry owner on trial", "2031-06-06"),
        (label, day),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Thursday, Marrec had said that the trial over the loss of the ferry was a farce.",
        "On Friday, the court heard a cook.",
        "In the bay, a tug found two crew members.",
    ],
)
def test_what_belongs_to_the_main_event(sentence: str) -> None:
    story = told(("Pelm Post", "2031-06-07", TRIAL.format(more=sentence)))
    assert [each.main for each in story.events] == [True]


def test_a_day_is_not_guessed_without_the_day_of_the_report() -> None:
    story = told(("Pelm Post", None, TRIAL.format(more="On March 3, a tug found two men at sea.")))
    assert [(each.label, each.date) for each in story.events] == [
        ("Ferry owner on trial", None),
        ("March 3: a tug found two men at sea", None),
    ]


def test_a_day_without_a_year_is_that_nearest_to_any_report() -> None:
    dated = TRIAL.format(more="A cook wept when she saw the bell.")
    story = told(
        ("Pelm Post", None, TRIAL.format(more="On March 3, a tug found two men at sea.")),
        ("Coast Radio", "2031-06-07", dated),
    )
    assert [each.date for each in story.events] == ["2031-06-06", "2031-03-03"]


def test_a_plan_is_no_day_of_the_event() -> None:
    text = "Ferry returns\n\nThe ferry Alba will sail again on 1 July, its owner said. It is blue."
    assert [each.date for each in told(("Pelm Post", "2031-06-07", text)).events] == [None]
