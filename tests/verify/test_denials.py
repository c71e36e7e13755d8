"""A denial of what a source has affirmed is a flipped polarity, a denial it reports is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.read.speech import statements
from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story
from tests.verify.fired import fired as spoken

SAID = "The ministry said that the crane in Arden had been checked and that no crack was found."


def fired(source: str, claim: str) -> bool:
    article = plain_article(1, source)
    found = statements(article.id, article.text, article.sentences, article.regions)
    story = plain_story([replace(article, statements=found)])
    return bool(check(parse(f"{claim} [1]"), story, select=("POL101",)).findings)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (SAID, True),
        ("The ministry denied that the crane in Arden had been checked.", False),
        ("The ministry said the crane in Arden had not been checked.", False),
        ("The union said the crane in Arden had been checked. The ministry disputed it.", False),
    ],
)
def test_denied(source: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert (
        fired(source, "The ministry denied that the crane in Arden had been checked.") is expected
    )


@pytest.mark.parametrize(("claim", "expected"), [("rejected", True), ("approved", False)])
def test_rejected(claim: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    source = "The council of Arden approved a plan to close the mill on Monday."
    assert fired(source, f"The council of Arden {claim} a plan to close the mill.") is expected


SOURCE = """Mill fire in Arden

Holt Mills denied that any oven had failed a test, saying that small faults were mended in days.

A spokeswoman, Lena Sorby, declined to say how old the mill was. Health director Sam Cole declined
to comment on the fire.

Tom Reyes was charged in May with taking bribes from a supplier of ovens. He has pleaded not guilty.

Council leader Ann Ode said the ministry had known of the ovens, a charge that the ministry
rejected. The bakers' union welcomed the decision of the council. A first attempt in 2015 failed.
"""


@pytest.mark.parametrize(
    "claim",
    [
        "Holt Mills said that an oven had failed a test.",
        "Holt Mills confirmed that ovens had failed a test, saying faults were mended in days.",
        "Lena Sorby, a spokeswoman, said how old the mill was.",
        "Health director Sam Cole commented on the fire.",
        "Tom Reyes, charged with taking bribes from a supplier of ovens, has pleaded guilty.",
        "Council leader Ann Ode denied that the ministry had known of the ovens.",
        "The bakers' union condemned the decision of the council.",
        "A first attempt in 2015 succeeded.",
    ],
)
def test_turned(claim: str) -> None:
    assert ("POL101", "error") in spoken(SOURCE, claim, "POL101")


@pytest.mark.parametrize(
    "claim",
    [
        "Holt Mills said that no oven had failed a test and that small faults were mended in days.",
        "Lena Sorby, a spokeswoman, would not say how old the mill was.",
        "Health director Sam Cole did not comment on the fire.",
        "Tom Reyes, charged with taking bribes from a supplier of ovens, denies the charge.",
        "The ministry denied Ann Ode's charge that it had known of the ovens.",
        "A first attempt in 2015 did not succeed.",
    ],
)
def test_not_turned(claim: str) -> None:
    assert spoken(SOURCE, claim, "POL101") == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("There were no signs of a break-in, and police were looking for suspects.", True),
        ("The bakers managed to reply to the letter.", True),
        ("There was no sign of a break-in, and no suspect was sought by police.", False),
        ("The bakers sent no reply to the letter.", False),
    ],
)
def test_one_negation_of_two(claim: str, expected: bool) -> None:  # noqa: FBT001  (a table)
    source = (
        "Mill fire in Arden\n\nThere were no signs of a break-in, and police were not looking for "
        "suspects.\n\nThe bakers failed to reply to the letter."
    )
    assert bool(spoken(source, claim, "POL101")) is expected
