"""Orders of time and causes: turned round or invented, and the same in other words."""

from __future__ import annotations

import pytest

from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

CLIMB = (
    "Ann Ode and her brother had taken the lift to the last floor of the mill and climbed forty "
    "steps to the roof, the guards said. Before that, a clerk had shown them the old wheel."
)
VOTE = (
    "The treasurer said he would block the plan but then bring the unions together on wages. "
    "Shortly after he wrote a column for the Arden Times, he was filmed making the promise. "
    "A year earlier, three barges sank near the quay."
)
VIDEO = (
    "Mr. Reyes apologised to the clerk, and “anyone else”, after a film had shown him warning of a "
    "clerk who never went to school. “I am glad,” Tom Reyes said in a talk after the fair."
)
LOCK = (
    "The lock of Arden was closed for a week because a barge had hit the gate. "
    "The council met on Monday. Tom Reyes, who runs the mill, left the council on Friday."
)


def fired(source: str, claim: str) -> set[str]:
    story = plain_story([plain_article(1, source, titled=False)])
    return {each.rule for each in check(parse(f"{claim} [1]"), story).findings}


@pytest.mark.parametrize(
    ("source", "claim", "expected"),
    [
        (CLIMB, "They climbed forty steps and then took the lift to the last floor.", True),
        (CLIMB, "They took the lift to the last floor and then climbed forty steps.", False),
        (CLIMB, "A clerk showed them the old wheel after they had taken the lift.", True),
        (CLIMB, "A clerk showed them the old wheel before they took the lift.", False),
        (VOTE, "He would block the plan only after bringing the unions together on wages.", True),
        (VOTE, "After blocking the plan he would bring the unions together on wages.", False),
        (VOTE, "Shortly after he was filmed making the promise, he wrote a column.", True),
        (VIDEO, "Tom Reyes apologised after a film had shown him warning of a clerk.", False),
        (VIDEO, "Tom Reyes said in a talk before the lock fair that he was glad.", True),
        (VOTE, "A year earlier, three barges sank near the quay.", False),
    ],
)
def test_what_came_first(source: str, claim: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert ("SUP106" in fired(source, claim)) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Tom Reyes left the council because the lock of Arden was closed.", True),
        (
            "The lock of Arden was closed for a week, which led Tom Reyes to leave the council.",
            True,
        ),
        ("Because a barge had hit the gate, the lock of Arden was closed.", False),
        ("A barge caused the lock of Arden to be closed for a week.", False),
    ],
)
def test_what_caused_what(claim: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert ("SUP105" in fired(LOCK, claim)) == expected
