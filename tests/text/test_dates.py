from __future__ import annotations

from datetime import date

import pytest

from summarizer.text.dates import DateMention, dates, resolve

PUBLISHED = "2023-10-18"  # a Wednesday


def only(text: str) -> DateMention:
    found = dates(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    ["Oct. 7, 2023", "October 7, 2023", "7 October 2023", "the 7th of October 2023", "2023-10-07"],
)
def test_full_dates(text: str) -> None:
    assert only(text)[3:6] == (2023, 10, 7)


def test_slashed_dates_whose_order_is_unclear_give_the_year() -> None:
    assert only("17/10/2023")[3:6] == (2023, 10, 17)
    assert only("03/04/2023")[3:6] == (2023, None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Tuesday", date(2023, 10, 17), date(2023, 10, 17)),
        ("on Wednesday", date(2023, 10, 18), date(2023, 10, 18)),
        ("last Wednesday", date(2023, 10, 11), date(2023, 10, 11)),
        ("next Friday", date(2023, 10, 20), date(2023, 10, 27)),
        ("yesterday", date(2023, 10, 17), date(2023, 10, 17)),
        ("on December 30", date(2022, 12, 30), date(2023, 12, 30)),
        ("in 2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("in March 2020", date(2020, 3, 1), date(2020, 3, 31)),
        ("in March", date(2023, 3, 1), date(2023, 3, 31)),
    ],
)
def test_resolve(text: str, first: date, last: date) -> None:
    found = resolve(only(text), PUBLISHED)
    assert found is not None
    assert first <= found[0] <= found[1] <= last


def test_relative_dates_need_a_publication_date() -> None:
    assert resolve(only("on Tuesday"), None) is None


@pytest.mark.parametrize(
    "text", ["We may march.", "of 2000 soldiers", "30 February", "May he come"]
)
def test_no_dates(text: str) -> None:
    assert dates(text) == []


def test_offsets() -> None:
    text = "It began on Oct. 7 in Arden."
    found = dates(text, 50)[0]
    assert text[found.start - 50 : found.end - 50] == "Oct. 7" == found.text
