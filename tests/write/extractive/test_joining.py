from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.write.extractive.joining import contested, denied, joined
from summarizer.write.extractive.passages import passages
from summarizer.write.extractive.wording import standalone

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.write.extractive.wording import Wording
    from tests.write.conftest import MakeArticle

ACCUSED = "Ilva Brandt accused the mayor of hiding the bill."


def of_first(article: Article) -> Wording | None:
    """The first sentence with the second one, if they join."""
    found = passages([article])
    alone = standalone(found[article.sentences[0].id], found)
    assert alone is not None
    return joined(alone, found)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (ACCUSED, "The mayor called it a lie.", "; the mayor called it a lie."),
        (ACCUSED, "Pelm has 900 voters.", "; Pelm has 900 voters."),
        (ACCUSED, "Turnout was lower again.", "; turnout was lower again."),
        ("She did so “at once”, Ilva Brandt said.", "It rained.", None),
        (ACCUSED, "Does anybody believe her?", None),
        (ACCUSED, "We do not know.", None),
        (ACCUSED, "Which the mayor denied.", None),
        (ACCUSED, "The mayor was silent; nobody spoke.", None),
        (ACCUSED, "The town's turnout…", None),
    ],
)
def test_the_next_sentence_of_the_paragraph_is_joined(
    make_article: MakeArticle, first: str, second: str, expected: str | None
) -> None:
    article = make_article(1, f"{first} {second} In Pelm the turnout fell.")
    found = passages([article])
    alone = standalone(found["s1.1"], found)
    both = joined(alone, found) if alone else None
    whole = f"{first.removesuffix('.')}{expected}" if expected else None
    assert (both.text if both else None) == whole


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The mayor denied this.", True),
        ("The mayor rejected the accusation, a clerk said.", True),
        ("The mayor called it a lie.", True),
        ("The mayor denied that the bill was late.", False),
        ("“We denied this,” the mayor said.", False),
        ("Pelm has 900 voters.", False),
    ],
)
def test_a_denial_stands_right_behind_what_it_denies(
    make_article: MakeArticle, second: str, *, expected: bool
) -> None:
    article = make_article(1, f"{ACCUSED} {second}")
    found = passages([article])
    alone = standalone(found["s1.1"], found)
    assert alone is not None
    assert denied(alone, found) == expected


def test_paragraphs_stay_apart(make_article: MakeArticle) -> None:
    assert of_first(make_article(1, f"{ACCUSED}\n\nThe mayor called it a lie.")) is None


def test_both_sentences_are_evidence(make_article: MakeArticle) -> None:
    both = of_first(make_article(1, f"{ACCUSED} The mayor called it a lie."))
    assert both is not None
    assert [each.sentence.id for each in both.evidence] == ["s1.1", "s1.2"]


def test_nobody_is_given_what_another_one_says(make_article: MakeArticle) -> None:
    text = "Ilva Brandt said the mill had burned. Orrin Vale announced that it would be built anew."
    said = [
        ("the mill had burned", "said", "Ilva Brandt", "Ilva Brandt"),
        ("it would be built anew", "announced", "Orrin Vale", "Orrin Vale"),
    ]
    both = of_first(make_article(1, text, said=said))
    assert both is not None
    assert both.attribution is None


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The mayor called it a lie.", True),
        ("The mayor rejected that.", True),
        ("The mayor did not dispute it.", False),
        ("The mayor left the hall.", False),
    ],
)
def test_an_answer_contests_what_it_follows(
    make_article: MakeArticle, second: str, *, expected: bool
) -> None:
    both = of_first(make_article(1, f"{ACCUSED} {second}"))
    assert both is not None
    assert contested(both) == expected


def test_the_middle_of_a_quotation_is_not_told_as_the_narrators(make_article: MakeArticle) -> None:
    text = "The mill spoke: “Our thoughts are with Pelm. The mill is careful. It is safe.”"
    found = passages([make_article(1, text)])
    assert [standalone(found[each], found) for each in ("s1.2", "s1.3")] == [None, None]
