"""What a model answers, in the form that it is asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.fault_server import answers

if TYPE_CHECKING:
    from tests.fault_server import Fault, Received


def claim(text: str, *sentences: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    """A claim of a model's answer; `fields` are any other ones of it."""
    given = {"sentences": [*sentences], "speaker": None, "role": None, "cue": None, "via": []}
    return {**given, "quotations": [], "text": text, "kind": "event", **fields}


def written(*claims: dict[str, Any], headline: dict[str, Any]) -> Fault:
    """An answer to the request for a summary."""
    return answers(json.dumps({"claims": claims, "headline": headline}))


def mended(**claims: dict[str, Any]) -> Fault:
    """An answer to the request for other wordings, by the ids of the claims."""
    return answers(json.dumps({"claims": [{"id": name, **each} for name, each in claims.items()]}))


def asked_for(received: Received) -> tuple[str, ...]:
    """The ids of the claims that a request wants mended; none if it wants a summary."""
    schema = received.body["response_format"]["json_schema"]["schema"]
    if "headline" in schema["properties"]:
        return ()
    return tuple(schema["$defs"]["claim"]["properties"]["id"]["enum"])
