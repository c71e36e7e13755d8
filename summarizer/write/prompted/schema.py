"""The shape of a model's answers: JSON Schemas in the strict subset that servers enforce.

Every object names all its properties, in the order in which a model is to think: the sentences
first, then who speaks, the exact quotations, and the wording last. Ids are an enum of what the
model was shown, so that a server that holds the schema cannot answer with another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from summarizer.model.summary import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Sequence

Schema = Mapping[str, Any]

KINDS = get_args(ClaimKind)
# Sentences, stations of a route and quotations of one claim.
MOST_SENTENCES = 6
MOST_ROUTES = 4
MOST_QUOTATIONS = 4
# OpenAI takes 1,000 values of enums in all and 15,000 characters of one with more than 250.
_MOST_IDS = 800
_MOST_CHARACTERS = 14_000


def answer_schema(ids: Sequence[str], most: int) -> Schema:
    """The answer of a prompt that writes: claims, at most so many, and the headline."""
    claims = {"type": "array", "items": _ref("claim"), "minItems": 1, "maxItems": most}
    return _root({"claims": claims, "headline": _ref("claim")}, ids, claim=_claim({}))


def plan_schema(ids: Sequence[str], most: int) -> Schema:
    """The answer of a plan: the sentences of each claim, at most so many, and of the headline."""
    group = _object({"sentences": _sentences(), "kind": {"type": "string", "enum": [*KINDS]}})
    claims = {"type": "array", "items": _ref("group"), "minItems": 1, "maxItems": most}
    return _root({"claims": claims, "headline": _ref("group")}, ids, group=group)


def repair_schema(ids: Sequence[str], claims: Sequence[str]) -> Schema:
    """The answer of a repair: those of these claims that could be mended, by their ids."""
    item = _claim({"id": {"type": "string", "enum": [*claims]}})
    listed = {"type": "array", "items": _ref("claim"), "minItems": 0, "maxItems": len(claims)}
    return _root({"claims": listed}, ids, claim=item)


def _claim(first: Schema) -> Schema:
    optional = {"type": ["string", "null"]}
    quotation = _object({"sentence": _ref("sentence"), "text": {"type": "string"}})
    return _object(
        {
            **first,
            "sentences": _sentences(),
            "speaker": optional,
            "role": optional,
            "cue": optional,
            "via": {"type": "array", "items": {"type": "string"}, "maxItems": MOST_ROUTES},
            "quotations": {"type": "array", "items": quotation, "maxItems": MOST_QUOTATIONS},
            "text": {"type": "string"},
            "kind": {"type": "string", "enum": [*KINDS]},
        }
    )


def _sentences() -> Schema:
    most = MOST_SENTENCES
    return {"type": "array", "items": _ref("sentence"), "minItems": 1, "maxItems": most}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _root(properties: Schema, ids: Sequence[str], **defined: Schema) -> Schema:
    return {**_object(properties), "$defs": {**defined, "sentence": _id(ids)}}


def _id(ids: Sequence[str]) -> Schema:
    """An id: one of these, or where they are too many for a server, anything like one."""
    if len(ids) <= _MOST_IDS and sum(map(len, ids)) <= _MOST_CHARACTERS:
        return {"type": "string", "enum": [*ids]}
    return {"type": "string", "pattern": r"^s[0-9]{1,4}\.[0-9]{1,5}$"}


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }
