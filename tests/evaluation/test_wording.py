"""Words of expectations are whole words, with alternatives, whatever the case and the marks."""

from __future__ import annotations

import pytest

from summarizer.evaluation.wording import tells


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (("dead|died", "three|3"), "Three people died.", True),
        (("dead|died", "three|3"), "Three people lived.", False),
        (("3",), "It rose by 3.5 per cent.", False),
        (("3",), "There were 1,003 of them.", False),
        (("3",), "There were 3, all well.", True),
        (("art",), "The party began.", False),
        (("council's  vote",), "The Council’s vote was late.", True),
        ((), "Anything.", False),
    ],
)
def test_words_are_found(words: tuple[str, ...], text: str, *, expected: bool) -> None:
    assert tells(words, text) is expected
