from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article

    Write = Callable[..., Article]

LEAD = "President Ilko Maas spoke by telephone with Chancellor Vera Lindqvist about the border."
CALL = [
    "Maas offered to withdraw two brigades from the Salt Plain before the harvest begins.",
    "Lindqvist asked for neutral observers at all four crossings of the river Teel.",
    "The two agreed that frozen bank accounts of farmers would be opened within ten days.",
    "A joint commission will meet in Harsk to draw maps of the disputed wells.",
    "Maas said that the shelling of the village of Oden had been an error of one battery.",
]
RETOLD = [
    "Before the harvest begins Maas would withdraw two brigades from the Salt Plain, he offered.",
    "Neutral observers should stand at all four crossings of the river Teel, Lindqvist asked.",
    "Frozen bank accounts of farmers will be opened within ten days, the two agreed.",
    "Maps of the disputed wells will be drawn by a joint commission that meets in Harsk.",
    "The shelling of the village of Oden had been an error of one battery, Maas said.",
]
OTHER = [
    "Lindqvist thanked him for the release of nine sailors held since the spring storms.",
    "They talked about a gas pipeline under the Gulf of Marn and its insurers.",
    "Maas promised visas for the families of engineers who work at the smelter.",
    "Both praised a student exchange that brings young musicians to the opera in Varn.",
    "The chancellor will send a wreath to the funeral of the composer Edvin Sahl.",
]


def three_on_one_call(write: Write) -> list[Article]:
    return [
        write(1, "Maas and Lindqvist talk", [LEAD, "The call took an hour.", *CALL]),
        write(2, "Brigades to leave", [LEAD, "Aides listened in.", *RETOLD]),
        write(3, "Observers at the Teel", [LEAD, "It was their first talk.", *reversed(CALL)]),
    ]


def test_a_second_call_of_the_same_people_is_another_event(write: Write) -> None:
    fourth = write(4, "Maas thanks Lindqvist", [LEAD, "It took half an hour.", *OTHER])
    story = merge([*three_on_one_call(write), fourth])
    assert [(event.main, event.sources) for event in story.events] == [
        (True, ("s1", "s2", "s3")),
        (False, ("s4",)),
    ]
    assert [each.source for each in story.exclusions] == ["s4"]
    assert "another occasion" in story.exclusions[0].reason


def test_its_facts_are_kept_apart(write: Write) -> None:
    fourth = write(4, "Maas thanks Lindqvist", [LEAD, "It took half an hour.", *OTHER])
    story = merge([*three_on_one_call(write), fourth])
    mixed = [
        f
        for f in story.facts
        if len({each[:2] for each in f.sentences} & {"s4"}) and len(f.sentences) > 1
    ]
    assert mixed == []


def test_another_angle_on_the_same_call_is_no_other_event(write: Write) -> None:
    angle = ["Farmers on the Salt Plain heard the news with doubt.", CALL[2], *OTHER[:1]]
    fourth = write(4, "Farmers doubtful", angle)
    story = merge([*three_on_one_call(write), fourth])
    assert [event.sources for event in story.events] == [("s1", "s2", "s3", "s4")]


def test_articles_that_share_little_are_one_event(write: Write) -> None:
    articles = [
        write(1, "a", ["Maas opened the new opera in Varn on Friday.", OTHER[3]]),
        write(2, "b", ["The opera in Varn opened with a work by Edvin Sahl.", OTHER[4]]),
    ]
    assert len(merge(articles).events) == 1


def accident(write: Write, number: int, published: str, first: str, rest: list[str]) -> Article:
    return write(number, f"Train {number}", [first, *rest], published=published)


def test_an_accident_on_another_day_is_another_event(write: Write) -> None:
    tunnel = [
        "Forty passengers climbed out of the Karst tunnel through smoke, the railway said.",
        "A brake on the second carriage had overheated, the railway's inspector said.",
        "The tunnel stays closed until a new cable has been laid along its wall.",
    ]
    retold = [
        "Through smoke forty passengers climbed out of the Karst tunnel, according to the railway.",
        "The railway's inspector said that a brake on the second carriage had overheated.",
        "Until a new cable has been laid along its wall the tunnel stays closed.",
    ]
    other = [
        "A cow on the line near Dunmoor had frightened the driver, a farmer said.",
        "Two windows broke and a child was given a teddy bear by the guard.",
        "The line was open again before the evening trains to the coast.",
        "An autumn timetable with fewer trains will begin in October.",
    ]
    story = merge(
        [
            accident(
                write, 1, "2031-05-07", "A train of the Hill Line caught fire on Tuesday.", tunnel
            ),
            accident(
                write, 2, "2031-05-07", "On Tuesday a train of the Hill Line caught fire.", retold
            ),
            accident(
                write, 3, "2031-05-10", "A train of the Hill Line stopped hard on Friday.", other
            ),
        ]
    )
    assert [event.sources for event in story.events] == [("s1", "s2"), ("s3",)]
    assert "Friday" in story.exclusions[0].reason


def test_a_sentence_about_another_day_is_background(write: Write) -> None:
    articles = three_on_one_call(write)
    before = "Last Friday, a patrol boat of the river guard was rammed near the lower crossing."
    articles[0] = write(1, "Talk", [LEAD, "The call took an hour.", *CALL, before])
    story = merge(articles)
    (aside,) = [event for event in story.events if not event.main]
    assert (aside.sources, aside.label[:11]) == (("s1",), "Last Friday")
    assert [f.sentences for f in story.facts if f.event == aside.id] == [("s1.8",)]


def test_an_article_with_nothing_in_common_is_left_out(write: Write) -> None:
    bakery = [
        "A bakery in Lower Quill won the golden whisk for its walnut loaf and plum tart.",
        "Judges tasted ninety cakes from bakers who had come by sledge across frozen marshes.",
        "Head judge Pia Sorrel praised crust, crumb and a daring pinch of smoked pepper.",
        "Next year's contest moves into a disused cinema because tasters need warmer rooms.",
    ]
    story = merge([*three_on_one_call(write), write(4, "Walnut loaf wins", bakery)])
    assert [each.source for each in story.exclusions] == ["s4"]
    assert "nothing in common" in story.exclusions[0].reason


def test_the_same_text_twice_is_said_to_be_so(write: Write) -> None:
    one = write(1, "Talk", [LEAD, *CALL])
    two = write(2, "Talk", [LEAD, *CALL])
    assert [(e.source, e.reason) for e in merge([one, two]).exclusions] == [
        ("s2", "the same text as s1")
    ]


def test_one_article_is_a_story(write: Write) -> None:
    story = merge([write(1, "Talk", [LEAD, *CALL])])
    assert ([e.sources for e in story.events], story.exclusions) == ([("s1",)], ())
