"""The forms of a request that older servers take.

OpenAI's present form limits an answer by `max_completion_tokens` and asks for JSON by a strict
schema. A server that refuses one of these is asked again in the older form, and from then on at
once: `max_tokens`; JSON of any shape; no format at all. The answer is validated in any case.
"""

from __future__ import annotations

import re
from typing import Any

_FORMAT = re.compile(r"response_format|json_schema|schema|structured output|grammar", re.IGNORECASE)


class Forms:
    """What one server has refused so far. Several threads may learn at a time: each only adds."""

    def __init__(self) -> None:
        """Nothing is refused yet."""
        self._refused: set[str] = set()

    def fit(self, body: dict[str, Any]) -> dict[str, Any]:
        """A request in the newest form that is not refused."""
        fitted = dict(body)
        if "max_completion_tokens" in self._refused:
            fitted["max_tokens"] = fitted.pop("max_completion_tokens")
        if "response_format" in self._refused:
            del fitted["response_format"]
        elif "json_schema" in self._refused:
            fitted["response_format"] = {"type": "json_object"}
        return fitted

    def learn(self, sent: dict[str, Any], status: int, said: str) -> str | None:
        """What to tell people if these words refuse a form that was sent; None if they do not."""
        if status not in (400, 422, 501):
            return None
        if "max_completion_tokens" in sent and "max_completion_tokens" in said:
            return self._without("max_completion_tokens", "'max_completion_tokens'")
        if "response_format" in sent and _FORMAT.search(said):
            if sent["response_format"]["type"] == "json_schema":
                return self._without("json_schema", "the JSON Schema of the answer")
            return self._without("response_format", "to promise JSON")
        return None

    def _without(self, form: str, what: str) -> str:
        self._refused.add(form)
        return f"the server refuses {what} and is asked without"
