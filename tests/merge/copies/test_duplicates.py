from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import Pile

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article
    from summarizer.model.story import Duplicate

    Write = Callable[..., Article]

STORY = [
    "The dam above Orlen was closed on Monday after inspectors found a crack in its northern wall.",
    "Some 2,300 people below it were told to leave their homes, and schools took in families.",
    "The crack is eleven metres long and a diver saw it, said the water office's head, Lena Ort.",
    "Engineers will lower the lake by four metres before they look at the wall again on Friday.",
    "The dam was built in 1961 and gives power to three towns and a paper mill.",
]
OTHER = [
    "Residents below the Orlen dam spent the night in a sports hall after an order to leave.",
    "A crack in the wall had worried anglers for weeks, several of them said at the lake.",
    "Lena Ort of the water office promised that nobody would go home before the wall was safe.",
    "Trucks brought blankets, and the mayor asked for volunteers to feed cattle left behind.",
]


def duplicates(articles: list[Article]) -> tuple[Duplicate, ...]:
    return Pile(articles).duplicates()


def test_an_exact_copy(write: Write) -> None:
    (found,) = duplicates([write(1, "Dam closed", STORY), write(2, "Dam shut", STORY)])
    assert (found.members, found.similarity) == (("s1", "s2"), 1.0)


def test_a_light_edit(write: Write) -> None:
    edited = [each.replace("people", "residents").replace("told", "asked") for each in STORY]
    (found,) = duplicates([write(1, "Dam closed", STORY), write(2, "Dam closed", edited)])
    assert found.members == ("s1", "s2")
    assert 0.8 < found.similarity < 1.0


def test_a_cut(write: Write) -> None:
    (found,) = duplicates([write(1, "Dam closed", STORY), write(2, "In brief", STORY[:2])])
    assert (found.members, found.similarity) == (("s1", "s2"), 1.0)


def test_wire_copy_with_a_new_lead(write: Write) -> None:
    lead = "Our valley held its breath on Monday as the old dam at its head was closed."
    (found,) = duplicates(
        [write(1, "Dam closed", STORY), write(2, "Valley in fear", [lead, *STORY[1:]])]
    )
    assert found.members == ("s1", "s2")


def test_an_independent_report_is_no_copy(write: Write) -> None:
    assert duplicates([write(1, "Dam closed", STORY), write(2, "A night away", OTHER)]) == ()


def test_a_quoted_sentence_makes_no_copy(write: Write) -> None:
    quoting = [*OTHER, STORY[2]]
    assert duplicates([write(1, "Dam closed", STORY), write(2, "A night away", quoting)]) == ()


def test_two_cuts_of_one_text_are_one_group(write: Write) -> None:
    articles = [
        write(1, "Dam closed", STORY),
        write(2, "First half", STORY[:2]),
        write(3, "Second half", STORY[3:]),
    ]
    (found,) = duplicates(articles)
    assert found.members == ("s1", "s2", "s3")


def test_texts_too_short_to_tell_are_no_copies(write: Write) -> None:
    short = ["The dam was closed on Monday."]
    assert duplicates([write(1, "a", short), write(2, "b", [*short, "Nobody was hurt."])]) == ()


def test_a_statement_that_two_reports_print_whole_makes_no_copy(write: Write) -> None:
    said = (
        "“We ask everybody below the dam to leave by the upper road before noon and to take "
        "papers, medicine and warm clothes along, and we thank the schools that open their doors "
        "to all who have nowhere to go tonight,” the water office said."
    )
    one, other = write(1, "Dam closed", [*STORY[:2], said]), write(2, "Away", [*OTHER[:2], said])
    assert duplicates([one, other]) == ()


def test_versions_of_one_agencys_text_are_copies(write: Write) -> None:
    more = [*STORY[:2], *OTHER[:2]]
    articles = [write(1, "a", STORY), write(2, "b", more)]
    assert duplicates(articles) == ()
    credited = [write(1, "a", STORY, agency="AP"), write(2, "b", more, agency="Associated Press")]
    assert [each.members for each in duplicates(credited)] == [("s1", "s2")]
