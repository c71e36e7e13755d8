"""Balance, revisions and origins: found where merging gives cause, and not without it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summarizer.model.story import Dispute, Reading
from summarizer.read.speech import statements
from summarizer.verify import check, parse
from summarizer.verify.pairs import plain_article, plain_story

if TYPE_CHECKING:
    from summarizer.model.summary import Slot

SOURCE = (
    "Ann Ode accused the Arden Mill of dumping oil. The Arden Mill denied the accusation. "
    "The mill was closed on Monday."
)
ACCUSED = "Ann Ode accused the Arden Mill of dumping oil. [1]"


def fired(summary: str, *, slot: Slot, source: str = SOURCE) -> set[str]:
    article = plain_article(1, source, titled=False)
    found = statements(article.id, article.text, article.sentences, article.regions)
    readings = tuple(
        Reading(value=value, sentences=(sentence,), origins=("o1",), as_of=None)
        for value, sentence in (("dumping", "s1.1"), ("denial", "s1.2"))
    )
    story = replace(
        plain_story([replace(article, statements=found)]),
        disputes=(Dispute(topic="oil", slot=slot, readings=readings),),
    )
    return {finding.rule for finding in check(parse(summary), story, select=("BAL103",)).findings}


@pytest.mark.parametrize(
    ("summary", "slot", "expected"),
    [
        (ACCUSED, "responsibility", {"BAL103"}),
        (f"{ACCUSED}\n\nThe Arden Mill denied the accusation. [1]", "responsibility", set()),
        (f"{ACCUSED}\n\nThe Arden Mill disputed this. [1]", "responsibility", set()),
        (
            "Ann Ode accused the Arden Mill of dumping oil; the mill denied the accusation. [1]",
            "responsibility",
            set(),
        ),
        ("The mill was closed on Monday. [1]", "responsibility", set()),
        (ACCUSED, "cause", set()),
    ],
)
def test_an_accusation_needs_its_denial(summary: str, slot: Slot, expected: set[str]) -> None:
    assert fired(summary, slot=slot) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [("; the inspectorate has denied this", set()), ("", {"BAL103"})],
)
def test_a_denier_without_a_name_may_answer_behind_a_semicolon(
    told: str, expected: set[str]
) -> None:
    accused = "Ann Ode said that inspectors had found four defects at the mill in Arden"
    source = f"{accused}. The inspectorate has denied this."
    assert fired(f"{accused}{told}. [1]", slot="responsibility", source=source) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The mill of Arden was closed when we came. [1]", {"ATT106"}),
        ('Ann Ode said: "We came to the mill of Arden." [1]', set()),
        ("The mill of Arden was built after World War I, Ann Ode said. [1]", set()),
        ("The mill of Arden is older than any in the US. [1]", set()),
    ],
)
def test_first_person(claim: str, expected: set[str]) -> None:
    story = plain_story([plain_article(1, SOURCE, titled=False)])
    findings = check(parse(claim), story, select=("ATT106",)).findings
    assert {finding.rule for finding in findings} == expected
