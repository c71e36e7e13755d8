from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model.story import Dispute, Reading, Revision
from summarizer.write.extractive.currency import current, freshness, outdated

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from tests.write.conftest import MakeArticle, MakeStory


def reading(value: str, sentence: str, day: str | None) -> Reading:
    return Reading(value=value, sentences=(sentence,), origins=(), as_of=day)


FIRST = reading("seven", "s1.1", "2031-04-12")
SECOND = reading("eight", "s2.1", "2031-04-14")
THIRD = reading("nine", "s3.1", "2031-04-15T08:00:00+00:00")
UNDATED = reading("ten", "s4.1", None)


def dated(article: Article, day: str) -> Article:
    return replace(article, published=day)


def test_values_of_an_earlier_day_have_been_overtaken() -> None:
    dispute = Dispute(
        topic="number of killed", slot="count", readings=(FIRST, SECOND, THIRD, UNDATED)
    )
    assert current(dispute) == (SECOND, THIRD, UNDATED)


def test_what_an_outlet_has_revised_is_outdated(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    story = make_story(make_article(1, "A fire destroyed the grain store in Pelm."))
    revision = Revision(topic="damage", slot="figure", outlet="Pelm Post", readings=(FIRST, SECOND))
    assert outdated(replace(story, revisions=(revision,))) == frozenset({"s1.1"})


def test_a_count_of_victims_gives_way_to_that_of_the_newest_article(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    old = make_article(1, "Three people were killed in Pelm. The mill burned. 12 were injured.")
    new = make_article(2, "Five people were killed in Pelm. The mill is shut.")
    story = make_story(dated(old, "2031-04-12"), dated(new, "2031-04-13"))
    assert outdated(story) == frozenset({"s1.1"})
    assert outdated(make_story(old, new)) == frozenset()


def test_what_says_that_it_corrects_a_count_is_not_outdated(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    old = make_article(1, "The police now count 19 killed instead of 23.")
    new = make_article(2, "Twenty people were killed in Pelm.")
    story = make_story(dated(old, "2031-04-12"), dated(new, "2031-04-13"))
    assert outdated(story) == frozenset()


def test_older_articles_are_worth_less_down_to_a_limit(make_article: MakeArticle) -> None:
    text = "A fire destroyed the grain store in Pelm."
    days = ["2031-04-14", "2031-04-13", "2031-01-01"]
    articles = [dated(make_article(n, text), day) for n, day in enumerate(days, 1)]
    assert freshness([*articles, make_article(4, text)]) == {"s1": 1.0, "s2": 0.95, "s3": 0.7}
