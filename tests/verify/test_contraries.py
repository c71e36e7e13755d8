"""Little words and modals that turn a fact round, and phrases joined to it."""

from __future__ import annotations

import pytest

from tests.verify.fired import fired

SOURCE = """Mill deal in Arden

Ann Ode voted against the mill deal on Monday. Tom Reyes apologized to Ode in person.

None of the money will come from the flood fund, the mayor said. Holt was the final stop of the
tour. The bridge was wet due to the rain. The closure could come from an old law.

The remark might fire up the base of the party, Tom Reyes said. He has won last.

The guild told members by email and in letters on Monday that they could vote.
"""


@pytest.mark.parametrize(
    "claim",
    [
        "Ann Ode voted for the mill deal on Monday.",
        "Tom Reyes got an apology from Ode in person.",
        "Some of the money will come from the flood fund, the mayor said.",
        "Holt was the first stop of the tour.",
    ],
)
def test_turned_round(claim: str) -> None:
    assert ("POL101", "error") in fired(SOURCE, claim, "POL101")


@pytest.mark.parametrize(
    "claim",
    [
        "Against the mill deal Ann Ode voted on Monday.",
        "Tom Reyes offered an apology to Ode in person.",
        "The flood fund will give none of the money, the mayor said.",
        "The last stop of the tour was Holt.",
        "The bridge was wet from the rain.",
        "Tom Reyes won first.",
    ],
)
def test_kept(claim: str) -> None:
    assert fired(SOURCE, claim, "POL101") == []


@pytest.mark.parametrize(
    ("modal", "expected"), [("would", [("MOD101", "error")]), ("could", []), ("may", [])]
)
def test_modals_of_other_verbs(modal: str, expected: list[tuple[str, str]]) -> None:
    claim = f"Tom Reyes said that the remark {modal} energize the base of the party."
    assert fired(SOURCE, claim, "MOD101") == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The guild told members by email, in letters and on posters that they could vote.", True),
        ("The guild told members by email and radio advertisements that they could vote.", True),
        ("The guild told members by email and in letters that they could vote.", False),
        ("On Monday members were told by email and letter that they could vote.", False),
    ],
)
def test_one_more_thing(claim: str, *, expected: bool) -> None:
    assert bool(fired(SOURCE, claim, "SUP101")) == expected


def test_who_says_it_stands_last() -> None:
    source = "Her work got worse after the mill began to strike back at her, her lawyers argued."
    plain = "Her work got worse after the mill began to strike back at her in Arden."
    said = "Her lawyers said that her work got worse after the mill began to strike back."
    assert fired(source, plain, "ATT101") == [("ATT101", "error")]
    assert fired(source, said, "ATT101") == []


def test_whom_lawyers_speak_for_is_not_who_speaks() -> None:
    source = "Lawyers for the baker Tom Reyes say he deserves a new trial because jurors had rage."
    claim = "The baker Tom Reyes deserves a new trial because jurors had rage."
    assert fired(source, claim, "ATT101") == [("ATT101", "error")]
    assert fired(source, f"Lawyers say: {claim[:-1]}.", "ATT101") == []


def test_a_group_in_a_relative_clause() -> None:
    source = """Wall of Arden

The funding of the wall comes to 8 million crowns, approved by the council.

That will buy the town some 234 yards of wall, a senior town official told reporters on Friday.
"""
    claim = "Funding comes to 8 million crowns, which {} said would buy some 234 yards of wall."
    assert fired(source, claim.format("senior officials"), "ATT104") == [("ATT104", "error")]
    assert fired(source, claim.format("a senior official"), "ATT104") == []


@pytest.mark.parametrize(
    "cut",
    [
        "it would be my aim to mend the lock of Arden",
        "we need to be careful about the lock of Arden",
        "the wall would fall within days of that",
    ],
)
def test_conditions_and_hedges_before_a_cut(cut: str) -> None:
    source = """Lock of Arden

“Assuming that the mill stays open, it would be my aim to mend the lock of Arden,” Ann Ode said.

“Our findings suggest that we need to be careful about the lock of Arden,” Ann Ode said.

“I am sure that if the lock broke, the wall would fall within days of that,” Ann Ode said.
"""
    assert fired(source, f'Ann Ode said: "{cut}".', "QUO105") == [("QUO105", "error")]
