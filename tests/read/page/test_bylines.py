"""Who wrote an article."""

from __future__ import annotations

import pytest

from summarizer.read.page.bylines import is_byline, is_signature, names_of
from summarizer.read.page.lines import split


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Ilves",
        "by HN News Team",
        "By MARA ILVES and JON BROOK, Associated Press",
        "By Mara Ilves | October 3, 2021",
        "(mil/job)",
        "Reporting by Mara Ilves; Editing by Jon Brook",
        "Ilves reported from Arden.",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(split(line)[0])


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the bridge was open again.",
        "By the time the police came, nobody was there.",
        "By law the mayor must resign.",
        "The mayor reported from time to time to the council.",
    ],
)
def test_sentences_are_no_bylines(line: str) -> None:
    assert not is_byline(split(line)[0])


def test_signatures_stand_without_an_introduction() -> None:
    lines = ("Mara Ilves, Harbour News", "Von Mara Ilves", "Bridge closed, mayor ill")
    assert [is_signature(split(line)[0]) for line in lines] == [True, True, False]


def test_names_of() -> None:
    assert names_of("By Mara Ilves | October 3, 2021") == "Mara Ilves"
    assert names_of("Posted by Mara Ilves on Oct 3, 2021") == "Mara Ilves"


def test_names_end_where_a_role_or_an_account_is_run_in() -> None:
    assert names_of("By Mara IlvesStaff Writer") == "Mara Ilves"
    assert names_of("Mara Ilves@mara") == "Mara Ilves"
    assert names_of("By Mara Ilves m.ilves@harbour.example") == "Mara Ilves"
    assert names_of("Author:") == ""
