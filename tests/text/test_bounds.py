"""Hostile text is read whole; benchmarks/growth.py shows how its cost grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.dates import dates
from summarizer.text.modality import negations
from summarizer.text.names import names
from summarizer.text.numbers import quantities, same_value
from summarizer.text.places import Places
from summarizer.text.quotes import quotations
from summarizer.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[[str], object]

FUNCTIONS: list[Function] = [dates, names, negations, quantities, quotations, sentences]
HOSTILE = ["1 ", "1-", "million ", "Ana Berg ", "“a ‘b ”", "'a ", "U.S.", "A. ", "1/1/", "\u0301"]
PIECES = st.sampled_from([*HOSTILE, "and ", "$", "to ", "about ", "9" * 400, "May ", '"', "\n"])


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_is_read(text: str) -> None:
    for function in FUNCTIONS:
        function(text)
    found = quantities(text)
    assert all(same_value(each, each) for each in found)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


def test_no_sentence_is_without_end() -> None:
    text = "word " * 10_000
    found = sentences(text)
    assert max(end - start for start, end in found) <= 5_000
    assert " ".join(text[start:end] for start, end in found) == text.strip()


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(st.lists(SPANS, max_size=3), max_size=8), SPANS)
def test_places_are_those_that_a_full_search_finds(
    things: list[list[tuple[int, int]]], place: tuple[int, int]
) -> None:
    start, end = place
    expected = [
        number
        for number, spans in enumerate(things)
        if any(first < end and last > start for first, last in spans)
    ]
    actual = Places((spans, number) for number, spans in enumerate(things)).meeting(start, end)
    assert actual == expected
