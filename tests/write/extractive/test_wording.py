from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.write.extractive.passages import passages
from summarizer.write.extractive.rewording import with_outlet, with_speaker_named
from summarizer.write.extractive.wording import standalone

if TYPE_CHECKING:
    from tests.write.conftest import MakeArticle, MakeStory


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The dam at Oster failed on Monday.", "The dam at Oster failed on Monday."),
        (
            "However, the mayor of Oster closed the bridge.",
            "The mayor of Oster closed the bridge.",
        ),
        ("But the dam at Oster held until noon.", "The dam at Oster held until noon."),
        ("But in Oster the dam held until noon.", "In Oster the dam held until noon."),
        (
            "The dam at Oster failed.Officials closed the road.",
            "The dam at Oster failed.",
        ),
    ],
)
def test_a_sentence_is_reworded_just_enough(
    make_article: MakeArticle, make_story: MakeStory, source: str, expected: str
) -> None:
    sentences = passages(make_story(make_article(1, source)).articles)
    wording = standalone(sentences["s1.1"], sentences)
    assert wording is not None
    assert wording.text == expected


@pytest.mark.parametrize(
    "source",
    [
        "He closed the bridge on Monday evening.",
        "They found the wall cracked at noon.",
        "The operator of the dam denied this.",
        "Is the dam at Oster still safe today?",
        "We saw the dam at Oster fail at noon.",
        "The dam at Oster failed and the...",
        "The dam at Oster failed and nobody knew",
        "The pumps had failed, said the same source.",
        "On Monday he closed the bridge at Oster.",
        "In response to the letters, Oster closed the bridge.",
        "Instead, the mayor of Oster closed the bridge.",
        "Nor did the mayor of Oster close the bridge.",
        "Among them are two teachers from Oster.",
        "In part, that is the fault of Oster.",
        "“The dam is safe, the mayor said on Monday.",
        '““The dam is safe," Ilva Brandt of Oster said.”',
        "Mira Oller speaks in Oster, Friday, May 2, 2014.",
        "FILE - In this photo, the dam at Oster holds.",
        "The dam at Oster held for \ufffdtwo days.",
        "The dam isn’t just the best wall in Oster.",
        "), another member of the council at Oster.",
        "The wall was weak, and in the words of that report it leaked.",
        "Even as the dam at Oster held, his pumps failed.",
        "“She was tired of all the noise,” Ilva Brandt said.",
    ],
)
def test_a_sentence_that_leans_on_another_is_refused(
    make_article: MakeArticle, make_story: MakeStory, source: str
) -> None:
    sentences = passages(make_story(make_article(1, source)).articles)
    assert standalone(sentences["s1.1"], sentences) is None


def test_a_pronoun_beside_the_cue_becomes_the_name(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    article = make_article(
        1,
        "Ilva Brandt met us. “The wall was sound in May,” she said on Monday. Later, Brandt left.",
        said=[("“The wall was sound in May,”", "said", "she", "Ilva Brandt")],
    )
    sentences = passages(make_story(article).articles)
    wording = standalone(sentences["s1.2"], sentences)
    assert wording is not None
    assert wording.text == "“The wall was sound in May,” Ilva Brandt said on Monday."
    assert wording.attribution is not None
    assert wording.attribution.speaker == "Ilva Brandt"


def test_an_unresolved_pronoun_is_never_guessed(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    article = make_article(
        1,
        "“The wall was sound in May,” she said on Monday.",
        said=[("“The wall was sound in May,”", "said", "she", None)],
    )
    sentences = passages(make_story(article).articles)
    assert standalone(sentences["s1.1"], sentences) is None


@pytest.mark.parametrize(
    "before",
    [
        "Ilva Brandt met Mira Oller at the dam.",  # whose words?
        "Ilva Brandt met a clerk at the dam.",
        "Mr. Brandt runs the dam with Ilva Brandt.",
        "The dam leaked.",  # too far from any name
    ],
)
def test_a_pronoun_that_may_mean_another_is_refused(
    make_article: MakeArticle, make_story: MakeStory, before: str
) -> None:
    article = make_article(
        1,
        f"{before} “The wall was sound,” she said on Monday. Later, Brandt left.",
        said=[("“The wall was sound,”", "said", "she", "Ilva Brandt")],
    )
    sentences = passages(make_story(article).articles)
    assert standalone(sentences["s1.2"], sentences) is None


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Reed Lamps opened in Oster. The shop rang, she said, as Reed Lamps does.", "she"),
        ("Ilva Reed met us in Oster. Ilva Reed wrote that she said so. Reed left.", "she"),
        ("The dam held, and a clerk who said so was in Oster.", "who"),
        ("The ministry of Oster met. The wall was sound in May, it said on Monday.", "it"),
    ],
)
def test_only_he_and_she_of_people_become_names(
    make_article: MakeArticle, make_story: MakeStory, text: str, mention: str
) -> None:
    article = make_article(1, text, said=[("in", "said", mention, "Ilva Reed")])
    for passage in passages(make_story(article).articles).values():
        assert with_speaker_named(passage, article.statements[0])[0] == passage.text


