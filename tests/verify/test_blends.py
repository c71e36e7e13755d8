"""Halves of two facts, turned sides, cut limits: found, and faithful paraphrase left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.read.speech import statements
from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

FLOOD = (
    "The mayor blamed a broken pump for the flood at the harbour of Arden. The quay is closed. "
    "Nobody was hurt. The old mill is dry. Tom Reyes sold a rusty water tank to Holt."
)
GULL = "A gull of the harbour struck a young fisherman near the old quay of Arden at noon."
RISK = "Ann Ode said: “You may swim in the harbour of Arden at your own risk, as ever.”"


def fired(source: str, claim: str) -> set[str]:
    article = plain_article(1, source, titled=False)
    found = statements(article.id, article.text, article.sentences, article.regions)
    article = replace(article, statements=found)
    return {each.rule for each in check(parse(f"{claim} [1]"), plain_story([article])).findings}


@pytest.mark.parametrize(
    ("source", "claim", "rule", "expected"),
    [
        (
            FLOOD,
            "The mayor blamed a rusty water tank for the flood at the harbour of Arden.",
            "SUP102",
            True,
        ),
        (FLOOD, "For the flood at the harbour the mayor blamed a pump.", "SUP102", False),
        (GULL, "A young fisherman struck a gull of the harbour near the quay.", "SUP103", True),
        (GULL, "A fisherman was struck by a gull near the old quay.", "SUP103", False),
        (RISK, 'Ann Ode said: "You may swim in the harbour of Arden."', "QUO105", True),
        (
            RISK,
            'Ann Ode said: "You may swim in the harbour of Arden at your own risk".',
            "QUO105",
            False,
        ),
    ],
)
def test_what_changes_hands(source: str, claim: str, rule: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert (rule in fired(source, claim)) == expected
