"""A body is called by the head of its name in one source and in full in another."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.propositions.entities import names_meet
from tests.invented import told

SHORT = "Vote on tolls\nMembers of the House voted on Monday to keep the bridge toll of Arden."
FULL = "Vote on tolls\nThe House of Elders voted on Monday to keep the toll of the bridge in Arden."


@pytest.mark.parametrize(
    ("name", "expected"), [("House of Elders", []), ("Court of Elders", ["ENT101"])]
)
def test_the_head_of_a_name_stands_for_it(name: str, expected: list[str]) -> None:
    story = told(
        ("Arden Times", "2026-03-04", SHORT),
        ("Holt Post", "2026-03-04", FULL + " The Court of Elders did not sit."),
    )
    text = f"# Vote [1][2]\n\nMembers of the {name} voted on Monday to keep the bridge toll. [1]\n"
    report = check(parse(text), story, select=("ENT101",))
    assert [each.rule for each in report.findings if each.claim == 0] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("H.W.W.", "Holt Water Works Council", "open"),
        ("Holt Water Works", "HWW", "same"),
        ("Arden Bakers", "Holt Water Works Council", "other"),
        ("Ann Ode", "Ann Reyes", "open"),
    ],
)
def test_names_that_may_mean_the_same(one: str, other: str, expected: str) -> None:
    assert names_meet(one, other) == names_meet(other, one) == expected
