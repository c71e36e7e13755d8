"""Marks around the reporter's words, titles of works, and how an altered quotation is explained."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from tests.invented import told
from tests.verify.fired import fired

SOURCE = """Mill fire in Arden

Ann Ode told Radio Belmar that the plan would hardly change a thing for the bakers of the town.

“We left by the back door,” said Tom Reyes. The roof fell in a little later with a loud noise.

Later, Tom Reyes said that the owners had been kind with their keys and of some “practical” help.

The toll of Arden was a bad joke from the start! — Tom Reyes (@tomreyes) March 3, 2026
"""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ('Ann Ode told Radio Belmar the plan "would hardly change a thing".', True),
        ('Tom Reyes said: "The roof fell in a little later".', True),
        ('The Arden Times wrote that "the roof fell in a little later".', False),
        ('A line was drawn by The Arden Times: "fell in a little later".', False),
        ('Tom Reyes said: "We left by the back door".', False),
        ('Tom Reyes said the owners "had been kind with their keys".', True),
        ('Tom Reyes, in a comment to Radio Belmar\'s desk, said: "The roof fell in".', True),
        ('Tom Reyes wrote that "the toll of Arden was a bad joke".', False),
    ],
)
def test_words_of_the_reporter(claim: str, expected: bool) -> None:  # noqa: FBT001  (a table)
    assert bool(fired(SOURCE, claim, "QUO106")) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ('Tom Reyes played in "The Bakers of Old Arden" in his youth.', []),
        ('Tom Reyes said: "Nobody Was There".', [("QUO101", "error")]),
        ('Tom Reyes, who left, called it "a night of terror".', [("QUO101", "error")]),
    ],
)
def test_titles_of_works_are_no_speech(claim: str, expected: list[tuple[str, str]]) -> None:
    assert fired(SOURCE, claim, "QUO101") == expected


@pytest.mark.parametrize(
    ("quotation", "message"),
    [
        ("We all left by the back door", "the source does not have 'all' here"),
        ("We left by the door", "the source has 'back' too, which the quotation leaves out"),
        ("We left by the side door", "the source has 'back' where the quotation has 'side'"),
    ],
)
def test_what_was_altered(quotation: str, message: str) -> None:
    story = told(("Arden Times", "2026-03-04", SOURCE))
    report = check(parse(f'Tom Reyes said: "{quotation}". [1]'), story, select=("QUO103",))
    assert [finding.message for finding in report.findings] == [message]
