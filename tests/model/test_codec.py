"""Any document survives the way to JSON and back; what does not fit is refused with its path."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.model.article import Region, Span, Statement
from summarizer.model.codec import CodecError, decode, encode
from summarizer.model.findings import CheckReport, PairReport
from summarizer.model.story import Grouping, Inspection, Story
from summarizer.model.summary import Draft, Provenance, Summary

DOCUMENTS = (CheckReport, Draft, Grouping, Inspection, PairReport, Story, Summary)
LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    int: st.integers(-1, 99),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    types.NoneType: st.none(),
}


def values(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401  (any data type)
    """Any value of a data type."""
    if kind in LEAVES:
        return LEAVES[kind]
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        return st.lists(values(parts[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(values(parts[0]), values(parts[1]), max_size=2)
    if parts:
        return st.one_of(*map(values, parts))
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{name: values(hint) for name, hint in hints.items()})


@pytest.mark.parametrize("kind", DOCUMENTS)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_decoding_undoes_encoding(kind: type[Any], data: st.DataObject) -> None:
    document = data.draw(values(kind))
    assert decode(kind, json.loads(json.dumps(encode(document)))) == document


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (Region, {"start": 0, "end": 1, "reason": None}, r"\$: field 'kind' is missing"),
        (
            Region,
            {"start": 0, "end": 1, "kind": "body", "reason": None, "x": 1},
            r"\$: unknown field 'x'",
        ),
        (
            Region,
            {"start": 0, "end": "1", "kind": "body", "reason": None},
            r"\$\.end: str where int belongs",
        ),
        (
            Region,
            {"start": True, "end": 1, "kind": "body", "reason": None},
            r"\$\.start: bool where int belongs",
        ),
        (
            Region,
            {"start": 0, "end": 1, "kind": "tail", "reason": None},
            r"\$\.kind: 'tail' is not one of",
        ),
        (Region, [], r"\$: list where dict belongs"),
        (Span, [1], r"\$: 1 items where 2 belong"),
        (Span, [1, None], r"\$\[1\]: NoneType where int belongs"),
        (Grouping, {"stories": [{"id": "t1", "members": [1]}]}, r"\$\.stories\[0\]\.members\[0\]"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_path(
    kind: type[Any], value: object, message: str
) -> None:
    with pytest.raises(CodecError, match=message):
        decode(kind, value)


def test_a_wrong_part_of_an_optional_object_is_named() -> None:
    value = {
        "id": "1",
        "kind": "direct",
        "attitude": "denial",
        "content": [],
        "cue": [0, "x"],
        "speaker": None,
    }
    with pytest.raises(CodecError, match=r"\$\.cue\[1\]: str where int belongs"):
        decode(Statement, value | {"via": []})


def test_a_whole_number_is_a_float_where_a_float_belongs() -> None:
    value = {"id": "1", "verdict": "supported", "score": 1, "reason": None, "findings": []}
    score = decode(PairReport, value).score
    assert (score, type(score)) == (1.0, float)


def test_parameters_keep_their_types() -> None:
    hints = typing.get_type_hints(Provenance)
    given_values = {"words": 300, "share": 0.5, "strict": True, "name": "x", "none": None}
    assert dataclasses.is_dataclass(Provenance)
    assert hints["parameters"] == dict[str, str | int | float | bool | None]
    document: dict[str, Any] = {
        **dict.fromkeys(hints, "x"),
        "prompt": None,
        "cost": None,
        "writing": None,
    }
    document |= {"parameters": given_values, "tokens": {"input": 1, "output": 2}}
    made = decode(Provenance, document)
    assert list(map(repr, encode(made)["parameters"].values())) == list(
        map(repr, given_values.values())
    )


def test_a_time_is_a_text_in_iso_8601() -> None:
    noon = datetime(2031, 5, 6, 12, tzinfo=UTC)
    assert encode(noon) == "2031-05-06T12:00:00+00:00"
    assert decode(datetime, encode(noon)) == noon
    with pytest.raises(CodecError, match="no time"):
        decode(datetime, "noon")
