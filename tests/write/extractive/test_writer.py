from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model.article import Speaker
from summarizer.model.story import Dispute, Reading
from summarizer.write.extractive.writer import write

if TYPE_CHECKING:
    from tests.write.conftest import MakeArticle, MakeStory

FIRST = (
    "A fire destroyed the grain store in Pelm on Sunday. Six people were hurt in the blaze. "
    "The store held barley from four villages."
)
SECOND = (
    "A fire destroyed the grain store in Pelm on Sunday. Nine people were hurt by the fire. "
    "Insurance assessors are expected in the town."
)
HURT = Dispute(
    topic="people hurt",
    slot="count",
    readings=(
        Reading(value="Six people", sentences=("s1.2",), origins=("o1",), as_of=None),
        Reading(value="Nine people", sentences=("s2.2",), origins=("o2",), as_of=None),
    ),
)


def test_the_lead_comes_first_and_cites_every_source_that_carries_it(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND), same=[("s1.1", "s2.1")])
    first = write(story, max_words=300, max_sentences=9).claims[0]
    assert first.text == "A fire destroyed the grain store in Pelm on Sunday."
    assert [(c.source, c.sentence) for c in first.citations] == [("s1", "s1.1"), ("s2", "s2.1")]
    assert first.kind == "event"


def test_every_citation_is_exact(make_article: MakeArticle, make_story: MakeStory) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND))
    texts = {article.id: article.text for article in story.articles}
    draft = write(story, max_words=300, max_sentences=9)
    cited = [*draft.headline.citations, *(c for claim in draft.claims for c in claim.citations)]
    assert cited
    assert all(texts[c.source][c.start : c.end] == c.exact for c in cited)


def test_differing_values_are_told_side_by_side_with_their_outlets(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(
        make_article(1, FIRST, outlet="Pelm Post"),
        make_article(2, SECOND, outlet="Coast Radio"),
        disputes=(HURT,),
    )
    draft = write(story, max_words=300, max_sentences=9)
    told = [claim.text for claim in draft.claims if claim.kind == "dispute"]
    assert told == [
        "Six people were hurt in the blaze, Pelm Post reported.",
        "Nine people were hurt by the fire, Coast Radio reported.",
    ]
    assert [p.text for p in draft.conflicts[0].positions] == [
        "Six people (Pelm Post)",
        "Nine people (Coast Radio)",
    ]


def test_a_disputed_value_whose_outlet_is_unknown_is_not_told_as_settled(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND), disputes=(HURT,))
    draft = write(story, max_words=300, max_sentences=9)
    assert not [claim.text for claim in draft.claims if "hurt" in claim.text]
    assert [c.topic for c in draft.conflicts] == ["people hurt"]


def test_texts_that_were_withheld_are_not_used_again(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, FIRST))
    refused = frozenset({"Six people were hurt in the blaze."})
    draft = write(story, max_words=300, max_sentences=9, without=refused)
    assert [claim.text for claim in draft.claims] == [
        "A fire destroyed the grain store in Pelm on Sunday.",
        "The store held barley from four villages.",
    ]


def test_a_full_name_that_would_break_the_limit_is_left_short(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    lead = "Ilva Brandt runs the dam that stands above the valley of Oster and feeds its ponds."
    text = f"{lead} “The wall held through the whole night,” Brandt said."
    said = [("“The wall held through the whole night,”", "said", "Brandt said", None)]
    article = make_article(1, text, said=said)
    start = article.text.index("Brandt said")
    speaker = Speaker(start=start, end=start + len("Brandt"), name="Ilva Brandt")
    named = replace(article.statements[0], speaker=speaker)
    story = make_story(replace(article, statements=(named,)))
    short = write(story, max_words=9, max_sentences=1)
    full = write(story, max_words=10, max_sentences=1)
    assert [claim.text.split()[-3:] for claim in short.claims] == [["night,”", "Brandt", "said."]]
    assert [claim.text.split()[-3:] for claim in full.claims] == [["Ilva", "Brandt", "said."]]
