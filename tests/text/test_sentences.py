from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        ("Lt. Gen. Ilva Brandt spoke. He left.", ["Lt. Gen. Ilva Brandt spoke.", "He left."]),
        ("“It is over.” She left.", ["“It is over.”", "She left."]),
        ("A line\nand another", ["A line", "and another"]),
        (
            "Sen. Ilva Brandt (L-Ard.), a miller, left.",
            ["Sen. Ilva Brandt (L-Ard.), a miller, left."],
        ),
        ("He paid 3.5 talers. Fine.", ["He paid 3.5 talers.", "Fine."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text())
def test_no_visible_character_is_lost(text: str) -> None:
    kept = "".join(text[start:end] for start, end in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


@given(st.text())
def test_sentences_are_in_order_and_inside_paragraphs(text: str) -> None:
    lines = paragraphs(text)
    spans = sentences(text)
    assert spans == sorted(spans)
    assert all(any(a <= start < end <= b for a, b in lines) for start, end in spans)


def test_a_line_of_a_megabyte_is_cut_in_pieces() -> None:
    text = "word " * 200_000
    assert all(end - start <= 20_000 for start, end in sentences(text))
