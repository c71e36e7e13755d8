"""Dates are taken where day, month and year are beyond doubt, else there is none."""

from __future__ import annotations

import pytest

from summarizer.read.published import find, iso


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Tuesday, 17/10/2023 13:30 WIB", "2023-10-17"),
        ("2023-10-17 06:30:00", "2023-10-17"),
        ("October 17, 2023", "2023-10-17"),
        ("Published Oct. 3rd, 2021 at 5 pm", "2021-10-03"),
        ("3 October 2021", "2021-10-03"),
        ("17. Oktober 2023, 14:05 Uhr", "2023-10-17"),
        ("17 de octubre de 2023", "2023-10-17"),
        ("Friday 03/04/2020", "2020-04-03"),
        ("Wednesday 03/04/2020", "2020-03-04"),
        ("03/04/2020", None),
        ("04/04/2020", "2020-04-04"),
        ("03.04.2020", "2020-04-03"),
        ("31/02/2020", None),
        ("in 2020", None),
        ("11/13/20", "2020-11-13"),
        ("03/04/20", None),
        ("October 17", None),
    ],
)
def test_find(line: str, date: str | None) -> None:
    found = find(line)
    assert (found.date if found else None) == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2021-08-18T07:00:00-07:00", "2021-08-18T07:00:00-07:00"),
        ("2021-08-18T07:00:00Z", "2021-08-18T07:00:00+00:00"),
        ("20210818", "2021-08-18"),
        ("Wed, 18 Aug 2021 07:00:00 GMT", "2021-08-18"),
        ("0001-01-01T00:00:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_iso(value: str, date: str | None) -> None:
    assert iso(value) == date
