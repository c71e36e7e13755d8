"""A quotation given to another speaker is found in whatever form the claim names the speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.model.article import Span, Speaker, Statement
from summarizer.read.speech import statements
from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

WORDS = "“The mill was left without a guard for three nights,”"
SOURCE = f"""Fire in the mill of Arden

Transport Minister Ann Ode came to Arden on Monday.

The bakers’ union blamed the owners. {WORDS} the union’s secretary, Tom Reyes, said.

“Nobody has told us of any such thing until this very day,” said Ode.
"""


def fired(claim: str) -> set[str]:
    article = plain_article(1, SOURCE)
    found = statements(article.id, article.text, article.sentences, article.regions)
    story = plain_story([replace(article, statements=found)])
    return {f.rule for f in check(parse(f"{claim} [1]"), story, select=("SPK101",)).findings}


@pytest.mark.parametrize(
    "voice",
    [
        "Ann Ode said",
        "said Ann Ode",
        "Ode said",
        "said Ode on Monday",
        "Minister Ode said",
        "transport minister Ann Ode said",
        "said the minister",
        "the ministry said",
        "said the police",
    ],
)
def test_another_speaker(voice: str) -> None:
    assert fired(f"{WORDS} {voice}.") == {"SPK101"}


def test_another_speaker_before_the_words() -> None:
    claim = "Ode said that the mill had been “left without a guard for three nights”."
    assert fired(claim) == {"SPK101"}


@pytest.mark.parametrize(
    "voice",
    [
        "said Tom Reyes",
        "Reyes said",
        "the union said",
        "said the union’s secretary",
        "he said",
        "said the secretary",
        "said Reyes, whom Ann Ode met",
        "union secretary Tom Reyes said",
    ],
)
def test_the_same_speaker(voice: str) -> None:
    assert fired(f"{WORDS} {voice}.") == set()


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The bakers’ union blamed the owners, the minister said.", set()),
        ("The bakers’ union, which met on Monday, blamed the minister.", set()),
        ("The ministry said that the mill had been left without a guard.", {"SPK101"}),
        ("The mill was left without a guard for three nights, said Ann Ode.", {"SPK101"}),
        ("The mill was left without a guard for three nights, the union said.", set()),
    ],
)
def test_a_speaker_without_quotation(claim: str, expected: set[str]) -> None:
    assert fired(claim) == expected


def test_a_pronoun_of_the_source_leaves_doubt() -> None:
    text = (
        "Race in Arden\n\nTom Reyes mocked Bert Lund at a dinner on Monday.\n"
        "“I have great respect for every farmer of this valley,” he said."
    )
    article = plain_article(1, text)
    start = text.index("he said")
    said = Statement(
        id="s1.q1",
        kind="direct",
        attitude="assertion",
        content=(Span(text.index("“I have"), start - 1),),
        cue=Span(start + 3, start + 7),
        speaker=Speaker(start=start, end=start + 2, name="Bert Lund"),
        via=(),
    )
    story = plain_story([replace(article, statements=(said,))])
    claims = {
        "Tom Reyes": "warning",  # named one line above: "he" may be him
        "Ann Ode": "error",  # named nowhere near
    }
    for name, level in claims.items():
        claim = f"{name} said: “I have great respect for every farmer of this valley.” [1]"
        found = check(parse(claim), story, select=("SPK101",)).findings
        assert [each.level for each in found] == [level], name
