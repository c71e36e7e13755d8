"""Clauses with their slots, read off sentences of many shapes, and sides that change places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.text.names import names
from summarizer.text.tokens import tokenize
from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story
from summarizer.verify.propositions.clauses import clauses
from summarizer.verify.propositions.groups import groups

if TYPE_CHECKING:
    from summarizer.verify.propositions.groups import Noun


def said(nouns: tuple[Noun, ...]) -> str:
    return ", ".join(" ".join(token.text for token in noun.tokens) for noun in nouns)


def read(text: str) -> list[tuple[str, str, str]]:
    """Doers, verb and targets of each clause."""
    found = clauses(groups(text, tokenize(text), names(text), 0))
    return [(said(c.agents), c.verb.lemma, said(c.patients)) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Ode sued the mill.", [("Ann Ode", "sue", "the mill")]),
        ("The mill was sued by Ann Ode.", [("Ann Ode", "sue", "The mill")]),
        (
            "The man accused of theft fled before police arrived.",
            [("", "accuse", "The man"), ("The man", "flee", ""), ("police", "arrive", "")],
        ),
        (
            "The mayor, who met Ann Ode on Monday, asked her to sell the mill.",
            [
                ("The mayor", "meet", "Ann Ode"),
                ("The mayor", "ask", "her"),
                ("her", "sell", "the mill"),
            ],
        ),
        (
            "The guards said the clerk was told by Tom Reyes to leave.",
            [
                ("The guards", "say", ""),
                ("Tom Reyes", "tell", "the clerk"),
                ("the clerk", "leave", ""),
            ],
        ),
        (
            "A refusal to open the lock could flood the mill.",
            [("", "open", "the lock"), ("A refusal", "flood", "the mill")],
        ),
        (
            "“The pump broke,” said Ann Ode, a clerk at the harbour, who blamed the mayor.",
            [("The pump", "break", ""), ("Ann Ode", "say", ""), ("Ann Ode", "blame", "the mayor")],
        ),
        (
            "Asked about the fire, he praised the crew and thanked Ann Ode.",
            [("", "ask", "he"), ("he", "praise", "the crew"), ("he", "thank", "Ann Ode")],
        ),
    ],
)
def test_a_sentence_has_these_clauses(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


LETTER = (
    "Ann Ode, the mayor of Arden, wrote to Tom Reyes on Monday about the lock. He had told her "
    "in May that the lock was broken, and she asked a clerk to mend it. Mr. Reyes runs the mill."
)
COUNCIL = "“We were never asked about the lock,” the guards said in a letter to the mayor of Arden."

OFFER = (
    "Tom Reyes had offered Ms. Ode $500 to keep the lock shut. Ann Ode is the mayor of Arden. "
    "Reyes warned Ann Ode in private about the cost."
)


def levels(source: str, claim: str) -> list[str]:
    story = plain_story([plain_article(1, source, titled=False)])
    report = check(parse(f"{claim} [1]"), story, select=("SUP103",))
    return [each.level for each in report.findings]


def fired(source: str, claim: str) -> bool:
    return bool(levels(source, claim))


@pytest.mark.parametrize(
    ("source", "claim", "expected"),
    [
        (LETTER, "Tom Reyes wrote to Ann Ode on Monday about the lock.", True),
        (LETTER, "The mayor wrote to Tom Reyes on Monday about the lock.", False),
        (LETTER, "Ann Ode had told Tom Reyes in May that the lock was broken.", True),
        (LETTER, "Ann Ode had been told by Tom Reyes in May that the lock was broken.", False),
        (LETTER, "A clerk asked Ann Ode to mend the lock.", True),
        (LETTER, "A clerk was asked by Ann Ode to mend the lock.", False),
        (OFFER, "Ann Ode had offered Tom Reyes $500 to keep the lock shut.", True),
        (OFFER, "Tom Reyes had offered Ann Ode $500 to keep the lock shut.", False),
        (OFFER, "Ann Ode cautioned Tom Reyes in private about the cost.", True),
        (OFFER, "Tom Reyes cautioned Ann Ode in private about the cost.", False),
        (COUNCIL, "The mayor told the guards in a letter that they were never asked.", True),
        (COUNCIL, "The guards told the mayor in a letter that they were never asked.", False),
    ],
)
def test_who_did_what_to_whom(source: str, claim: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert fired(source, claim) == expected


def test_verbs_that_are_only_alike() -> None:
    assert levels(LETTER, "Tom Reyes wrote to Ann Ode on Monday about the lock.") == ["error"]
    told = "The mayor told the guards in a letter that they were never asked about the lock."
    assert levels(COUNCIL, told) == ["error"]


def test_with_says_of_both_sides_the_same() -> None:
    source = "On Friday Ann Ode appeared with Tom Reyes at the fair of Arden, to cheers."
    assert levels(source, "On Friday Tom Reyes appeared with Ann Ode at the fair of Arden.") == []


FLEET = (
    "Ann Ode, the harbour master, had steered the ferry of Arden for nineteen years. "
    "The council met on Monday. The lights of the quay were mended. Nobody was hurt. "
    "The old mill was sold. Karl Brenner painted the church in May."
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Karl Brenner had steered the ferry of Arden for nineteen years.", True),
        ("The ferry of Arden had been steered by Karl Brenner for nineteen years.", True),
        ("The harbour master had steered the ferry of Arden for nineteen years.", False),
        ("Ann Ode had steered the ferry of Arden for nineteen years.", False),
    ],
)
def test_another_name_does_it(claim: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    story = plain_story([plain_article(1, FLEET, titled=False)])
    found = {each.rule for each in check(parse(f"{claim} [1]"), story).findings}
    assert ("ENT102" in found) == expected


def test_the_frame_of_a_claim_is_no_half_of_another_fact() -> None:
    source = (
        "The mayor blamed a broken pump for the flood at the harbour. The quay is closed. "
        "Nobody was hurt. The mill is dry. Tom Reyes spoke in the rose garden of Holt."
    )
    story = plain_story([plain_article(1, source, titled=False)])
    claim = "Speaking in the rose garden, the mayor blamed a broken pump for the flood. [1]"
    assert "SUP102" not in {each.rule for each in check(parse(claim), story).findings}
