"""Lines that name outlet and day are read; places, writers, sections and sentences are left."""

from __future__ import annotations

import pytest

from summarizer.read.metadata import Description, describe
from summarizer.read.page.clean import clean
from summarizer.read.page.imprint import Imprint, imprint
from summarizer.read.raw import Given, Raw

DAY = "2025-03-14"
TITLE = "Four hurt as bus leaves road near Tarn Hill"
LEAD = (
    "Four people were hurt when a bus left the road near Tarn Hill on Friday, Dana Orwell said.\n\n"
    "The bus, bound for Ostrey, slid into a ditch. The road had been closed for an hour by then.\n"
)


def described(*top: str) -> Description:
    """What an article with these lines at the top says of itself."""
    raw = Raw(text="\n".join((*top, "", LEAD)), path=None, sha256="", given=Given())
    return describe(raw, clean(raw))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Marlow Gazette | 14 March 2025", "Marlow Gazette"),
        ("Marlow Gazette, 14 March 2025", "Marlow Gazette"),
        ("Marlow Gazette (14 March 2025)", "Marlow Gazette"),
        ("Marlow Gazette: Friday, March 14, 2025", "Marlow Gazette"),
        ("Published: 14 March 2025 at 07:30 | Marlow Gazette", "Marlow Gazette"),
        ("Source: Marlow Gazette, 2025-03-14", "Marlow Gazette"),
        ("*Marlow Gazette, 14 March 2025*", "Marlow Gazette"),
        ("Radio Tarn, 14.03.2025", "Radio Tarn"),
        ("The Tarn | 14 March 2025", "The Tarn"),
        ("BBC News, 14 March 2025", "BBC News"),
        ("marlow-gazette.example | 14 March 2025", "marlow-gazette.example"),
    ],
)
def test_outlet_and_day(line: str, outlet: str) -> None:
    assert imprint(line) == Imprint(DAY, outlet, None, None)
    below, above = described(TITLE, line), described(line, "", TITLE)
    assert (below.title, below.outlet, below.published) == (TITLE, outlet, DAY)
    assert (above.title, above.outlet, above.published) == (TITLE, outlet, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Ilves | Marlow Gazette | 14 March 2025",
        "By Mara Ilves, Marlow Gazette, 14 March 2025",
        "Sarah Ilves | Marlow Gazette | 14 March 2025",
    ],
)
def test_writer_outlet_and_day(line: str) -> None:
    found = described(TITLE, line)
    assert (found.title, found.outlet, found.published) == (TITLE, "Marlow Gazette", DAY)
    assert (found.byline or "").split()[1:] == ["Ilves"]


def test_an_agency() -> None:
    assert imprint("Reuters, 14 March 2025") == Imprint(DAY, "Reuters", "Reuters", None)


@pytest.mark.parametrize(
    "line",
    [
        "Port Ansel, 14 March 2025",
        "Tarn Hill, Friday, 14 March 2025",
        "The Hague | 14 March 2025",
        "Mara Ilves | 14 March 2025",
        "Staff Reporter | 14 March 2025",
        "Local News | 14 March 2025",
        "Breaking News, 14 March 2025",
        "News Release | 14 March 2025",
        "The paper mill, 14 March 2025",
        "Weekly for the coast — Friday, 14 March 2025",
        "Updated: 14 March 2025",
    ],
)
def test_other_names_before_a_date_are_no_outlet(line: str) -> None:
    assert described(TITLE, line).outlet is None
    assert described(TITLE, line).title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "On 14 March 2025, the Post burned down.",
        "Marlow Gazette burned down on 14 March 2025",
        "The Marlow Gazette",
        "Marlow Gazette, Friday",
    ],
)
def test_what_is_no_imprint(line: str) -> None:
    assert imprint(line) is None


def test_an_outlet_and_a_section_below_the_title() -> None:
    assert described(TITLE, "Marlow Gazette | Local news").outlet == "Marlow Gazette"


def test_a_place_and_a_day_are_a_title_where_there_is_no_other() -> None:
    assert described("Port Ansel, 14 March 2025").title == "Port Ansel, 14 March 2025"
    assert described("Port Ansel, 14 March 2025", "", TITLE).title == TITLE
