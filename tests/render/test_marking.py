"""Wrapped text with carets below the words that matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model.article import Span
from summarizer.render.marking import marked


def lines(text: str, *marks: tuple[int, int], width: int = 20) -> list[tuple[str, str]]:
    spans = [Span(*mark) for mark in marks]
    return list(marked(text, Span(0, len(text)), spans, width=width, indent="  "))


def test_carets_stand_below_their_words_on_every_line() -> None:
    text = "Boats lay in the harbour for a day."
    assert lines(text, (6, 9), (13, 24)) == [
        ("  Boats lay in the", "        ^^^    ^^^"),
        ("  harbour for a day.", "  ^^^^^^^"),
    ]


@pytest.mark.parametrize(
    ("text", "mark", "carets"),
    [
        ("All of it is wrong", (0, 18), ""),
        ("A  b\r\nword", (6, 10), "      ^^^^"),
        ("東 word of it", (2, 6), "     ^^^^"),
    ],
)
def test_marks_follow_the_columns(text: str, mark: tuple[int, int], carets: str) -> None:
    assert [row for _, row in lines(text, mark)] == [carets]


@given(st.text(max_size=80), st.integers(3, 30))
def test_no_word_is_lost(text: str, width: int) -> None:
    shown = " ".join(line.strip() for line, _ in lines(text, width=width))
    kept = [c for c in text if not c.isspace() and c.isprintable()]
    assert [c for c in shown if c in kept] == [c for c in kept if c in shown]
