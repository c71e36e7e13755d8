"""Answers of every form: never a crash, never an address that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.model.summary import Attribution
from summarizer.write.prompted.answer import composed, mended, planned
from summarizer.write.prompted.schema import answer_schema, plan_schema, repair_schema
from summarizer.write.prompted.unwrapping import Malformed
from tests.prepared_model import claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.prompted.evidence import Evidence
    from summarizer.write.prompted.options import Proposal
    from summarizer.write.prompted.schema import Schema

HEADLINE = claim("s1.1", text="Fire destroys grain store in Pelm")


def compose(
    evidence: Evidence, *claims: object, headline: object = HEADLINE, strict: bool = True
) -> tuple[tuple[Proposal, ...], Proposal, tuple[str, ...]]:
    schema = answer_schema(tuple(evidence.lines), 3)
    data = {"claims": [*claims], "headline": headline}
    found, notes = composed(data, schema, evidence, strict=strict)
    return found.claims, found.headline, notes


def one(evidence: Evidence, **fields: object) -> Proposal:
    ids = fields.pop("sentences", ["s1.2"])
    assert isinstance(ids, list)
    return compose(evidence, claim(*ids, **fields))[0][0]


def test_a_claim_cites_the_exact_sentences_it_names(evidence: Evidence) -> None:
    (found,), headline, notes = compose(
        evidence, claim("s1.2", text="12 people\n were hurt.", kind="figure")
    )
    assert (found.claim.id, found.claim.text) == ("c1", "12 people were hurt.")
    assert (found.claim.kind, found.claim.origins) == ("figure", ("o1",))
    assert [each.exact for each in found.claim.citations] == [
        "Mayor Ilva Brandt said that 12 people were hurt."
    ]
    assert (headline.claim.id, found.faults, headline.faults, notes) == ("headline", (), (), ())


def test_sentences_that_a_line_stands_for_are_kept_as_further_citations(
    evidence: Evidence,
) -> None:
    found = one(evidence, sentences=["s2.1"])
    assert [each.sentence for each in found.claim.citations] == ["s1.1"]
    assert [each.sentence for each in found.further] == ["s2.1"]


def test_the_sentence_that_names_the_speaker_is_cited_too(evidence: Evidence) -> None:
    found = one(evidence, sentences=["s1.3"], text="The harvest is lost, Ilva Brandt said.")
    assert [each.sentence for each in found.claim.citations] == ["s1.3", "s1.2"]


def test_an_attribution_has_only_names_that_the_articles_have(evidence: Evidence) -> None:
    said = {"speaker": "Ilva Brandt", "cue": "told", "via": ["Courier", "Vesper Radio"]}
    text = "Mayor Ilva Brandt told the Courier that 12 people were hurt."
    assert one(evidence, text=text, role="Mayor", **said).claim.attribution == Attribution(
        speaker="Ilva Brandt", role="Mayor", cue="told", via=("Courier",)
    )
    strange = one(evidence, text="She said so.", role="Senator", **said).claim.attribution
    assert strange == Attribution(speaker="Ilva Brandt", role=None, cue="said", via=("Courier",))
    assert one(evidence, speaker="Tom Reyes").claim.attribution is None
    assert one(evidence, speaker="").claim.attribution is None


def test_claims_too_many_and_told_twice_are_left_out_with_a_note(evidence: Evidence) -> None:
    several = [claim("s1.1", text=f"A fire. {n}") for n in (1, 1, 2, 3, 4)]
    found, _, notes = compose(evidence, *several)
    assert [each.claim.text for each in found] == ["A fire. 1", "A fire. 2", "A fire. 3"]
    assert notes == ("claims of the model too many or told twice: 2",)


def test_properties_that_nobody_asked_for_are_let_pass(evidence: Evidence) -> None:
    (found,), _, notes = compose(evidence, claim("s1.1", number=1))
    assert (found.faults, notes) == ((), ())


BROKEN: list[Any] = [
    claim("s1.1", text=None),
    claim("s1.1", kind="rumour"),
    claim(),
    {"text": "A fire.", "sentences": ["s1.1"]},
    "A fire.",
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_claim_of_another_shape_is_malformed_and_later_left_out(
    evidence: Evidence, broken: object
) -> None:
    with pytest.raises(Malformed, match=r"claims\[1\]"):
        compose(evidence, claim("s1.1"), broken)
    found, _, notes = compose(evidence, claim("s1.1"), broken, strict=False)
    assert len(found) == 1
    assert notes[0].startswith("left out of the answer: claims[1]: ")


@pytest.mark.parametrize("data", [{}, {"claims": None}, {"claims": []}, {"claims": BROKEN}])
def test_an_answer_without_a_claim_is_malformed(evidence: Evidence, data: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        composed(data, answer_schema(tuple(evidence.lines), 3), evidence, strict=False)


def test_a_headline_of_another_shape_is_empty_and_faulty(evidence: Evidence) -> None:
    with pytest.raises(Malformed, match="headline"):
        compose(evidence, claim("s1.1"), headline="Fire in Pelm")
    _, headline, notes = compose(evidence, claim("s1.1"), headline="Fire in Pelm", strict=False)
    assert (headline.claim.text, headline.claim.citations) == ("", ())
    assert [each.rule for each in headline.faults] == ["SCH101"]
    assert notes[0].startswith("left out of the answer: headline: ")


def test_a_plan_keeps_what_exists_once(evidence: Evidence) -> None:
    groups = [
        {"sentences": [" s1.2 ", "s7.7"], "kind": "figure"},
        {"sentences": ["s7.7"], "kind": "event"},
        {"sentences": ["s1.2"], "kind": "figure"},
    ]
    data = {"claims": groups, "headline": {"sentences": ["s7.7"], "kind": "event"}}
    schema = plan_schema(tuple(evidence.lines), 3)
    found, notes = planned(data, schema, evidence, strict=True)
    assert found.claims == (("figure", ("s1.2",)),)
    assert found.headline == ("figure", ("s1.2",))
    assert notes == ("claims of the plan without sentences of their own: 2",)
    with pytest.raises(Malformed, match="no sentence"):
        planned({**data, "claims": groups[1:2]}, schema, evidence, strict=False)


def test_a_repair_answers_for_the_claims_asked_for_once(evidence: Evidence) -> None:
    schema = repair_schema(tuple(evidence.lines), ["c2", "headline"])
    answers = [
        claim("s1.1", id="c2", text="A fire in Pelm."),
        claim("s1.1", id="c2", text="Another fire."),
        claim("s1.1", id="c5"),
    ]
    found, notes = mended({"claims": answers}, schema, evidence, strict=True)
    assert {name: each.claim.text for name, each in found.items()} == {"c2": "A fire in Pelm."}
    assert notes == ("the model put a claim anew that it was not asked for",) * 2
    assert mended({"claims": []}, schema, evidence, strict=True) == ({}, ())


TEXTS = st.text(max_size=20) | st.sampled_from(
    ["s1.1", "s2.3", "s9.9", "event", "c1", "“harvest of a year”", "\ud800", "<b>", "[1]"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*claim(), "claims", "headline", "sentence", "id"]), inner, max_size=9
        )
    ),
    max_leaves=20,
)
CLAIMS = st.fixed_dictionaries(
    {
        "sentences": st.lists(TEXTS, min_size=1, max_size=4),
        "speaker": st.none() | TEXTS,
        "role": st.none() | TEXTS,
        "cue": st.none() | TEXTS,
        "via": st.lists(TEXTS, max_size=2),
        "quotations": st.lists(
            st.fixed_dictionaries({"sentence": TEXTS, "text": TEXTS}), max_size=2
        ),
        "text": TEXTS,
        "kind": st.sampled_from(["event", "statement"]),
        "id": TEXTS,
    }
)
ANSWERS = st.fixed_dictionaries(
    {"claims": st.lists(CLAIMS | VALUES, max_size=4) | VALUES, "headline": CLAIMS | VALUES}
)
READERS: list[tuple[Callable[..., Any], Schema]] = [
    (composed, answer_schema(("s1.1", "s1.2"), 3)),
    (planned, plan_schema(("s1.1", "s1.2"), 3)),
    (mended, repair_schema(("s1.1", "s1.2"), ["c1", "headline"])),
]


@pytest.mark.parametrize(("read", "schema"), READERS)
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=ANSWERS, strict=st.booleans())
def test_any_json_is_read_or_malformed(
    evidence: Evidence,
    read: Callable[..., Any],
    schema: Schema,
    data: dict[str, Any],
    strict: bool,  # noqa: FBT001  (hypothesis gives it by name)
) -> None:
    try:
        found, notes = read(data, schema, evidence, strict=strict)
    except Malformed:
        return
    proposals = found.values() if isinstance(found, dict) else found.claims
    for each in proposals:
        ids = each.sentences if read is planned else [c.sentence for c in each.claim.citations]
        assert set(ids) <= evidence.passages.keys()
    "".join(map(str, (found, *notes))).encode()
