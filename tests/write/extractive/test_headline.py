from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from summarizer.write.extractive.headline import headlines, sentence_case

if TYPE_CHECKING:
    from tests.write.conftest import MakeArticle, MakeStory

CASES = {"fire": Counter({"fire": 3}), "pelm": Counter({"Pelm": 2}), "who": Counter({"who": 1})}
LEAD = "A fire destroyed the grain store in Pelm on Sunday. Nobody was hurt in the fire."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Fire Destroys Store In Pelm", "Fire destroys store in Pelm"),
        ("Fire destroys store in Pelm", "Fire destroys store in Pelm"),
        ("NATO Fire Drill Ends", "NATO fire drill ends"),
    ],
)
def test_title_case_becomes_sentence_case(title: str, expected: str) -> None:
    assert sentence_case(title, CASES) == expected


def test_a_title_cites_the_sentences_that_carry_it(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, LEAD, title="Fire destroys grain store in Pelm"))
    first = headlines(story)[0]
    assert first.text == "Fire destroys grain store in Pelm"
    assert [each.exact for each in first.citations] == [
        "A fire destroyed the grain store in Pelm on Sunday."
    ]


@pytest.mark.parametrize(
    "title",
    ["Why the grain store burned", "Pelm mourns its lost heritage and blames a careless mayor"],
)
def test_a_title_that_asks_or_that_the_body_does_not_carry_is_not_used(
    make_article: MakeArticle, make_story: MakeStory, title: str
) -> None:
    story = make_story(make_article(1, LEAD, title=title))
    assert [each.text for each in headlines(story)] == [
        "A fire destroyed the grain store in Pelm on Sunday"
    ]
