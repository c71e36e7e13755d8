"""What a language model is asked, and what it answers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from summarizer.model.summary import Tokens

Role = Literal["system", "user", "assistant"]
# Why a model stopped: it was done, or the limit of tokens was met. A refusal is no answer but an
# error.
Finish = Literal["stop", "length"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a chat."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request for an answer in JSON.

    `schema` is a JSON Schema in the strict subset, `schema_name` its name. `max_tokens` limits the
    answer. What is None is not sent: the server decides.
    """

    model: str
    messages: tuple[Message, ...]
    schema_name: str
    schema: Mapping[str, Any]
    max_tokens: int
    temperature: float | None = None
    seed: int | None = None

    def body(self) -> dict[str, Any]:
        """The request as JSON, in the words of `chat.completions`, apart from how it is sent."""
        response_format = {
            "type": "json_schema",
            "json_schema": {"name": self.schema_name, "strict": True, "schema": dict(self.schema)},
        }
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": m.role, "content": m.content} for m in self.messages],
            "response_format": response_format,
            "max_completion_tokens": self.max_tokens,
        }
        optional = {"temperature": self.temperature, "seed": self.seed}
        return body | {key: value for key, value in optional.items() if value is not None}

    @property
    def key(self) -> str:
        """The SHA-256 of the body, by which caches and cassettes know it."""
        text = json.dumps(self.body(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def _unkept() -> None:
    """Forget an answer that nothing keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the text as it is, never yet trusted to be JSON.

    `tokens` are those the server counted (0 where it does not say), `seconds` is the time until it
    came, `model` the name that the server gives. `stored` says that it was paid for before,
    `batched` that it came of a batch, at half the price. Who can do nothing with it says `forget`,
    so that no cache gives it again.
    """

    text: str
    finish: Finish
    model: str
    tokens: Tokens
    seconds: float
    stored: bool = False
    batched: bool = False
    forget: Callable[[], None] = field(default=_unkept, compare=False, repr=False)


Chat = Callable[[Request], Answer]
