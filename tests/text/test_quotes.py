from __future__ import annotations

from summarizer.text.quotes import quotation_at, quotations


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotations(text)]


def test_marks_of_every_style_open_and_close() -> None:
    text = "“One,” he said, „zwei“, «trois», ''four'' and ‘five’."

    assert quoted(text) == ["One,", "zwei", "trois", "four", "five"]


def test_an_apostrophe_is_no_quotation() -> None:
    assert quoted("The drivers' union won't say what it's after.") == []


def test_a_single_quotation_may_end_with_s_at_the_end_of_a_line() -> None:
    assert quoted("They sang ‘The Ferry Boats’\nand left.") == ["The Ferry Boats"]


def test_a_place_is_found_in_its_quotation_and_a_mark_in_none() -> None:
    text = 'She said "no one came" and "we left".'
    found = quotations(text)
    places = [text.index(word) for word in ("said", "no one", "came", "left")]
    assert [quotation_at(found, place) for place in places] == [None, *found[:1] * 2, found[1]]
    assert quotation_at(found, text.index('"')) is None
