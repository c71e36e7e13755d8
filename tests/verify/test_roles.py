"""What a claim says somebody is, beside what the source says of the person."""

from __future__ import annotations

import pytest

from summarizer.verify.roles import office
from tests.verify.fired import fired

SOURCE = """Mill fire in Arden

The deputy transport minister, Ida Brandt, said the council may close the mill. Ida Brandt spoke to
the accident board's acting chair, Ilse Marrant, on Monday.

Council Minority Leader Tom Reyes blamed the owners. “They knew,” said Milo Karst, 41, a former
driver who left Holt Mills last year. Anna Rook, a nurse who lives near the mill, saw the flames.

Karl Emmer, the president of the Bakers Union, and Holt Mills spokesman Ben Alder met on Tuesday.
The fire chief, Max Stone, came late. The Harbour Bank paid for the new roof.
"""


@pytest.mark.parametrize(
    ("phrase", "head", "change"),
    [
        ("the acting chair of the board", "chair", "acting"),
        ("Council Minority Leader", "leader", "minority"),
        ("formerly a state lawmaker", "lawmaker", "former"),
        ("one of the mayor's lawyers", "lawyers", ""),
        ("an ex-driver", "driver", "former"),
    ],
)
def test_office(phrase: str, head: str, change: str) -> None:
    found = office(phrase)
    assert found is not None
    assert (found.head, found.change) == (head, change)


@pytest.mark.parametrize("phrase", ["a house of the mayor", "a long speech"])
def test_no_office(phrase: str) -> None:
    assert office(phrase) is None


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The transport minister, Ida Brandt, said the council may close the mill.", "error"),
        ("Transport Minister Ida Brandt said the council may close the mill.", "error"),
        ("Chair Ilse Marrant of the accident board met Ida Brandt on Monday.", "error"),
        ("Ilse Marrant, the chair of the accident board, met Ida Brandt on Monday.", "error"),
        ("Council Majority Leader Tom Reyes blamed the owners.", "error"),
        ('"They knew," said Milo Karst, a driver at Holt Mills.', "error"),
        ("Anna Rook, a baker who lives near the mill, saw the flames.", "error"),
        ("His lawyer, Max Stone, came late.", "error"),
        ("Karl Emmer, the president of the Harbour Bank, met Ben Alder on Tuesday.", "error"),
        ("Ben Alder, a spokesman for Karl Emmer, met him on Tuesday.", "error"),
        ("Karl Emmer, a former president of the Bakers Union, met Ben Alder.", "warning"),
    ],
)
def test_wrong_role(claim: str, expected: str) -> None:
    assert fired(SOURCE, claim, "SPK102") == [("SPK102", expected)]


@pytest.mark.parametrize(
    "claim",
    [
        "Deputy Transport Minister Ida Brandt said the council may close the mill.",
        "Ilse Marrant, the board's acting chair, met Ida Brandt on Monday.",
        "Tom Reyes, the council's minority leader, blamed the owners.",
        '"They knew," said Milo Karst, who was once a driver at Holt Mills.',
        "The nurse Anna Rook saw the flames.",
        "Ben Alder, a spokesman for Holt Mills, met the union's president, Karl Emmer.",
        "Karl Emmer, a union official, met Ben Alder on Tuesday.",
        "Max Stone, chief of the firefighters, came late.",
        "Ben Alder, a spokesman for the Holt Mills Company, met Karl Emmer on Tuesday.",
        "City Fire Chief Max Stone came late.",
    ],
)
def test_right_role(claim: str) -> None:
    assert fired(SOURCE, claim, "SPK102", "ENT101") == []


MEANT = (
    "Mill fire in Arden\n\n"
    "Tom Reyes, the mayor’s pick for fire chief, spoke. Ms. Ode’s chief lawyer, Max Stone, came "
    "late. Representative Bo Lind left the hall at noon, before Holt Mills spoke in Arden. Istmoor "
    "Foreign Minister Ida Brandt spoke."
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Tom Reyes, the fire chief, spoke.", [("SPK102", "error")]),
        ("Tom Reyes, the pick for fire chief, spoke.", []),
        ("Max Stone, Holt's chief lawyer, came late.", [("SPK102", "error")]),
        ("Max Stone, Ode's chief lawyer, came late.", []),
        ("Istmoor's foreign minister, Ida Brandt, spoke.", []),
        ("Ida Brandt, foreign minister since May, spoke.", []),
        ("Senator Bo Lind left the hall at noon.", [("SPK102", "error")]),
        ("Congressman Bo Lind left the hall at noon.", []),
    ],
)
def test_offices_to_come_of_others_and_of_other_houses(
    claim: str, expected: list[tuple[str, str]]
) -> None:
    assert fired(MEANT, claim, "SPK102") == expected


PARTY = (
    "Mill fire in Arden\n\n"
    "“They knew,” said Sen. Tom Reyes, D-Belmar. Rep. Ann Ode, the senior Republican on the "
    "housing committee, and former Rep. Max Stone spoke. Mayor Lena Sorby left the hall at noon."
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Senator Tom Reyes, a Belmar Republican, spoke.", [("SPK102", "error")]),
        ("Senator Tom Reyes, a Belmar Democrat, spoke.", []),
        ("Ann Ode, the senior Democrat on the housing committee, spoke.", [("SPK102", "error")]),
        ("Rep. Max Stone spoke.", [("SPK102", "error")]),
        ("Lena Sorby, a Democrat, left the hall at noon.", []),
    ],
)
def test_parties_and_short_titles(claim: str, expected: list[tuple[str, str]]) -> None:
    assert fired(PARTY, claim, "SPK102") == expected
