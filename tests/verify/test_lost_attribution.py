"""Statements told as fact are found, facts that an article tells itself are not."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from tests.invented import told
from tests.verify.fired import fired

SOURCE = """Mill fire in Arden

Two bakers died when the old mill of Arden burned down early on Monday, the police said.

Bakers accused the owner of threatening the night watch with the loss of their pay and joking about
a “long sleep”. The union says the plan merely repeats old rules and is needed against bad owners.

The night guard was a known gambler, said a source close to the inquiry. Inspector Hanna Voll said
the police were looking for a motive. The council could not confirm that a second mill had burned.

The owner apologised for the loud alarm that woke the whole valley on Sunday. As we have reported,
Holt Mills is paying five million crowns in fines for faults of its ovens.
"""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The owner threatened the night watch with the loss of their pay.", "error"),
        ('The owner joked about a "long sleep" and threatened the night watch.', "error"),
        ("The plan, backed by a union group, merely repeats old rules and is needed.", "error"),
        ("Two bakers died when the old mill of Arden burned down on Monday.", "warning"),
    ],
)
def test_told_as_fact(claim: str, expected: str) -> None:
    assert fired(SOURCE, claim, "ATT101") == [("ATT101", expected)]


@pytest.mark.parametrize(
    "claim",
    [
        "Bakers said the owner threatened the night watch with the loss of their pay.",
        "In the union's view the plan merely repeats old rules and is needed.",
        "The council was unable to confirm that a second mill had burned.",
        "The loud alarm of the mill woke the whole valley on Sunday.",
        "Holt Mills is paying five million crowns in fines for faults of its ovens.",
    ],
)
def test_no_statement_or_attributed(claim: str) -> None:
    assert fired(SOURCE, claim, "ATT101") == []


def test_what_another_article_tells_itself_is_accepted() -> None:
    said = "News of Arden\n\nThe guard of the old mill left at noon for Belmar, his brother said."
    plain = "More of Arden\n\nThe guard of the old mill left at noon for Belmar."
    claim = "The old mill's guard left for Belmar at noon. [1]"
    found = [
        check(parse(claim), told(*articles), select=("ATT101",)).findings
        for articles in (
            (("Arden Times", None, said),),
            (("Arden Times", None, said), ("Arden Post", None, plain)),
        )
    ]
    assert [len(each) for each in found] == [1, 0]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The night guard was a known gambler, while Hanna Voll said", [("ATT102", "error")]),
        ("A source called the night guard a known gambler, while Hanna Voll said", []),
        ("The police said a known gambler was guard that night, while", []),
    ],
)
def test_attribution_of_the_other_half(claim: str, expected: list[tuple[str, str]]) -> None:
    whole = f"{claim} the police were looking for a motive."
    assert fired(SOURCE, whole, "ATT102") == expected


def test_what_is_only_somebodys_word_is_not_supported_as_fact() -> None:
    claim = "The owner threatened the night watch with the loss of their pay. [1]"
    report = check(parse(claim), told(("Arden Times", "2026-03-04", SOURCE)), select=("ATT101",))
    assert [each.verdict for each in report.claims] == ["unsupported"]
