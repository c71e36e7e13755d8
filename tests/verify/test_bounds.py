"""What is too long for a summary is refused, before every rule looks at it."""

from __future__ import annotations

import pytest

from summarizer.errors import InputError
from summarizer.verify import MAX_CLAIM, MAX_SUMMARY, parse


@pytest.mark.parametrize(
    "text",
    ["word " * (MAX_CLAIM // 5 + 1) + "[1]", "The mill is shut. [1]\n\n" * (MAX_SUMMARY // 10)],
)
def test_a_summary_without_end_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse("# Mill\n\n" + text)
    assert (caught.value.code, caught.value.exit_status) == ("summary-too-long", 3)


def test_a_long_summary_is_read() -> None:
    assert len(parse("# Mill\n\n" + "The mill is shut. [1]\n\n" * 500).claims) == 501


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "summary-empty"),
        (" \n\n\t\n", "summary-empty"),
        ("<!DOCTYPE html><p>The mill is shut. [1]</p>", "summary-unreadable"),
        ("\n<html lang=en>The mill is shut. [1]", "summary-unreadable"),
        ('{"name": "mill", "version": 2}', "summary-unreadable"),
        ('{"claims": []}', "summary-unreadable"),
        ('[{"text": "The mill is shut."}]', "summary-unreadable"),
    ],
)
def test_what_is_no_summary_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.exit_status) == (code, 3)
