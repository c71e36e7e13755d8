"""The published schemas and the data types say the same."""

# ruff: noqa: ANN401, PLR0911  (walks any type and any JSON value, one return for each kind)

from __future__ import annotations

import dataclasses
import json
import types
import typing
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from summarizer.digest.documents.data import Document
from summarizer.model.dry_run import DryRun
from summarizer.model.findings import CheckReport, PairReport
from summarizer.model.pack import Pack
from summarizer.model.setup import Checkup, Configuration
from summarizer.model.stored import StoredAnswers
from summarizer.model.story import Grouping, Inspection
from summarizer.model.summary import Summary

ROOTS = {
    "summary": Summary,
    "check": CheckReport,
    "pair": PairReport,
    "inspection": Inspection,
    "grouping": Grouping,
    "pack": Pack,
    "dry-run": DryRun,
    "cache": StoredAnswers,
    "config": Configuration,
    "doctor": Checkup,
    "digest": Document,
}
NAMES = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}
SCHEMAS = {
    file.name.removesuffix(".json"): json.loads(file.read_text(encoding="utf-8"))
    for file in files("summarizer").joinpath("model").joinpath("schemas").iterdir()
    if file.name.endswith(".json")
}


def shape(kind: Any) -> Any:
    """What a data type is to JSON: type names, enum values, fields by name."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return {"enum": sorted(parts)}
    if origin is tuple:
        return [shape(parts[0])]
    if origin is dict:
        return {"values": shape(parts[1])}
    if parts:
        return merged([shape(part) for part in parts])
    if kind in NAMES:
        return NAMES[kind]
    hints = typing.get_type_hints(kind)
    if not dataclasses.is_dataclass(kind):
        return {"array": [shape(hint) for hint in hints.values()]}
    return {"fields": {name: shape(hint) for name, hint in hints.items()}}


def described(schema: Any, definitions: Any) -> Any:
    """The same of a schema."""
    if "$ref" in schema:
        return referred(schema["$ref"], definitions)
    if "anyOf" in schema:
        return merged([described(option, definitions) for option in schema["anyOf"]])
    if "const" in schema:
        return NAMES[type(schema["const"])]
    if "enum" in schema:
        return {"enum": sorted(schema["enum"])}
    if isinstance(schema["type"], list):
        return merged([described({**schema, "type": each}, definitions) for each in schema["type"]])
    if schema["type"] == "array":
        if "prefixItems" in schema:
            return {"array": [described(each, definitions) for each in schema["prefixItems"]]}
        return [described(schema["items"], definitions)]
    if schema["type"] == "object":
        if schema["additionalProperties"] is not False:
            return {"values": described(schema["additionalProperties"], definitions)}
        listed = schema["properties"].items()
        return {"fields": {name: described(each, definitions) for name, each in listed}}
    return schema["type"]


def referred(reference: str, definitions: Any) -> Any:
    """The same of what a schema refers to, in itself or in another one."""
    urn, _, name = reference.rpartition("#")
    definition = name.rpartition("/")[2]
    if not urn and reference.startswith("#"):
        return described(definitions[definition], definitions)
    other = SCHEMAS[(urn or reference).rpartition(":")[2]]
    return described(other["$defs"][definition] if urn else other, other["$defs"])


def merged(options: list[Any]) -> Any:
    """A union; a whole number is a number to JSON."""
    flat = {json.dumps(each, sort_keys=True) for each in options}
    if '"number"' in flat:
        flat.discard('"integer"')
    return {"any": sorted(flat)}


def objects(schema: Any) -> list[Any]:
    """All object schemas inside a schema."""
    inside = schema.values() if isinstance(schema, dict) else schema
    nested = [each for item in inside if isinstance(item, dict | list) for each in objects(item)]
    here = isinstance(schema, dict) and schema.get("type") == "object" and "properties" in schema
    return [schema, *nested] if here else nested


def test_every_document_has_its_schema() -> None:
    assert sorted(SCHEMAS) == sorted([*ROOTS, "error"])


@pytest.mark.parametrize("name", sorted(ROOTS))
def test_fields_types_and_values_are_those_of_the_data(name: str) -> None:
    assert described(SCHEMAS[name], SCHEMAS[name]["$defs"]) == shape(ROOTS[name])


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_valid_and_named(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:summarizer:schema:1:{name}"
    assert schema["title"]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_objects_are_strict_and_every_field_is_described(name: str) -> None:
    for each in objects(SCHEMAS[name]):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
        assert [
            key for key, field in each["properties"].items() if "description" not in field
        ] == []


def test_a_definition_is_the_same_in_every_schema() -> None:
    seen: dict[str, Any] = {}
    for schema in SCHEMAS.values():
        for name, definition in schema.get("$defs", {}).items():
            assert seen.setdefault(name, definition) == definition


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("Citation", "source", "source 1"),
        ("Citation", "start", -1),
        ("Finding", "rule", "quo101"),
        ("ClaimVerdict", "score", 1.5),
        ("Source", "published", "yesterday"),
        ("Conflict", "positions", []),
    ],
)
def test_values_have_bounds(name: str, field: str, value: object) -> None:
    defined = {
        key: each for schema in SCHEMAS.values() for key, each in schema.get("$defs", {}).items()
    }
    schema = {"$ref": f"#/$defs/{name}/properties/{field}", "$defs": defined}
    assert not Draft202012Validator(schema).is_valid(value)
