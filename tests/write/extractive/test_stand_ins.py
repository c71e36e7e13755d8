"""Sentences of sources in the place of claims that failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.model.summary import Claim
from summarizer.write.extractive.stand_ins import StandIns
from tests.invented import told

if TYPE_CHECKING:
    from summarizer.model.summary import ClaimKind

COURIER = (
    "Grain store burns down in Pelm\n\n"
    "A fire destroyed the grain store in Pelm on Tuesday. Mayor Ilva Brandt said that 12 people"
    " were hurt. Brandt said the town would build a new store. It will be of stone."
    " Prosecutor Marek Dahl told the court that she had received money from the town."
    " Anna Holm told the court that she had lost the store."
)
MAIL = (
    "Fire at the grain store\n\n"
    "A fire destroyed the grain store in Pelm on Tuesday. 15 people were hurt in the fire."
)


@pytest.fixture(scope="module")
def stand_ins() -> StandIns:
    return StandIns(told(("Courier", "2026-03-03", COURIER), ("Mail", "2026-03-03", MAIL)))


def failed(text: str, kind: ClaimKind = "event") -> Claim:
    return Claim(id="c4", text=text, kind=kind, attribution=None, citations=(), origins=())


def test_the_nearest_to_the_claim_comes_first(stand_ins: StandIns) -> None:
    claim = failed("The mayor said that many people were hurt.")
    found = stand_ins.of(claim, ["s1.1", "s1.2", "s1.1"], "")
    assert [each.text for each in found] == [
        "Mayor Ilva Brandt said that 12 people were hurt.",
        "A fire destroyed the grain store in Pelm on Tuesday.",
    ]
    first = found[0]
    assert (first.id, first.kind) == ("c4", "statement")
    assert first.attribution is not None
    assert first.attribution.speaker == "Ilva Brandt"
    assert [each.exact for each in first.citations] == [first.text]
    assert first.origins


def test_a_sentence_that_leans_on_another_stands_in_for_none(stand_ins: StandIns) -> None:
    assert stand_ins.of(failed("The new store will be of stone."), ["s1.4", "s9.9"], "") == []


def test_a_person_whom_nobody_named_is_named_in_full(stand_ins: StandIns) -> None:
    claim = failed("The town will build a new store.")
    (new,) = stand_ins.of(claim, ["s1.3"], "")
    assert new.text == "Ilva Brandt said the town would build a new store."
    (known,) = stand_ins.of(claim, ["s1.3"], "Mayor Ilva Brandt was there.")
    assert known.text == "Brandt said the town would build a new store."


def test_she_of_a_statement_is_surely_the_speaker(stand_ins: StandIns) -> None:
    claim = failed("The owner got money.")
    assert stand_ins.of(claim, ["s1.5"], "") == []  # nothing says that Marek Dahl is no woman
    (found,) = stand_ins.of(claim, ["s1.6"], "")
    assert found.text == "Anna Holm told the court that she had lost the store."


def test_a_disputed_value_is_told_with_whoever_gives_it(stand_ins: StandIns) -> None:
    found = stand_ins.of(failed("15 people were hurt.", "dispute"), ["s2.2"], "")
    assert [(each.text, each.kind) for each in found] == [
        ("15 people were hurt in the fire, Mail reported.", "dispute")
    ]
