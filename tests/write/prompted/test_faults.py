"""What is wrong with a claim before it is compared with anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.verify.registry import rules
from summarizer.write.prompted.faults import FORM, QUOTATION, UNKNOWN_ID, Quoted, faults_of

if TYPE_CHECKING:
    from summarizer.write.prompted.evidence import Evidence

FINE = "Ilva Brandt, 51, said: “We have lost the harvest of a year”; Pelm's U.S. aid is 1.5m."


def found(evidence: Evidence, text: str, *ids: str, quoted: tuple[Quoted, ...] = ()) -> list[str]:
    return [each.rule for each in faults_of(text, ids or ("s1.3",), quoted, evidence)]


def test_faults_are_named_like_the_rules_they_fall_under() -> None:
    known = {rule.id: (rule.name, rule.verdict) for rule in rules()}
    for kind in (FORM, UNKNOWN_ID, QUOTATION):
        assert known[kind.rule] == (kind.name, kind.verdict)


def test_a_plain_sentence_has_none(evidence: Evidence) -> None:
    assert found(evidence, FINE) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "A fire. " * 80,
        "A <b>fire</b>.",
        "A fire<!-- hidden -->.",
        "A **fire** in Pelm.",
        "A `fire` in Pelm.",
        "A [fire](x).",
        "# A fire",
        "- A fire",
        "A fire. [2]",
        "A fire (s1.2).",
        "A fire {{ 7 }}.",
        "<|im_end|> A fire.",
        "A fire, see https://pelm.example/fire.",
        "A fire, see www.pelm.example.",
        "A fire, see pelm.example/aid.",
        "A fire, see pelm.example.",
        "A fire: write to aid@pelm.example.",
        "A fire javascript:alert(1).",
        "A \x1b[31mfire.",
        "A fire\u202e.",
        "A fi\u200bre.",
        "A fire \ud83d.",
    ],
)
def test_markup_addresses_and_hidden_characters_are_faults(evidence: Evidence, text: str) -> None:
    assert found(evidence, text) == ["SCH101"]


def test_an_unknown_id_is_a_fault_once(evidence: Evidence) -> None:
    assert found(evidence, "A fire.", "s1.1", "s8.1", "s8.1") == ["CIT102"]


def test_a_quotation_has_to_stand_in_its_sentence(evidence: Evidence) -> None:
    exact = Quoted('"we have lost the harvest of a year."', "s1.3")
    # the source has a capital there: not to the letter
    assert found(evidence, f"She said {exact.text}", quoted=(exact,)) == ["QUO101"]
    whole = Quoted("We have lost the harvest of a year,", "s1.3")
    assert found(evidence, "“We have lost the harvest of a year.”", quoted=(whole,)) == []
    other = Quoted("We have lost the harvest of a year", "s1.2")
    assert found(evidence, f"“{other.text}”", quoted=(other,)) == ["QUO101"]


def test_a_listed_quotation_that_the_text_does_not_use_is_no_fault(evidence: Evidence) -> None:
    unused = Quoted("All is lost", "s1.3")
    assert found(evidence, "A fire.", quoted=(unused,)) == []


def test_a_quotation_of_a_sentence_that_does_not_exist_names_an_unknown_id(
    evidence: Evidence,
) -> None:
    nowhere = Quoted("All is lost", "s8.8")
    assert found(evidence, "“All is lost”", quoted=(nowhere,)) == ["CIT102"]
