from __future__ import annotations

import pytest

from summarizer.merge.events.labels import label, shortened

CLAUSE = "The mayor of Orsel thanked all bakers of the valley"
LIST = "The mayor wrote to the heads of Harsk, Pelm, Varn and Dunmoor about the price"


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("A tug found two men.", "A tug found two men"),
        (f"{CLAUSE}, who had worked through the night to feed the helpers.", CLAUSE),
        (f"{LIST} of the ferry and of the new bridge.", f"{LIST} …"),
    ],
)
def test_an_act_is_cut_at_a_clause_or_behind_a_full_word(act: str, expected: str) -> None:
    assert shortened(act) == expected


@pytest.mark.parametrize(
    ("when", "day", "expected"),
    [
        ("Last Friday", "2031-03-07", "Friday 7 March 2031: a tug sank"),
        ("Last Friday", None, "Last Friday: a tug sank"),
        (None, None, "a tug sank"),
    ],
)
def test_a_known_day_comes_before_the_words_for_it(
    when: str | None, day: str | None, expected: str
) -> None:
    assert label(when, day, "a tug sank.") == expected
