"""Whether a JSON value fits a JSON Schema, for the keywords that our schemas use.

A quick yes: loading jsonschema costs more than a tenth of a whole run, so it is asked only for
the words of what does not fit, and about keywords that are not known here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Schema = Mapping[str, Any]
    Keyword = Callable[[Any, Schema, Schema], bool]

_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
}
_REMARKS = frozenset({"$schema", "$id", "$defs", "title", "description"})


def fits(value: object, schema: Schema, whole: Schema) -> bool:
    """Whether a value surely fits a part of the `whole` schema; False also where unclear."""
    known = _REMARKS | _KEYWORDS.keys()
    return schema.keys() <= known and all(
        _KEYWORDS[keyword](value, schema, whole) for keyword in schema if keyword in _KEYWORDS
    )


def _type(value: object, schema: Schema, _: Schema) -> bool:
    allowed = schema["type"]
    names = allowed if isinstance(allowed, list) else [allowed]
    return any(name in _TYPES and _TYPES[name](value) for name in names)


def _required(value: object, schema: Schema, _: Schema) -> bool:
    return not isinstance(value, dict) or all(name in value for name in schema["required"])


def _properties(value: object, schema: Schema, whole: Schema) -> bool:
    given = schema["properties"]
    return not isinstance(value, dict) or all(
        fits(each, given[name], whole) for name, each in value.items() if name in given
    )


def _additional(value: object, schema: Schema, whole: Schema) -> bool:
    rule, given = schema["additionalProperties"], schema.get("properties", {})
    others = [v for k, v in value.items() if k not in given] if isinstance(value, dict) else []
    return not others or (rule is not False and all(fits(each, rule, whole) for each in others))


def _items(value: object, schema: Schema, whole: Schema) -> bool:
    return not isinstance(value, list) or all(fits(v, schema["items"], whole) for v in value)


def _ref(value: object, schema: Schema, whole: Schema) -> bool:
    name = schema["$ref"].removeprefix("#/$defs/")
    return name in whole["$defs"] and fits(value, whole["$defs"][name], whole)


_KEYWORDS: dict[str, Keyword] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    "items": _items,
    "$ref": _ref,
    "anyOf": lambda value, schema, whole: any(fits(value, s, whole) for s in schema["anyOf"]),
    "const": lambda value, schema, _: type(value) is type(c := schema["const"]) and value == c,
    "enum": lambda value, schema, _: isinstance(value, str) and value in schema["enum"],
    "pattern": lambda value, schema, _: (
        not isinstance(value, str) or re.search(schema["pattern"], value) is not None
    ),
    "minLength": lambda value, schema, _: (
        not isinstance(value, str) or len(value) >= schema["minLength"]
    ),
    "maxLength": lambda value, schema, _: (
        not isinstance(value, str) or len(value) <= schema["maxLength"]
    ),
    "minItems": lambda value, schema, _: (
        not isinstance(value, list) or len(value) >= schema["minItems"]
    ),
    "minimum": lambda value, schema, _: (
        not isinstance(value, (int, float)) or value >= schema["minimum"]
    ),
}
