"""Words of a model that nothing in the sentences it cites could stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.merge import pack
from summarizer.model.summary import Claim
from summarizer.write.extractive.passages import cite
from summarizer.write.prompted.evidence import evidence_of
from summarizer.write.prompted.new_words import new_words
from tests.invented import told

if TYPE_CHECKING:
    from summarizer.write.prompted.evidence import Evidence

PELM = (
    "Grain store burns down in Pelm\n\n"
    "A fire destroyed the grain store in Pelm on Tuesday. Mayor Ilva Brandt said that 12 people"
    " were hurt. She thanked the fire brigade of the town. The owner, the Pelm Grain Company,"
    " denied that its store was insured."
)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    story = told(("Courier", "2026-03-03", PELM))
    return evidence_of(story, pack(story, input_tokens=None, count=len))


def found(evidence: Evidence, text: str, *sentences: str, also: str = "") -> list[str]:
    """The words that are new."""
    claim = Claim(
        id="c1",
        text=text,
        kind="event",
        attribution=None,
        citations=tuple(cite(evidence.passages[each]) for each in sentences),
        origins=(),
    )
    findings = new_words(claim, evidence, 0, frozenset(also.split()))
    return [text[each.start : each.end] for each in findings]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The grain store in Pelm was destroyed by a fire on Tuesday.", "s1.1"),
        ("Fires destroy grain stores in Pelm, the Courier reported.", "s1.1"),
        ("Ilva Brandt, the mayor, said that 12 people had been hurt.", "s1.2"),
        ("Mayor Ilva Brandt thanked the fire brigade.", "s1.3"),
        ("The Pelm Grain Company said that its store was not insured.", "s1.4"),
    ],
    ids=["passive", "forms", "a role beside its name", "who she is", "words of speech"],
)
def test_other_forms_of_the_same_words_are_not_new(
    evidence: Evidence, text: str, sentence: str
) -> None:
    assert found(evidence, text, sentence) == []


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        ("A fire ravaged the grain store in Pelm.", "s1.1", ["ravaged"]),
        ("Mayor Ilva Brandt destroyed the grain store.", "s1.1", ["Mayor", "Ilva", "Brandt"]),
        ("The police destroyed the grain store in Pelm.", "s1.1", ["police"]),
        ("Mayor Ilva Brandt said that the owner was hurt.", "s1.2", ["owner"]),
        ("A fire in Pelm on Tuesday did not destroy the grain store.", "s1.1", ["not"]),
    ],
    ids=["a verb", "a name of another sentence", "a body", "a role elsewhere", "a negation"],
)
def test_a_word_of_nobody_or_of_another_sentence_is_new(
    evidence: Evidence, text: str, sentence: str, expected: list[str]
) -> None:
    assert found(evidence, text, sentence) == expected


def test_words_that_are_given_besides_are_not_new(evidence: Evidence) -> None:
    assert found(evidence, "Brandt tells of fire", "s1.1", also="brandt") == []
    assert found(evidence, "Brandt tells of fire", "s1.1") == ["Brandt"]