def test_a_quotation_in_another_paragraph_is_not_continued(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    text = "“The wall was sound,” Ilva Brandt said.\n“Nobody had reported a crack to us.”"
    said = [("“Nobody had reported a crack to us.”", "said", "Ilva Brandt", "Ilva Brandt")]
    sentences = passages(make_story(make_article(1, text, said=said)).articles)
    assert standalone(sentences["s1.2"], sentences) is None


def test_half_of_an_advice_is_refused(make_article: MakeArticle, make_story: MakeStory) -> None:
    text = "Oster met. The people of Oster should not worry. But they should boil all water."
    sentences = passages(make_story(make_article(1, text)).articles)
    assert standalone(sentences["s1.2"], sentences) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six people were hurt.", "Six people were hurt, the Pelm Post reported."),
        ("The fire began at 6 a.m.", None),
        ("Ilva Brandt said: “Six.”", None),
    ],
)
def test_an_outlet_is_named_behind_a_plain_sentence_only(text: str, expected: str | None) -> None:
    assert with_outlet(text, "the Pelm Post") == expected


def test_a_continued_quotation_names_its_speaker_and_cites_both_sentences(
    make_article: MakeArticle, make_story: MakeStory
) -> None:
    text = "“The wall was sound,” Ilva Brandt said. “Nobody had reported a crack to us.”"
    article = make_article(
        1,
        text,
        said=[
            ("“The wall was sound,”", "said", "Ilva Brandt", "Ilva Brandt"),
            ("“Nobody had reported a crack to us.”", "said", "Ilva Brandt", "Ilva Brandt"),
        ],
    )
    sentences = passages(make_story(article).articles)
    wording = standalone(sentences["s1.2"], sentences)
    assert wording is not None
    assert wording.text == "Ilva Brandt said: “Nobody had reported a crack to us.”"
    assert [each.sentence.id for each in wording.evidence] == ["s1.2", "s1.1"]


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("the Harbour Office", ("Harbour Office", None)),
        ("Mayor Ilva Brandt", ("Ilva Brandt", "Mayor")),
        ("the mayor of Oster, Ilva Brandt", ("the mayor of Oster, Ilva Brandt", None)),
        ("a spokesman", ("a spokesman", None)),
        ("the head of the Harbour Office", ("the head of the Harbour Office", None)),
    ],
)
def test_a_role_before_a_name_is_told_apart(
    make_article: MakeArticle,
    make_story: MakeStory,
    speaker: str,
    expected: tuple[str, str | None],
) -> None:
    text = f"“The wall was sound in May,” said {speaker}."
    article = make_article(1, text, said=[("“The wall was sound in May,”", "said", speaker, None)])
    sentences = passages(make_story(article).articles)
    wording = standalone(sentences["s1.1"], sentences)
    assert wording is not None
    assert wording.attribution is not None
    assert (wording.attribution.speaker, wording.attribution.role) == expected
