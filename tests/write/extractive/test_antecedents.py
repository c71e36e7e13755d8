from __future__ import annotations

import pytest

from summarizer.write.extractive.antecedents import needs


@pytest.mark.parametrize(
    "text",
    [
        "The storm hit Oster on Monday.",
        "The request came on Monday.",
        "These pumps failed in Oster.",
        "The influential couple were found in Oster.",
    ],
)
def test_a_thing_that_opens_a_sentence_must_have_been_told(text: str) -> None:
    assert len(needs(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Oster closed the bridge.",
        "The engineer, Ilva Brandt, closed it.",
        "The Oster dam held.",
        "The government closed the bridge.",
        "The largest dam failed.",
        "The man who built the dam left Oster.",
        "A storm hit Oster.",
        "“The storm hit us,” Ilva Brandt said.",
    ],
)
def test_a_thing_that_explains_itself_needs_nothing(text: str) -> None:
    assert needs(text) == ()


def test_a_thing_that_the_article_told_of_before_is_taken_for_known() -> None:
    text = "On Monday the storm was a day away."
    assert needs(text, {"storm": 0}, 3) == (frozenset({"storm"}),)
    assert needs(text, {"storm": 3}, 3) == ()
