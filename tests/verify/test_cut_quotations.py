"""A quotation may be cut where nothing that its sense hangs on is lost."""

from __future__ import annotations

import pytest

from tests.verify.fired import fired

SOURCE = """Mill fire in Arden

“If the report shows neglect, the firm will lose its mills,” Ann Ode told the council.

“I never thought it was far from the gate,” said Tom Reyes. “We are deciding when it will be opened
again.” He added: “They say that she left through the back door, but nobody knows.”

“While I planned to stay until the vote, I know it is time to leave,” Ode said.

“We are going there but we are not in that place yet,” said Reyes. “It is probably how my father
would have put it.” The firm may “sell the northern mill in May”, Ode said.

“If the gate stays shut, we won't only knock, we will call the owner,” Reyes said. “We speak of
doors, when in truth the only door we have is shut.”

“I am no baker and I have read every page,” Ode said. “They were told and then not heard.”
"""


@pytest.mark.parametrize(
    "claim",
    [
        'Ann Ode told the council that "the firm will lose its mills".',
        'Tom Reyes said that it "was far from the gate".',
        'Tom Reyes said that the mill "will be opened again".',
        'Tom Reyes said: "she left through the back door".',
        'Ann Ode said: "I planned to stay until the vote".',
        'Tom Reyes said: "We are going there".',
        'Tom Reyes said it was "how my father would have put it", if he was alive.',
        'Ann Ode said the firm would "sell the northern mill in May".',
        'Ann Ode said: "They were told".',
    ],
)
def test_cut(claim: str) -> None:
    assert fired(SOURCE, claim, "QUO105") == [("QUO105", "error")]


@pytest.mark.parametrize(
    "claim",
    [
        'Ann Ode said that if neglect was shown, "the firm will lose its mills".',
        'Tom Reyes never believed that it "was far from the gate".',
        'The firm is deciding when the mill "will be opened again", Tom Reyes said.',
        'Tom Reyes said that people told him: "she left through the back door".',
        'Ann Ode had "planned to stay until the vote", but said that it was time to leave.',
        'Ann Ode said: "it is time to leave".',
        'Tom Reyes said it was perhaps "how my father would have put it".',
        'Ann Ode said the firm might "sell the northern mill in May".',
        'Ann Ode said: "I have read every page".',
        'Should the gate stay shut, Tom Reyes said, "we will call the owner".',
        'Tom Reyes said that they spoke of doors but that "the only door we have is shut".',
    ],
)
def test_whole(claim: str) -> None:
    assert fired(SOURCE, claim, "QUO105") == []


def test_speech_over_lines_that_no_mark_opens_again() -> None:
    source = (
        "Mill fire in Arden\n\n"
        "“Some things in Arden are hard to bear.\n\n"
        "I will not say that we will leave the mill. I am not sure of it,” said Tom Reyes.\n"
    )
    claim = 'Tom Reyes said: "we will leave the mill".'
    assert fired(source, claim, "QUO105", "QUO106") == [("QUO105", "error")]
