"""Corroboration is believed where two origins stand behind the cited sources, not two outlets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.model.article import Span, Statement
from summarizer.model.summary import Origin
from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

TOLD = "Smoke in Arden\n\nThe fire in the mill of Arden hurt 12 people."
OWN = tuple(
    Origin(id=f"o{n}", name=f"s{n}", kind="outlet", sources=(f"s{n}",), basis="") for n in (1, 2)
)
WIRE = (Origin(id="o1", name="BNA", kind="agency", sources=("s1", "s2"), basis=""),)


def fired(claim: str, origins: tuple[Origin, ...]) -> bool:
    story = plain_story([plain_article(1, TOLD), plain_article(2, TOLD)])
    found = check(parse(claim), replace(story, origins=origins), select=("ORI101",)).findings
    return bool(found)


@pytest.mark.parametrize(
    "words",
    ["Four independent sources confirm", "Two separate accounts say", "Independent reports agree"],
)
def test_one_agency_is_no_corroboration(words: str) -> None:
    claim = f"{words} that the fire hurt 12 people. [1][2]"
    assert (fired(claim, WIRE), fired(claim, OWN)) == (True, False)


@pytest.mark.parametrize(("voice", "expected"), [("", False), (", the mayor said", True)])
def test_what_somebody_said_is_not_confirmed_independently(voice: str, expected: bool) -> None:  # noqa: FBT001
    told = f"Smoke in Arden\n\nThe fire in the mill of Arden hurt 12 people{voice}."
    articles = [plain_article(n, told) for n in (1, 2)]
    content = Span(told.index("The fire"), len(told) - 1)
    statement = Statement(
        id="s1.q1",
        kind="indirect",
        attitude="assertion",
        content=(content,),
        cue=None,
        speaker=None,
        via=(),
    )
    spoken = [replace(each, statements=(statement,) if voice else ()) for each in articles]
    story = replace(plain_story(spoken), origins=OWN)
    claim = "Two outlets independently confirmed that the fire hurt 12 people. [1][2]"
    assert bool(check(parse(claim), story, select=("ORI101",)).findings) == expected
