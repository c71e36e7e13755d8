"""Periods in time zones, and which of them are due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

import pytest

from summarizer.digest.schedule import MOST, Schedule, due, period_moment, period_name
from summarizer.errors import UsageError

BERLIN = ZoneInfo("Europe/Berlin")
SIX = Schedule("0 6 * * *", BERLIN)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-21T06:00:00+01:00", "2026-11-21T0600+0100"),
        ("2026-11-21T05:59:59+01:00", "2026-11-20T0600+0100"),
        ("2026-11-21T05:00:00+00:00", "2026-11-21T0600+0100"),
        ("2026-07-01T12:00:00+02:00", "2026-07-01T0600+0200"),
    ],
)
def test_the_latest_period(now: str, expected: str) -> None:
    assert period_name(SIX.latest(at(now))) == expected


@pytest.mark.parametrize(
    ("expression", "day", "expected"),
    [
        # in spring 2 to 3 o'clock does not exist, in autumn it comes twice
        ("30 2 * * *", "2026-03-29", ["2026-03-29T03:00:00+02:00"]),
        ("30 2 * * *", "2026-10-25", ["2026-10-25T02:30:00+02:00"]),
        ("30 3 * * *", "2026-03-29", ["2026-03-29T03:30:00+02:00"]),
        (
            "0 */8 * * *",
            "2026-10-25",
            ["2026-10-25T00:00:00+02:00", "2026-10-25T08:00:00+01:00", "2026-10-25T16:00:00+01:00"],
        ),
    ],
)
def test_days_on_which_clocks_change(expression: str, day: str, expected: list[str]) -> None:
    schedule = Schedule(expression, BERLIN)
    start = datetime.fromisoformat(f"{day}T00:00:00").replace(tzinfo=BERLIN)
    end = start + timedelta(days=1)
    last = end - timedelta(seconds=1)
    found = [each.isoformat() for each in takewhile(lambda t: t >= start, schedule.back(last))]
    assert found[::-1] == expected
    assert schedule.following(start - timedelta(seconds=1)).isoformat() == expected[0]


def test_a_time_that_came_is_the_latest_while_its_hour_comes_again() -> None:
    schedule = Schedule("30 2 * * *", BERLIN)
    for now in ("2026-10-25T02:10:00+01:00", "2026-10-25T02:40:00+02:00"):
        assert schedule.latest(at(now)).isoformat() == "2026-10-25T02:30:00+02:00"


@pytest.mark.parametrize("month", [3, 10])
def test_every_quarter_of_an_hour_comes_once_whatever_clocks_do(month: int) -> None:
    schedule = Schedule("*/15 * * * *", BERLIN)
    start = datetime(2026, month, 23, tzinfo=UTC)
    found = list(islice(schedule.back(start + timedelta(days=7)), 7 * 96))[::-1]
    expected = [start + timedelta(minutes=15 * n) for n in range(1, 7 * 96 + 1)]
    assert found == expected
    assert len({period_name(each) for each in found}) == len(expected)


@pytest.mark.parametrize(
    ("policy", "last", "now", "expected"),
    [
        ("latest", "2026-11-18T06:00:00+01:00", "2026-11-21T09:00:00+01:00", ["21"]),
        ("all", "2026-11-18T06:00:00+01:00", "2026-11-21T09:00:00+01:00", ["19", "20", "21"]),
        ("skip", "2026-11-18T06:00:00+01:00", "2026-11-21T09:00:00+01:00", []),
        ("skip", "2026-11-18T06:00:00+01:00", "2026-11-21T06:10:00+01:00", ["21"]),
        ("all", None, "2026-11-21T09:00:00+01:00", ["21"]),
        ("latest", "2026-11-21T06:00:00+01:00", "2026-11-21T09:00:00+01:00", []),
        ("all", "2026-11-21T06:00:00+01:00", "2026-11-19T09:00:00+01:00", []),
    ],
)
def test_missed_periods(policy: str, last: str | None, now: str, expected: list[str]) -> None:
    found = due(SIX, at(last) if last else None, at(now), policy)  # type: ignore[arg-type]
    assert [each.strftime("%d") for each in found] == expected


def test_years_of_missed_periods_are_bounded() -> None:
    found = due(SIX, at("2010-01-01T06:00:00+01:00"), at("2026-11-21T09:00:00+01:00"), "all")
    assert (len(found), period_name(found[-1])) == (MOST, "2026-11-21T0600+0100")


@pytest.mark.parametrize("expression", ["0 6 * *", "61 6 * * *", "0 0 30 2 *", "x", "0 0 0 6 * *"])
def test_what_is_no_schedule(expression: str) -> None:
    with pytest.raises(ValueError, match=r"[a-z]"):
        Schedule(expression, BERLIN)


def test_names_of_periods() -> None:
    moment = at("2026-11-21T06:00:00+01:00")
    assert period_moment(period_name(moment)) == moment
    with pytest.raises(UsageError, match="no period"):
        period_moment("yesterday")
