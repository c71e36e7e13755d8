from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.write.passages import passages
from summarizer.write.wording import standalone

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
        (
            "“The dam is safe, the mayor said on Monday.",
            "“The dam is safe, the mayor said on Monday.”",
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
        "“The wall was sound in May,” she said on Monday.",
        said=[("“The wall was sound in May,”", "said", "she", "Ilva Brandt")],
    )
    sentences = passages(make_story(article).articles)
    wording = standalone(sentences["s1.1"], sentences)
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
