"""Loaded words and verbs: whose they are, and words that only look loaded."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

SOURCE = (
    "The council of Arden sold the harbour on Monday. “It is a disgraceful sale,” said Ann Ode. "
    "The storm killed 12 people. Tom Reyes took part in the sale."
)


def found(claim: str) -> list[tuple[str, str, str]]:
    article = plain_article(1, SOURCE, titled=False)
    report = check(parse(f"{claim} [1]"), plain_story([article]), select=["NEU"])
    return [(claim[f.start : f.end], f.rule, f.level) for f in report.findings]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            "The council of Arden sold the harbour in a disgraceful sale.",
            [("disgraceful", "NEU101", "error")],
        ),
        ("Ann Ode said the council of Arden had made a disgraceful sale.", []),
        ("The sale of the harbour is disgraceful, according to what Ann Ode said.", []),
        ("Tom Reyes claimed that he took part in the sale.", [("claimed", "NEU102", "error")]),
        ("Tom Reyes maintained that he took part.", [("maintained", "NEU102", "warning")]),
        ("Tom Reyes argued that he took part in the sale.", []),
        ("The storm claimed 12 lives.", []),
        ("Tom Reyes claimed responsibility for the sale.", []),
        ("Tom Reyes was admitted to a hospital.", []),
        ("Tom Reyes admitted that he took part.", [("admitted", "NEU102", "error")]),
    ],
)
def test_whose_word_it_is(claim: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(claim) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("In a bid to shine, the council of Arden sold the harbour.", "error"),
        ("The council of Arden was bent on the sale of the harbour.", "warning"),
    ],
)
def test_motives_are_graver_than_states_of_mind(claim: str, expected: str) -> None:
    assert [(rule, level) for _, rule, level in found(claim)] == [("NEU105", expected)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ann Ode said the pier was safe. Tom Reyes claimed it was not.", "note"),
        ("Ann Ode said the pier was safe. Tom Reyes said it was not.", "warning"),
    ],
)
def test_unequal_verbs_of_the_source_are_only_noted(source: str, expected: str) -> None:
    summary = "Ann Ode said the pier was safe. [1]\n\nTom Reyes claimed it was not. [1]"
    story = plain_story([plain_article(1, source, titled=False)])
    report = check(parse(summary), story, select=["NEU103"])
    assert [each.level for each in report.findings] == [expected]
