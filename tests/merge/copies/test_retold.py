"""Texts that tell another one in other words, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge import Pile, merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.model.article import Article

    Write = Callable[..., Article]

STORY = [
    "The observatory on Mount Kerrin will close for 14 months from April, its owners said.",
    "Its largest mirror, 3.6 metres across, has lost a fifth of its coating since 2009.",
    "A lorry will carry the mirror 210 kilometres down to the Vesk works at Tolmen.",
    "The trip takes three nights, as the road through Ostry is closed to heavy traffic by day.",
    "New coating costs 4.2 million crowns, of which the University of Tolmen pays half.",
    "Some 38 astronomers have to move their work to the smaller dome at Lake Ibar.",
    "Visitors, 26,000 of them last year, may still climb to the terrace on Saturdays.",
]
AGAIN = [
    "From April on, the star station on the Kerrin mountain is shut during 14 months.",
    "The biggest of its mirrors with 3.6 meters diameter lost since 2009 one fifth of the coat.",
    "On a truck the mirror is brought over 210 kilometers to Tolmen to the Vesk factory.",
    "Three nights lasts the journey, since heavy vehicles are by day not allowed through Ostry.",
    "The coat comes to 4.2 million crowns; half of it takes over the University of Tolmen.",
    "To the small dome on Lake Ibar about 38 astronomers must shift their work.",
    "The terrace remains on Saturdays open for visitors, who were 26 000 in the last year.",
]
OTHER = [
    "Astronomers at Mount Kerrin packed their notebooks on Thursday with mixed feelings.",
    "The University of Tolmen has booked 12 nights at a telescope overseas for its students.",
    "A works manager in Tolmen, who has coated 90 mirrors, called this one the oldest he had seen.",
    "The lorry may not drive faster than 15 kilometres an hour, and two others go ahead of it.",
    "At Lake Ibar the hotel counts on 400 more guests, the innkeeper told us on the terrace.",
    "The 3.6-metre mirror was cast in 1974 and never left the mountain.",
]


def members(*articles: Article) -> list[tuple[str, ...]]:
    return [each.members for each in Pile(articles).duplicates()]


def test_a_text_translated_there_and_back(write: Write) -> None:
    assert members(write(1, "a", STORY), write(2, "b", AGAIN)) == [("s1", "s2")]


def test_a_report_of_its_own_on_the_same_event(write: Write) -> None:
    assert members(write(1, "a", STORY), write(2, "b", OTHER)) == []


def test_other_figures_are_another_event(write: Write) -> None:
    changed = [
        each.replace("14", "9").replace("3.6", "2.1").replace("210", "85").replace("4.2", "1.7")
        for each in AGAIN
    ]
    changed = [each.replace("38", "17").replace("26 000", "9 000") for each in changed]
    assert members(write(1, "a", STORY), write(2, "b", changed)) == []


def test_another_order_is_another_telling(write: Write) -> None:
    assert members(write(1, "a", STORY), write(2, "b", AGAIN[::-1])) == []


def test_the_retold_text_is_no_second_origin(write: Write) -> None:
    articles = [
        write(1, "a", STORY, outlet="Tolmen Post"),
        write(2, "b", AGAIN, outlet="Ibar Star"),
    ]
    (origin,) = merge(articles).origins
    assert origin.sources == ("s1", "s2")
    assert "s2 tells sentence by sentence, in other words, what s1 tells" in origin.basis
