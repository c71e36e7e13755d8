"""The JSON in a model's answer, whatever it is wrapped in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.write.prompted.unwrapping import Malformed, unwrapped

OBJECT = '{"claims": [{"text": "A {brace} and ``` marks"}]}'
FOUND = json.loads(OBJECT)


def test_a_bare_object_is_taken_without_a_note() -> None:
    assert unwrapped(f" {OBJECT}\n") == (FOUND, ())


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{OBJECT}\n```",
        f"```\n{OBJECT}\n```\nI hope this helps {{you}}.",
        f"Here is the summary:\n\n{OBJECT}",
        f"<think>Perhaps {{this}}?\n```json\n{{}}\n```</think>\n{OBJECT}",
        f"{OBJECT}\n{OBJECT}",
    ],
)
def test_what_is_around_it_is_noted(text: str) -> None:
    found, notes = unwrapped(text)
    assert found == FOUND
    assert notes == ("the model wrapped its JSON in other text",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  ", "it was empty"),
        ("I cannot do that.", "it was not JSON"),
        (OBJECT[:-2], "it was not JSON"),
        (f"[{OBJECT}]", "it was not a JSON object"),
        ('{"claims": [], "claims": [1]}', "'claims' stood twice"),
        ('{"claims": [{"text": 1, "text": 2}]}', "'text' stood twice"),
        ('{"claims": NaN}', "NaN is no value"),
        ('{"claims": ' + "[" * 100_000, "nested too deeply"),
        (" x" * 300_000, "far too long"),
        ('{"claims": ' + "9" * 5_000 + "}", "it was not JSON"),
    ],
)
def test_what_is_no_object_is_malformed(text: str, reason: str) -> None:
    with pytest.raises(Malformed, match=reason):
        unwrapped(text)


@settings(deadline=None)
@given(st.text() | st.text(alphabet='{}[]",:`\n\\ue0d<think/>'))
def test_no_text_breaks_it(text: str) -> None:
    try:
        found, _ = unwrapped(text)
    except Malformed:
        return
    assert isinstance(found, dict)
