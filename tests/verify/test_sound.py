"""Sound sentences of certain kinds raise no alarm, and the faults beside them are still found."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story
from tests.verify.fired import fired

PLANS = """Mill of Arden

Ann Ode, the head of the Bakers' League, announced that her league would print 900 posters.

The mayor expects a report on the fire within ten days. The mill makes bread as planned, Tom Reyes
said. The firm expects a profit of 20 to 25 million marks this year.

Engineer Ivo Lund thought the oven the likely cause of the blaze.
"""


@pytest.mark.parametrize(
    ("claim", "rule", "expected"),
    [
        ("Ode's league wants to print 900 posters.", "ATT101", []),
        ("The league will print 900 posters.", "ATT101", ["error"]),
        ("The mayor wants a report on the fire within ten days.", "MOD101", []),
        ("The firm's forecast is a profit of 20 to 25 million marks this year.", "MOD101", []),
        ("The firm made a profit of 20 to 25 million marks this year.", "MOD101", ["error"]),
        (
            "Ivo Lund thinks the oven the likely cause of the blaze but is not certain.",
            "MOD101",
            [],
        ),
        ("Ivo Lund said the oven was certainly the cause of the blaze.", "MOD101", ["error"]),
    ],
)
def test_plans_and_certainty(claim: str, rule: str, expected: list[str]) -> None:
    assert [level for _, level in fired(PLANS, claim, rule)] == expected


@pytest.mark.parametrize(
    ("source", "claim", "rule", "expected"),
    [
        (
            "It was the first time that a crew of Arden was beaten at home since the flood year.",
            "The last time a crew of Arden was beaten at home was the flood year.",
            "POL101",
            [],
        ),
        (
            "It was the first time that a crew of Arden was beaten at home.",
            "It was the last time that a crew of Arden was beaten at home.",
            "POL101",
            ["error"],
        ),
        (
            "The order to boil water in Arden and two villages was lifted on Sunday.",
            "People in Arden and two villages no longer have to boil water since Sunday.",
            "POL101",
            [],
        ),
        (
            "The order to boil water in Arden and two villages was renewed on Sunday.",
            "People in Arden and two villages no longer have to boil water since Sunday.",
            "POL101",
            ["error"],
        ),
        (
            "“We kept the gate shut,” Tom Reyes told UNA by letter, of the flood in Arden.",
            "Tom Reyes told the United News Agency that they kept the gate shut in the flood.",
            "ATT103",
            [],
        ),
        (
            "Ann Ode told a jury in Arden on Monday that she had never ordered the gate shut.",
            "Ann Ode denied on Monday that she had ever told anyone that the gate be shut.",
            "ATT103",
            [],
        ),
        (
            "“We kept the gate shut,” Tom Reyes told UNA by letter, of the flood in Arden.",
            "Tom Reyes told the Belmar Courier that they kept the gate shut in the flood.",
            "ATT103",
            ["error"],
        ),
        (
            "Foreign Minister Ann Ode said that Arden had agreed to no exchange of prisoners.",
            "Arden's foreign minister, Ann Ode, denied that an exchange of prisoners was agreed.",
            "SPK102",
            [],
        ),
        (
            "Ann Ode, the foreign minister of Belmar, said that no exchange had been agreed.",
            "Arden's foreign minister, Ann Ode, said that no exchange had been agreed.",
            "SPK102",
            ["error"],
        ),
    ],
)
def test_other_words_for_it(source: str, claim: str, rule: str, expected: list[str]) -> None:
    assert [level for _, level in fired(source, claim, rule)] == expected


@pytest.mark.parametrize(
    ("source", "claim", "expected"),
    [
        ("In the course of seven years 40 boats sank.", "Over seven years, 40 boats sank.", []),
        ("He had fished for seven years.", "He had fished for over seven years.", ["NUM103"]),
        ("People over 60 may ride for free.", "The over-60s may ride for free.", []),
        ("People under 60 may ride for free.", "The over-60s may ride for free.", ["NUM103"]),
    ],
)
def test_over(source: str, claim: str, expected: list[str]) -> None:
    assert sorted({rule for rule, _ in fired(source, claim, "NUM103")}) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The rooms had 10 degrees, where the law requires 20. [1]", set()),
        ("The rooms had 10 degrees, where the law requires 22. [1]", {"NUM104"}),
    ],
)
def test_what_a_bare_figure_counts_is_understood(claim: str, expected: set[str]) -> None:
    first = plain_article(1, "The rooms had 10 degrees. The law requires 20 degrees.")
    other = plain_article(2, "The law says 20, a lawyer said. The lawyers want 22.")
    findings = check(parse(claim), plain_story([first, other]), select=("NUM104",)).findings
    assert {finding.rule for finding in findings} == expected
