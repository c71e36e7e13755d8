"""A question to a model, for tests that care about one part of it or none."""

from __future__ import annotations

from typing import Any

from summarizer.write.chat.exchange import Message, Request


def question(text: str = "Who is the mayor of Arden?", **parts: Any) -> Request:  # noqa: ANN401
    """A request for an object with one name; `parts` are other fields of it."""
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}},
        "required": ["name"],
        "additionalProperties": False,
    }
    given: dict[str, Any] = {
        "model": "test-model",
        "messages": (Message(role="user", content=text),),
        "schema_name": "person",
        "schema": schema,
        "max_tokens": 40,
    }
    return Request(**(given | parts))
