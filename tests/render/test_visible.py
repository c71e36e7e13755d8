from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.visible import visible, without_codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain “text”\n\t– ok", "plain “text”\n\t– ok"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x9bb\x7f", "a\ufffdb␡"),
        ("ab\u202ecd", "ab\ufffdcd"),
        ("pay\u200bpal", "pay\ufffdpal"),
        ("tag\U000e0041", "tag\ufffd"),
        ("a\u200db", "a\ufffdb"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_hidden_characters_are_shown(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_joiners_and_marks_stay_where_only_codes_matter() -> None:
    assert without_codes("a\u200bb\x1bc") == "a\u200bb␛c"


@given(st.text())
def test_offsets_do_not_move(text: str) -> None:
    assert len(visible(text)) == len(text)
