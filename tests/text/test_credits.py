"""Lines in which a page says whose text it prints."""

from __future__ import annotations

import pytest

from summarizer.model.article import Region, Sentence
from summarizer.text.credits import credits_of

LEAD = "The ferry struck the pier in Arden on Tuesday, and three people were hurt."


def found(line: str, *, before: bool = False) -> list[tuple[str, str]]:
    """The credits of a text with this line behind or before its only sentence."""
    parts = [line, LEAD] if before else [LEAD, line]
    text = "\n\n".join(parts)
    at = text.index(LEAD)
    line_at = text.index(line)
    regions = [
        Region(start=at, end=at + len(LEAD), kind="body"),
        Region(start=line_at, end=line_at + len(line), kind="byline"),
    ]
    sentences = [Sentence(id="s1.1", start=at, end=at + len(LEAD))]
    return [(each.share, each.name) for each in credits_of(text, regions, sentences)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("This article was first published by the Arden Times.", "Arden Times"),
        ("This story originally appeared on Harbour News.", "Harbour News"),
        ("Republished with permission from the Arden Post", "Arden Post"),
        ("Source: https://www.ardennews.example/world/ferry", "ardennews.example"),
        ("Source: AFP", "AFP"),
        ("© 2016 The Associated Press. All rights reserved.", "Associated Press"),
        ("Distributed by Tribune News Service", "Tribune News Service"),
    ],
)
def test_the_whole_text_is_of_another(line: str, name: str) -> None:
    assert found(line) == [("whole", name)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Reuters contributed to this report.", ["Reuters"]),
        ("Associated Press writer Ana Reis contributed to this report.", ["Associated Press"]),
        ("Ana Reis and Jon Berg of Harbour News contributed reporting.", ["Harbour News"]),
        ("(With inputs from PTI and ANI)", ["PTI", "ANI"]),
        ("(With inputs from agencies)", [""]),
        ("Material from the Associated Press was used in this report.", ["Associated Press"]),
    ],
)
def test_another_helped_with_a_part(line: str, names: list[str]) -> None:
    assert found(line) == [("part", name) for name in names]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Reis contributed to this report.",
        "The footage first published by the Arden Times shows the pier.",
        "Copyright 2016 by the authors",
        "Fog contributed to this accident, the harbour master said.",
        "Read the original letter.",
    ],
)
def test_what_names_no_medium_or_tells_of_something_is_no_credit(line: str) -> None:
    assert found(line) == []


def test_an_agency_signs_behind_the_last_full_stop() -> None:
    text = f"{LEAD} (ANI)"
    regions = [Region(start=0, end=len(text), kind="body")]
    sentences = [Sentence(id="s1.1", start=0, end=len(text))]
    assert [(c.share, c.name) for c in credits_of(text, regions, sentences)] == [("whole", "ANI")]


def test_a_source_line_within_the_text_is_that_of_a_table() -> None:
    line = "Source: Harbour News"
    text = f"{LEAD}\n\n{line}\n\n{LEAD}"
    spans = [(0, len(LEAD)), (len(text) - len(LEAD), len(text))]
    sentences = [Sentence(id=f"s1.{n}", start=a, end=b) for n, (a, b) in enumerate(spans, 1)]
    start = text.index(line)
    regions = [Region(start=start, end=start + len(line), kind="boilerplate")]
    assert credits_of(text, regions, sentences) == ()
