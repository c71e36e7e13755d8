from __future__ import annotations

import pytest

from summarizer.text.numbers import Quantity, quantities, same_value


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("4,000 people", 4000, None, "count"),
        ("two dozen officers", 24, None, "count"),
        ("half a million homes", 500_000, None, "count"),
        ("thirty-five chairs", 35, None, "count"),
        ("a hundred and five chairs", 105, None, "count"),
        ("two hundred thousand homes", 200_000, None, "count"),
        ("1.2m homes", 1_200_000, None, "count"),
        ("$19.3 million", 19_300_000, "usd", "money"),
        ("£5bn", 5_000_000_000, "gbp", "money"),
        ("12 euros", 12, "eur", "money"),
        ("3 per cent", 3, "percent", "percent"),
        ("3.5%", 3.5, "percent", "percent"),
        ("four percentage points", 4, "point", "percent"),
        ("the 27-year-old", 27, None, "age"),
        ("two weeks", 14, "day", "measure"),
        ("50 degrees Fahrenheit", 10, "celsius", "measure"),
        ("two-thirds of them", 2 / 3, None, "part"),
        ("a third of them", 1 / 3, None, "part"),
        ("the third time", 3, None, "ordinal"),
        ("hundreds of thousands of homes", 100_000, None, "vague"),
        ("at 10:30 p.m.", 22.5, None, "time"),
        ("the 1990s", 1990, None, "year"),
        ("near Channel 4", 4, None, "name"),
    ],
)
def test_value_unit_and_kind(text: str, value: float, unit: str | None, kind: str) -> None:
    found = only(text)
    assert found.value == pytest.approx(value, rel=1e-5)
    assert (found.unit, found.kind) == (unit, kind)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("at least 40 people", "at least"),
        ("some 40 people", "about"),
        ("as many as 40 people", "up to"),
        ("over 40 people", "more than"),
        ("fewer than 40 people", "fewer than"),
        ("40 or more people", "at least"),
        ("40-plus people", "at least"),
        ("all 40 people", None),
    ],
)
def test_qualifiers(text: str, qualifier: str | None) -> None:
    assert only(text).qualifier == qualifier


def test_counted_thing_is_the_noun_behind() -> None:
    assert [q.thing for q in quantities("two old soldiers, 5 of the bakers, 3 dead")] == [
        "soldier",
        "baker",
        "dead",
    ]


def test_ends_of_a_range_share_unit_and_thing() -> None:
    low, high = quantities("between $2 and $3 million")
    assert (low.value, low.unit) == (2_000_000, "usd")
    assert high.value == 3_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 20 and 25 million marks", [20_000_000, 25_000_000]),
        ("20 million to 25 million marks", [20_000_000, 25_000_000]),
        ("from $500 to $2,000", [500, 2000]),
        ("20 boats and 3 million fish", [20, 3_000_000]),
    ],
)
def test_ends_of_a_range_share_the_magnitude_that_is_written(
    text: str, expected: list[int]
) -> None:
    assert [quantity.value for quantity in quantities(text)] == expected


def test_dates_pronouns_and_years_are_no_counts() -> None:
    assert quantities("No one knew this one on October 7, 2023, or in 2015.") == []


def test_offsets() -> None:
    text = "He paid US$1.2m in all."
    found = quantities(text, 100)[0]
    assert text[found.start - 100 : found.end - 100] == "US$1.2m"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12 men", "twelve men", True),
        ("12 men", "13 men", False),
        ("18.6 miles", "30 km", True),
        ("18 miles", "19 miles", False),
        ("24 months", "two years", True),
        ("about 400 men", "397 men", True),
        ("about 400 men", "460 men", False),
        ("more than 390 men", "397 men", True),
        ("more than 390 men", "380 men", False),
        ("5 percent", "5 men", False),
    ],
)
def test_same_value(one: str, other: str, same: bool) -> None:  # noqa: FBT001  (a table)
    assert same_value(only(one), only(other)) is same


@pytest.mark.parametrize("text", ["1," * 20_000, "one hundred and " * 5_000, "1 to " * 20_000])
def test_long_lines_are_read(text: str) -> None:
    assert quantities(text)


def test_numbers_in_words_add_up() -> None:
    assert only("a thousand two hundred and five mills").value == 1205


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("received 420.000 crowns", 420_000),
        ("1.250.000 crowns", 1_250_000),
        ("12.350 people", 12_350),
        ("1.500 people", 1_500),
        ("1,4 million persons", 1_400_000),
        ("3,5 percent", 3.5),
        ("3.125 percent", 3.125),
        ("$3.100 a gallon", 3.1),
        ("1.625 children per woman", 1.625),
        ("1.234 million people", 1_234_000),
        ("rose to 1.1250 dollars", 1.125),
    ],
)
def test_figures_in_continental_form_are_those_in_english_form(text: str, value: float) -> None:
    assert only(text).value == pytest.approx(value)


def test_thousandths_of_seconds_are_decimals() -> None:
    assert only("10.000 seconds").value == only("10 seconds").value
