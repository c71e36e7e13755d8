"""Who says it in a claim, one or several, and by which route it came."""

from __future__ import annotations

import pytest

from summarizer.verify import parse
from summarizer.verify.pairs import plain_article, plain_story
from summarizer.verify.plurality import number_of
from summarizer.verify.view import DocumentView, Library
from tests.verify.fired import fired

SOURCE = """Mill fire in Arden

One baker, who asked not to be named because she still works at the mill, told Radio Belmar that the
ovens had groaned for weeks.

A police official said the driver of the lorry was likely to be heard later this week.

“Some of us are angry and most of us are tired,” said Anna Rook, a nurse who lives near the mill.
Rook, who saw the fire from her window, said the flames were as high as the church tower.

The guard was named as Tom Reyes by the Belmar Courier. Karl Emmer, the union's leader, told the
council that the firm had hidden its records of the ovens. Bakers said the bread was lost.
Holt Mills said the ovens were cold.

“We left by the back door,” Milo Karst said, after the mayor, Ann Ode, had spoken to him.
"""


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("aides to the mayor", "several"),
        ("law officers briefed on the fire", "several"),
        ("members of her staff", "several"),
        ("two of her aides", "several"),
        ("a police source", "one"),
        ("one of her aides", "one"),
        ("Councillor Ann Ode", "one"),
        ("the ministry", None),
        ("Ann Ode and Tom Reyes", None),
        ("Ms Ode's account", None),
    ],
)
def test_number(phrase: str, expected: str | None) -> None:
    assert number_of(phrase) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Ode, the mayor, has repeatedly said it was safe.", ["Ann Ode"]),
        ("On Monday, the ministry said it was safe.", ["the ministry"]),
        ("It was safe, said Tom Reyes, an engineer, on Monday.", ["Tom Reyes"]),
        ("It was safe, bakers close to the firm said.", ["bakers close to the firm"]),
        ("It was safe, according to a person close to the firm.", ["a person close"]),
        ("Help came from Ann Ode, who said it was safe.", ["Ann Ode"]),
        ("Her comments were read, and she said it was safe.", []),
    ],
)
def test_speakers_of_a_claim(text: str, expected: list[str]) -> None:
    story = plain_story([plain_article(1, text)])
    claim = DocumentView(parse(f"{text} [1]"), Library(story)).claims[0]
    assert [said.text for said in claim.sayings] == expected


@pytest.mark.parametrize(
    "claim",
    [
        "Bakers told Radio Belmar that the ovens had groaned for weeks.",
        "Police officials said the driver of the lorry was likely to be heard later this week.",
        'Residents said: "Some of us are angry and most of us are tired."',
        "People who live near the mill said the flames were as high as the church tower.",
        "The mill burned down, which police officials said the driver was likely to be heard on.",
    ],
)
def test_one_made_several(claim: str) -> None:
    assert fired(SOURCE, claim, "ATT104") == [("ATT104", "error")]


@pytest.mark.parametrize(
    "claim",
    [
        "A baker told Radio Belmar that the ovens had groaned for weeks.",
        "Neighbours such as Anna Rook said the flames were as high as the church tower.",
        "Bakers said that the bread had been lost.",
        "Holt Mills managers said the ovens were cold.",
    ],
)
def test_not_made_several(claim: str) -> None:
    assert fired(SOURCE, claim, "ATT104") == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("A baker told investigators that the ovens had groaned for weeks.", "error"),
        ("A baker told the Valley Gazette that the ovens had groaned for weeks.", "error"),
        ("Karl Emmer told reporters that the firm had hidden its records of the ovens.", "error"),
        ("The guard was named as Tom Reyes by the police, the council said.", "error"),
        ("The guard was named as Tom Reyes.", "warning"),
    ],
)
def test_route_changed(claim: str, expected: str) -> None:
    assert fired(SOURCE, claim, "ATT103") == [("ATT103", expected)]


@pytest.mark.parametrize(
    "claim",
    [
        "A baker told Radio Belmar that the ovens had groaned for weeks.",
        "Karl Emmer told the town's council that the firm had hidden its records of the ovens.",
        "The guard was named by the Belmar Courier as Tom Reyes.",
        "Ann Ode told Milo Karst that he could leave.",
    ],
)
def test_route_kept(claim: str) -> None:
    assert fired(SOURCE, claim, "ATT103") == []


def test_quotation_of_another_whom_the_paragraph_names() -> None:
    source = (
        "Mill fire in Arden\n\n"
        "“We left by the back door of the mill,” said the baker Milo Karst. Ann Ode, the mayor of "
        "Arden, had come by car. Ann Ode left at noon."
    )
    claim = 'Ann Ode said: "We left by the back door of the mill."'
    assert fired(source, claim, "SPK103") == [("SPK103", "error")]
