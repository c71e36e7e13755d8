"""Forms of verbs are known by their endings, and irregular ones by the list."""

from __future__ import annotations

import pytest

from summarizer.text.verb_forms import verb_form


@pytest.mark.parametrize(
    ("word", "lemma", "forms"),
    [
        ("stopped", "stop", ("past", "participle")),
        ("making", "make", ("ing",)),
        ("studies", "study", ("s",)),
        ("told", "tell", ("past", "participle")),
        ("took", "take", ("past",)),
        ("taken", "take", ("participle",)),
        ("put", "put", ("plain", "past", "participle")),
        ("lying", "lie", ("ing",)),
        ("criticising", "criticize", ("ing",)),
        ("misjudged", "misjudge", ("past", "participle")),
    ],
)
def test_a_form_has_its_infinitive(word: str, lemma: str, forms: tuple[str, ...]) -> None:
    found = verb_form(word)
    assert found is not None
    assert (found.lemma, found.forms) == (lemma, forms)


@pytest.mark.parametrize("word", ["hundred", "evening", "during", "king", "death", "criteria"])
def test_words_with_such_endings_alone_are_no_verbs(word: str) -> None:
    assert verb_form(word) is None
