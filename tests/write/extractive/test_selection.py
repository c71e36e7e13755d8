from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.concepts import concept_weights
from summarizer.write.extractive.candidates import candidates
from summarizer.write.extractive.passages import passages
from summarizer.write.extractive.selection import select

if TYPE_CHECKING:
    from summarizer.model.story import Story
    from summarizer.write.extractive.selection import Candidate
    from tests.write.conftest import MakeArticle, MakeStory

FIRST = (
    "A fire destroyed the grain store in Pelm on Sunday.\n\n"
    "The fire brigade of Pelm sent nine engines.\n\n"
    "The store held barley from four villages."
)
SECOND = (
    "A fire destroyed the old grain store in Pelm on Sunday.\n\n"
    "The owner of the store was on holiday abroad.\n\n"
    "Insurance assessors will visit the town next week."
)


def choose(story: Story, words: int, sentences: int) -> list[Candidate]:
    found = passages(story.articles)
    every = candidates(story, found, frozenset())
    weights = concept_weights(
        (each.article.id, each.position, each.stems) for each in found.values()
    )
    return select(every, weights, max_words=words, max_sentences=sentences)


def test_both_limits_hold(make_article: MakeArticle, make_story: MakeStory) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND))
    by_words = choose(story, 20, 9)
    assert sum(each.words for each in by_words) <= 20
    assert len(choose(story, 300, 2)) == 2


def test_nothing_is_said_twice(make_article: MakeArticle, make_story: MakeStory) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND))
    texts = [each.wording.text for each in choose(story, 300, 9)]
    assert sum("destroyed" in text for text in texts) == 1
    assert len(texts) == 5


def test_every_source_is_heard_while_there_is_room(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    other = "Harbour pilots in Pelm began a strike over their pensions."
    story = make_story(make_article(1, FIRST), make_article(2, SECOND), make_article(3, other))
    chosen = choose(story, 300, 3)
    assert {source for each in chosen for source in each.sources} == {"s1", "s2", "s3"}


def test_a_fact_of_two_articles_comes_before_a_fact_of_one(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, FIRST), make_article(2, SECOND), same=[("s1.1", "s2.1")])
    assert choose(story, 300, 1)[0].fact.sentences == ("s1.1", "s2.1")


def test_a_source_with_nothing_but_unexplained_things_is_heard(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    """What it takes for known weighs less than that nobody would hear it."""
    leaning = "Will it ever turn again? The turbine stood still in Varn, nine villages say."
    story = make_story(make_article(1, FIRST), make_article(2, leaning))
    chosen = choose(story, 300, 9)
    assert "s2" in {source for each in chosen for source in each.sources}
