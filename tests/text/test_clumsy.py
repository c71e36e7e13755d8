from __future__ import annotations

import pytest

from summarizer.text.clumsy import clumsiness


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is closed since Monday, informed the port of Arden.",
        "The repair costs 420.000 crowns, the mayor said this Tuesday.",
        "Of the ferries of the line depend 1,4 million persons.",
    ],
)
def test_word_by_word_translations_show_signs(text: str) -> None:
    assert clumsiness(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "The harbour has been closed since Monday, the port authority of Arden said.",
        "The end of the war of words over the price of fish surprised nobody.",
        "Turnout rose to 3.125 percent, 1,400 voters in all.",
    ],
)
def test_plain_english_shows_none(text: str) -> None:
    assert clumsiness(text) == 0
