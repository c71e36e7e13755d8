"""Place, date and agency before the first sentence of a report."""

from __future__ import annotations

import pytest

from summarizer.read.page.datelines import find_dateline, is_dateline

REST = "The bridge was closed for two weeks on Friday."


@pytest.mark.parametrize(
    ("prefix", "place", "source"),
    [
        ("ARDEN (AP) — ", "ARDEN", "AP"),
        ("ARDEN (Northline) – ", "ARDEN", "Northline"),
        ("ARDEN, Oct 3 (Reuters) - ", "ARDEN, Oct 3", "Reuters"),
        ("ARDEN, Mass. — ", "ARDEN, Mass.", None),
        ("Arden, Harbour News Online – ", "Arden", "Harbour News Online"),
        ("Arden [Ruritania]: ", "Arden [Ruritania]", None),
        ("New Arden: ", "New Arden", None),
        ("Arden – ", "Arden", None),
        ("(CNN) -- ", None, "CNN"),
        ("(Reuters) - ", None, "Reuters"),
        ("ARDEN, June 24 /TASS/. ", "ARDEN, June 24", "TASS"),
        ("TASS - ", None, "TASS"),
        ("Arden (AP) ", "Arden", "AP"),
        ("New Arden (ANB)", "New Arden", "ANB"),
    ],
)
def test_find_dateline(prefix: str, place: str | None, source: str | None) -> None:
    text = prefix + REST
    found = find_dateline(text, 0, len(text), first=True)
    assert found is not None
    assert (found.end, found.place, found.source) == (len(prefix), place, source)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor — who was ill — said the bridge was closed on Friday.",
        "Analysis: The bridge in the middle of the city was closed on Friday.",
        "Mara Ilves, The Great Bridge: A history of the river and its towns.",
        "On Friday, the mayor said: The bridge in the city will be closed.",
        "Nobody was hurt - so far, said the mayor of the city on Friday.",
        "Ann Ode (Arden Savings) The bridge in the city was closed on Friday.",
        "Ann Ode (NR): The bridge in the city was closed on Friday.",
        "The mayor (LMP) The bridge in the city was closed on Friday.",
    ],
)
def test_sentences_are_no_datelines(text: str) -> None:
    assert find_dateline(text, 0, len(text), first=True) is None


def test_weak_forms_count_only_in_the_first_paragraph() -> None:
    text = "Arden – " + REST
    assert find_dateline(text, 0, len(text), first=False) is None


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    assert [
        is_dateline(x) for x in ("ARDEN, Fla. -", "NEW ARDEN (AP)", "Main Street, Arden, NC")
    ] == [
        True,
        True,
        False,
    ]
