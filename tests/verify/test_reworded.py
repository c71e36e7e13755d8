"""Right sentences in other words pass, and the same with a fault in them do not."""

from __future__ import annotations

import pytest

from tests.verify.fired import fired

PLAN = """Council plan for Arden

The council plan would reduce noise; it is proposing a fund to help mills hire up to 40 guards.

A vote on the plan took place before the case went to trial. Ann Ode left the board because of a
dispute over whether to give the bakers some form of healthcare.

The median length of a loaf over the summer was 3.8 inches.
"""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Ann Ode left the board after a dispute over health care for the bakers.", []),
        ("Ann Ode left the board after a dispute over wages for the bakers.", ["error"]),
        ("There was a pretrial vote on the plan.", []),
        ("Over the summer the median length of bakers' loaves was 3.8 inches.", []),
        ("Before the announcement, Ann Ode left the board because of a dispute.", []),
        ("Ann Ode left the board in a stormy session because of a dispute.", ["error"]),
    ],
)
def test_details(claim: str, expected: list[str]) -> None:
    assert [level for _, level in fired(PLAN, claim, "SUP101")] == expected


def test_what_a_plan_would_do_is_no_fact() -> None:
    would = "Under the council plan, mills would get help to hire up to 40 guards."
    does = "The council helps mills hire up to 40 guards."
    assert fired(PLAN, would, "MOD101") == []
    assert fired(PLAN, does, "MOD101") == [("MOD101", "error")]


def test_a_hedge_as_strong_as_the_source_has_for_it() -> None:
    source = "Mr. Reyes is not running against Ann Ode, who plans to seek a seventh term in May."
    claim = "Mr. Reyes is not up against Ann Ode, whose plan is to run in May for a seventh term."
    assert fired(source, claim, "MOD101") == []


def test_who_is_urged_is_there() -> None:
    source = "Ann Ode urged the bakers in her party not to criticize the council over the vote."
    assert fired(source, "Bakers in her party criticized the council.", "MOD101") != []
    assert fired(source, "The bakers of Arden are with Ann Ode over the vote.", "MOD101") == []


def test_what_somebody_is_told_is_no_detail() -> None:
    source = """“Mr. Mayor, I think people would be served better if we don't keep interrupting each
    other,” Ann Ode said to Tom Reyes."""
    told = "Ann Ode told Tom Reyes that she thought interruptions by either would serve nobody."
    assert fired(source, told, "SUP101") == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The appeal notes that Arden announced a holiday while jurors sat.", []),
        ('Ann Ode used the word "dreadful" of the bridge that the council had praised.', []),
        ("Arden announced a holiday while the jurors sat.", [("ATT101", "error")]),
    ],
)
def test_documents_and_words_that_are_quoted_are_credited(
    claim: str, expected: list[tuple[str, str]]
) -> None:
    source = """Lawyers appeal in Arden

Lawyers for Tom Reyes appealed on Monday.

Their filing argues that Arden announced a holiday while jurors sat.

Ann Ode said that the "dreadful" bridge, which the council had praised, was unsafe.
"""
    assert fired(source, claim, "ATT101") == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The best fifth had a 36 percent higher risk of fire than the last.", []),
        ("The best fifth had a 36 percent higher risk of flood.", [("NUM106", "error")]),
    ],
)
def test_a_figure_with_all_that_it_counts(claim: str, expected: list[tuple[str, str]]) -> None:
    source = """Compared with the last fifth of the mills, the best had a 78 percent higher risk
    of flood, a 17 percent higher risk of theft and a 36 percent higher risk of fire."""
    assert fired(source, claim, "NUM106") == expected


def test_one_figure_rounded_in_two_ways() -> None:
    source = """Cost of the bridge

According to Tom Reyes, $1.1 million is the estimated cost of the plan to mend the bridge. “It is
$1,071,872.87, to be exact, though this is more a guess than exact.”
"""
    claim = "Tom Reyes estimated that the planned mending of the bridge would cost $1.07 million."
    assert fired(source, claim, "NUM106") == []


def test_a_figure_of_the_name_before_it() -> None:
    source = """Ferries of Arden load by zone using only two gates while Ferries of Holt splits the
    difference and loads with four."""
    assert fired(source, "Ferries of Holt loads with four gates.", "NUM106") == []
    assert fired(source, "Ferries of Arden load with four gates.", "NUM106") != []


def test_a_spokesman_for_an_officer() -> None:
    source = """House vote in Arden

“We will look at it,” Ode spokesman Tom Reyes said.

The rules are old. The vote was in May. House Speaker Ann Ode declined to comment on Wednesday.
"""
    claim = 'Tom Reyes, a spokesman for House Speaker Ann Ode, said "we will look at it".'
    assert fired(source, claim, "SPK102") == []


def test_the_adjective_of_a_party() -> None:
    source = "Former Senator Ann B. Ode, Democrat of Holt, said the program is an important issue."
    claim = "Ann Ode, the former {} senator from Holt, said the program is an important issue."
    assert fired(source, claim.format("Democratic"), "SPK102") == []
    assert fired(source, claim.format("Republican"), "SPK102") == [("SPK102", "error")]


def test_the_speaker_behind_the_cue_is_not_told() -> None:
    source = "“It is important to bake,” said the lead author, Dr. Ann Ode, a baker, “and to rest.”"
    claim = '"It is important to bake," said the lead author, Dr. Ann Ode, a baker, "and to rest".'
    assert fired(source, claim, "SUP103") == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Tom Reyes asked both, and moved from one topic to the next.", []),
        ("Group two is boarding through gate 1.", []),
        ("The guards let groups not boarding stand.", []),
    ],
)
def test_what_is_denied_of_others(claim: str, expected: list[tuple[str, str]]) -> None:
    source = """Group one and two will load through gate 1. Those not boarding will be asked to stay
    seated. No one left, and Tom Reyes asked both and changed topics."""
    assert fired(source, claim, "POL101") == expected


def test_who_was_born_where() -> None:
    source = "Tom Reyes, a Costa Rican-born baker, will stand for the council of Arden."
    assert fired(source, "Tom Reyes was born in Costa Rica.", "ENT101") == []
    assert fired(source, "Tom Reyes was born in Costa Brava.", "ENT101") == [("ENT101", "error")]
