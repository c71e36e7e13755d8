"""What a statement is to its speaker, on invented sentences."""

from __future__ import annotations

import pytest

from summarizer.model.article import Sentence
from summarizer.read.speech import statements
from summarizer.text.sentences import sentences


def attitudes(text: str) -> list[str]:
    found = [Sentence(id=f"s1.{n}", start=a, end=b) for n, (a, b) in enumerate(sentences(text), 1)]
    return [each.attitude for each in statements("s1", text, found, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilva Brandt said the bridge was safe.", "assertion"),
        ("Ilva Brandt ordered the crew to close the bridge.", "assertion"),
        ("Ilva Brandt denied that the bridge was unsafe.", "denial"),
        ("Ilva Brandt called the report false.", "denial"),
        ("Ilva Brandt did not deny that the bridge was unsafe.", "assertion"),
        ("Ilva Brandt declined to say whether the bridge was safe.", "refusal"),
        ("Ilva Brandt would not say whether the bridge was safe.", "refusal"),
        ("Ilva Brandt did not mention the damage to the bridge.", "refusal"),
        ("Ilva Brandt never said that the bridge was safe.", "refusal"),
        ("Ilva Brandt did not specify how long the bridge would be closed.", "refusal"),
        ("The crew left without saying when the bridge would open.", "refusal"),
        ("Ilva Brandt did not rule out that the bridge was unsafe.", "assertion"),
        ("Ilva Brandt not only said that the bridge was safe.", "assertion"),
        ("Ilva Brandt believes that the bridge is safe.", "belief"),
        ("Ilva Brandt plans to close the bridge in March.", "intention"),
        ("Ilva Brandt asked whether the bridge was safe.", "question"),
        ("“Is the bridge safe?” Ilva Brandt asked.", "question"),
        ("Ilva Brandt asked the council to close the bridge.", "assertion"),
    ],
)
def test_the_cue_tells_the_attitude(text: str, expected: str) -> None:
    assert attitudes(text) == [expected]
