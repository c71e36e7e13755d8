from __future__ import annotations

import pytest

from summarizer.text.lexicon import classes
from summarizer.text.speech_verbs import cue_class, is_cue, lemma


@pytest.mark.parametrize(
    ("word", "infinitive", "stance"),
    [
        ("said", "say", "neutral"),
        ("Told", "tell", "neutral"),
        ("quipped", "quip", "neutral"),
        ("admitted", "admit", "loaded"),
        ("concedes", "concede", "loaded"),
        ("insisting", "insist", "loaded"),
        ("boasted", "boast", "loaded"),
        ("denied", "deny", "denial"),
        ("believes", "believe", "belief"),
        ("vowed", "vow", "intention"),
        ("asked", "ask", "question"),
        ("urges", "urge", "order"),
        ("lauded", "laud", "praise"),
        ("slammed", "slam", "criticism"),
    ],
)
def test_forms_have_an_infinitive_and_a_stance(word: str, infinitive: str, stance: str) -> None:
    assert (lemma(word), cue_class(word), is_cue(word)) == (infinitive, stance, True)


@pytest.mark.parametrize("word", ["bridge", "quickly", "", "sai"])
def test_other_words_are_no_cues(word: str) -> None:
    assert (lemma(word), cue_class(word), is_cue(word)) == (None, None, False)


def test_irregular_forms_belong_to_listed_verbs() -> None:
    assert set(classes("speech_forms").values()) <= classes("speech_verbs").keys()
