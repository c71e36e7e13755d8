"""Whether the parts of an answer have the shape that was asked for.

Many servers do not enforce a schema. What is harmless is let pass here: properties too many, lists
too long; ids that do not exist are looked at where they are looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.write.prompted.unwrapping import Malformed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jsonschema.exceptions import ValidationError

    from summarizer.write.prompted.schema import Schema

# Of a message of the validator, which may quote a whole answer.
_LONGEST_REASON = 300
_HARMLESS = frozenset({"additionalProperties", "maxItems"})
_OF_VALUES = frozenset({"enum", "pattern"})


def items(
    data: Mapping[str, Any], schema: Schema, *, strict: bool
) -> tuple[list[dict[str, Any]], list[str]]:
    """The items of the list "claims" that have the shape, and notes on those that have not.

    Raises:
        Malformed: there is no such list, none of its items has the shape, or `strict` and one has
            not.
    """
    wanted = schema["properties"]["claims"]
    listed = data.get("claims")
    if not isinstance(listed, list):
        raise Malformed('it has no list "claims"')
    reasons = [misshapen(each, wanted["items"], schema) for each in listed]
    wrong = [f"claims[{n}]: {reason}" for n, reason in enumerate(reasons) if reason]
    good = [each for each, reason in zip(listed, reasons, strict=True) if not reason]
    if wrong and (strict or not good):
        raise Malformed(wrong[0])
    if len(good) < wanted["minItems"]:
        raise Malformed('the list "claims" is empty')
    return good, [left_out(each) for each in wrong]


def left_out(what: str) -> str:
    """A note on a part of an answer that could not be read."""
    return f"left out of the answer: {what}"


def misshapen(value: object, wanted: Schema, schema: Schema) -> str | None:
    """What is wrong with the shape of a value, if anything."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (.1 s, only where a model writes)

    validator = Draft202012Validator({**wanted, "$defs": schema["$defs"]})
    found = (error for error in validator.iter_errors(value) if not _harmless(error))
    worst = next(found, None)
    if worst is None:
        return None
    place = "".join(f"[{part!r}]" for part in worst.absolute_path)
    return f"{place} {worst.message}".strip()[:_LONGEST_REASON]


def _harmless(error: ValidationError) -> bool:
    """Whether an error does not hinder reading, or is about an id."""
    path = [part for part in error.absolute_path if isinstance(part, str)]
    of_id = path[-1:] in (["sentences"], ["sentence"], ["id"]) and isinstance(error.instance, str)
    return error.validator in _HARMLESS or (of_id and error.validator in _OF_VALUES)
