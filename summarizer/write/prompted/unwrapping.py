"""The JSON object in a model's answer, whatever it is wrapped in."""

from __future__ import annotations

import json
import re
from typing import Any

# More than ten times the longest answer that the limits allow.
_LONGEST = 500_000
_FENCE = re.compile(r"```(?:json|JSON)?[ \t]*\n")
_THOUGHT = "</think>"


class Malformed(ValueError):  # noqa: N818  (an outcome with a way on, not a failure)
    """An answer of the wrong form; the message says to the model what is wrong."""


def unwrapped(text: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The object and notes on what was around it: fences, prose, the model's thoughts.

    Raises:
        Malformed: there is no JSON object, or one with a key twice: nobody knows which counts.
    """
    bare = text.strip().removeprefix("\ufeff")
    if not bare:
        raise Malformed("it was empty")
    if len(bare) > _LONGEST:
        raise Malformed("it was far too long")
    decoder = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_number)
    start = _start(bare)
    try:
        found, end = decoder.raw_decode(bare, start)
    except RecursionError as reason:
        raise Malformed("it was nested too deeply") from reason
    except Malformed:
        raise
    except ValueError as reason:
        raise Malformed(f"it was not JSON ({reason})") from reason
    if not isinstance(found, dict):
        raise Malformed("it was not a JSON object")
    alone = start == 0 and end == len(bare)
    return found, () if alone else ("the model wrapped its JSON in other text",)


def _start(text: str) -> int:
    """Where the object begins: at once, in a fence, or at the first brace behind the thoughts."""
    if text[0] in "{[":
        return 0
    begin = text.rfind(_THOUGHT) + 1
    fence = _FENCE.search(text, begin)
    begin = fence.end() if fence else begin
    brace = text.find("{", begin)
    return brace if brace >= 0 else begin


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Malformed(f"the key {name!r} stood twice in one object")
        found[name] = value
    return found


def _no_number(name: str) -> None:
    raise Malformed(f"{name} is no value of JSON")
