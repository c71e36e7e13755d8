"""Articles as paragraphs: lines and gaps, nothing lost."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from summarizer.model.article import Region, Sentence
from summarizer.render.paragraphs import Paragraph, paragraphs
from summarizer.render.segments import Stretch

if TYPE_CHECKING:
    from summarizer.model.article import Article


def words(article: Article, paragraph: Paragraph) -> str:
    return "".join(
        article.text[segment.start : segment.end]
        for phrase in paragraph.phrases
        for segment in phrase.segments
    )


def test_lines_and_gaps_follow_each_other(articles: tuple[Article, ...]) -> None:
    first = articles[0]
    found = paragraphs(first, ())
    assert [(each.kind, words(first, each)) for each in found] == [
        ("headline", "Mill burns in Orvel"),
        ("gap", "\n\n"),
        ("unlabelled", "The mill burned down. “It was dry,” said Ada Brem."),
        ("gap", "\n\n"),
        ("boilerplate", "Share this"),
        ("gap", "\n"),
    ]
    assert [each.page for each in found] == [False, False, False, False, True, False]


def test_sentences_are_phrases_and_marks_cut_them(articles: tuple[Article, ...]) -> None:
    body = paragraphs(articles[0], [Stretch(25, 29, "claim", "c1")])[2]
    assert [each.sentence for each in body.phrases] == ["s1.1", None, "s1.2"]
    assert [(s.start, s.end, s.labels("claim")) for s in body.phrases[0].segments] == [
        (21, 25, ()),
        (25, 29, ("c1",)),
        (29, 42, ()),
    ]


def test_lines_that_were_wrapped_by_hand_are_tight(articles: tuple[Article, ...]) -> None:
    text = "Head\n\nOne line\nand more\n\nNext\n"
    regions = (
        Region(start=0, end=4, kind="headline"),
        Region(start=6, end=14, kind="body"),
        Region(start=15, end=23, kind="body"),
        Region(start=25, end=29, kind="body"),
    )
    wrapped = dataclasses.replace(
        articles[0],
        text=text,
        regions=regions,
        sentences=(Sentence(id="s1.1", start=6, end=14),),
    )
    found = [each for each in paragraphs(wrapped, ()) if each.kind != "gap"]
    assert [each.tight for each in found] == [False, False, True, False]


def test_a_mark_over_two_lines_covers_the_gap(articles: tuple[Article, ...]) -> None:
    found = paragraphs(articles[0], [Stretch(10, 30, "claim", "c1")])
    gap = found[1].phrases[0].segments[0]
    assert (found[1].kind, gap.labels("claim")) == ("gap", ("c1",))
