"""Nobody counts more than the source does."""

from __future__ import annotations

import pytest

from tests.verify.fired import fired

SOURCE = """Mill fire in Arden

Three of the town's five mills failed a test in March, the union said.

A few of Ann Ode's colleagues in the council asked her to step down over the fire.

The order closed a series of public halls in the valley until May. At a meeting, Tom Reyes said two
of the bakers were in good health, while two were still badly hurt. All the bakers had left.

Ode called the plan a full return to normal work within a month. At most ten bakers came.
The owners pay ten talers a week for the halls. None of the guards came to the hall.
"""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("All five of the town's mills failed a test in March, the union said.", "error"),
        ("Most of Ann Ode's colleagues in the council asked her to step down.", "error"),
        ("The order closed all public halls in the valley until May.", "error"),
        ("Tom Reyes said all of the bakers were in good health.", "error"),
        ("The union said each of the mills failed a test in March.", "error"),
        ("The order closed public halls in every valley until May.", "warning"),
        ("Some of the guards came to the hall.", "error"),
        ("Some of Ann Ode's colleagues asked her to step down over the fire.", "error"),
    ],
)
def test_widened(claim: str, expected: str) -> None:
    assert fired(SOURCE, claim, "MOD102") == [("MOD102", expected)]


@pytest.mark.parametrize(
    "claim",
    [
        "Three of the five mills in the town failed a test in March, the union said.",
        "All the bakers of Arden had left.",
        "Ann Ode said work would be fully normal again within a month.",
        "At most ten bakers came to hear the plan for a return to normal work.",
        "A number of public halls in the valley were closed until May.",
        "The owners pay ten talers each week for the halls.",
    ],
)
def test_not_widened(claim: str) -> None:
    assert fired(SOURCE, claim, "MOD102") == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The plan was hailed by all as the best since 2015.", [("MOD102", "error")]),
        ("Each of them sold bread, the council said.", []),
        ("Thousands of people marched through the town.", [("MOD102", "error")]),
    ],
)
def test_pronouns_and_crowds(claim: str, expected: list[tuple[str, str]]) -> None:
    source = (
        "Bakers march in Arden\n\nThe plan was hailed by some as the best since 2015.\n\n"
        "Every one of them sold bread, the council said.\n\nHundreds of people marched through "
        "the town."
    )
    assert fired(source, claim, "MOD102") == expected
