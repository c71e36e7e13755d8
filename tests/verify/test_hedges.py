"""What holds a statement back stays: hedges of words and of clauses, words of certainty."""

from __future__ import annotations

import pytest

from tests.verify.fired import fired

SOURCE = """Mill fire in Arden

Holt Mills said it was investigating whether a warning had reached the night watch of the mill.

The deputy mayor, Ann Ode, said the council may order all mills in the valley to stop work.

Holt Mills intends to pay the families of the two bakers. Prosecutors are considering whether to
charge the firm with negligence.

Tom Reyes was charged in May with taking bribes from a supplier of ovens. He pleaded not guilty.

The council could not confirm that a second mill had burned. Bakers believe the fire began in the
loft, Ode said. The gates were opened on Monday so that repairs may go on.

A fund intended to rebuild the mill has been set up. Its rules are aimed at young bakers, Ode said.
"""


@pytest.mark.parametrize(
    "claim",
    [
        "Holt Mills said that a warning had reached the night watch of the mill.",
        "Holt Mills found that no warning had reached the night watch of the mill.",
        "The deputy mayor, Ann Ode, said the council will order all mills in the valley to stop.",
        "The deputy mayor, Ann Ode, said the council had ordered all mills in the valley to stop.",
        "Holt Mills has paid the families of the two bakers.",
        "Prosecutors have decided to charge the firm with negligence.",
        "Tom Reyes took bribes from a supplier of ovens.",
        "Tom Reyes was convicted in May of taking bribes from a supplier of ovens.",
        "The fire began in the loft of the mill, Ann Ode said.",
    ],
)
def test_lost(claim: str) -> None:
    assert fired(SOURCE, claim, "MOD101") == [("MOD101", "error")]


@pytest.mark.parametrize(
    "claim",
    [
        "Holt Mills said it was looking into whether the night watch had got a warning.",
        "Ann Ode, the deputy mayor, said the council might order mills in the valley to stop work.",
        "Holt Mills plans to pay the families of the two bakers.",
        "Prosecutors are weighing a charge of negligence against the firm.",
        "Tom Reyes, accused of taking bribes from a supplier of ovens, pleaded not guilty.",
        "The council was unable to confirm that a second mill had burned.",
        "The belief of bakers, Ann Ode said, is that the fire began in the loft of the mill.",
        "The gates were opened on Monday while repairs go on.",
        "A fund meant to rebuild the mill has been set up.",
        "The rules of the fund are directed at young bakers, Ann Ode said.",
    ],
)
def test_kept(claim: str) -> None:
    assert fired(SOURCE, claim, "MOD101") == []


def test_other_hedges_of_the_claim_do_not_stand_for_the_lost_one() -> None:
    source = "The owners of Arden told the mayor they might leave if the mill was sold."
    claim = "The owners of Arden told the mayor they would leave if the mill was sold."
    assert fired(source, claim, "MOD101") == [("MOD101", "error")]


def test_certainty_that_the_source_has_in_other_words() -> None:
    source = (
        'The mayor of Arden said: "I\'m sure he may stay in the council until the vote in May."'
    )
    claim = "The mayor of Arden said she was certain he might stay in the council until the vote."
    assert fired(source, claim, "MOD101") == []
