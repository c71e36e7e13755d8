"""A denial of what a source has affirmed is a flipped polarity, a denial it reports is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.read.speech import statements
from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

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
