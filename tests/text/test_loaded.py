from __future__ import annotations

from summarizer.text.loaded import loaded_kind


def test_forms_of_loaded_words_are_known() -> None:
    assert [loaded_kind(word) for word in ("begged", "generous", "bitterly", "said")] == [
        "emotion",
        "evaluation",
        "evaluation",
        None,
    ]
