"""What would be sent to a model, and what it would cost: the document of a dry run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model.summary import PromptReference, Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMessage:
    """One message of a request."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRequest:
    """One request; `key` is the one by which the answer cache and cassettes know it.

    `answer_schema` is the JSON Schema of the answer, as JSON text; `max_tokens` limits the answer.
    """

    key: str
    messages: tuple[PlannedMessage, ...]
    schema_name: str
    answer_schema: str
    max_tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a run with these settings would send nothing: the error that it would end with."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What would be sent for a summary if every answer is of use, without repair.

    Where a plan comes first, what follows depends on it: the last request is then the largest
    possible. `tokens` are the most that would be spent, `cost` is in US dollars, None where the
    price of the model is not known. `refusal` is None where the limit of cost, if there is one,
    lets a run begin.
    """

    model: str
    server: str
    prompt: PromptReference
    requests: tuple[PlannedRequest, ...]
    tokens: Tokens
    cost: float | None
    refusal: Refusal | None
