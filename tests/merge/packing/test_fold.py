"""Which sentences stand for which: facts and variants as given, whatever merging would find."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.merge import merge
from summarizer.merge.packing.fold import fold
from summarizer.merge.passages import passages
from summarizer.model.story import Fact, Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.model.article import Article
    from summarizer.model.story import Story

    Write = Callable[..., Article]


def with_facts(articles: Sequence[Article], *groups: tuple[str, ...]) -> Story:
    """A story whose facts are these sentences."""
    facts = [
        Fact(id=f"f{n}", sentences=ids, origins=(), event="e1") for n, ids in enumerate(groups, 1)
    ]
    return replace(merge(articles), facts=tuple(facts), disputes=(), variants=())


def shown(story: Story) -> dict[str, tuple[str, ...]]:
    return fold(story, {each.id: each for each in passages(story.articles)}).shown


BRIDGE = "The old bridge at Kell was closed on Monday."
SINCE = "The old bridge at Kell has been closed since Monday."


def test_the_best_wording_stands_for_the_others(write: Write) -> None:
    articles = [write(1, "a", [BRIDGE]), write(2, "b", [SINCE])]
    assert shown(with_facts(articles, ("s2.1", "s1.1"))) == {"s2.1": ("s1.1",)}


def test_one_sentence_that_carries_two_facts_is_enough(write: Write) -> None:
    both = "The old bridge at Kell was closed on Monday and the ferry ran all night."
    ferry = "The ferry ran all night."
    articles = [write(1, "a", [BRIDGE]), write(2, "b", [ferry]), write(3, "c", [both])]
    story = with_facts(articles, ("s1.1", "s3.1"), ("s2.1", "s3.1"))
    assert shown(story) == {"s3.1": ("s1.1", "s2.1")}


def test_a_figure_of_its_own_is_not_folded_away(write: Write) -> None:
    dated = "The old bridge at Kell, 340 metres long, was closed on Monday."
    story = with_facts([write(1, "a", [BRIDGE]), write(2, "b", [dated])], ("s1.1", "s2.1"))
    assert shown(story) == {"s2.1": ("s1.1",)}


def test_a_name_of_its_own_is_not_folded_away(write: Write) -> None:
    named = "Mayor Ada Finch closed the old bridge on Monday, she told Ada Finch's staff."
    story = with_facts([write(1, "a", [BRIDGE]), write(2, "b", [named])], ("s1.1", "s2.1"))
    assert "s2.1" in shown(story)


def test_what_says_much_more_is_not_folded_away(write: Write) -> None:
    more = f"{BRIDGE[:-1]} because rust had eaten the cables and a pillar leaned over badly."
    story = with_facts([write(1, "a", [BRIDGE]), write(2, "b", [more])], ("s1.1", "s2.1"))
    assert shown(story) == {"s2.1": ("s1.1",)}


def test_another_wording_of_one_statement_is_folded_however_it_differs(write: Write) -> None:
    one, two = "“We mourn the dead,” she said.", "“We accompany the deceased in sorrow,” she noted."
    said = [[("“We mourn the dead,”", "she")], [("“We accompany the deceased in sorrow,”", "she")]]
    articles = [write(1, "a", [one], said=said[0]), write(2, "b", [two], said=said[1])]
    apart = with_facts(articles, ("s1.1", "s2.1"))
    variant = Variant(speaker="she", sentences=("s1.1", "s2.1"))
    assert shown(apart) == {"s1.1": (), "s2.1": ()}
    assert shown(replace(apart, variants=(variant,))) == {"s1.1": ("s2.1",)}
