"""Which model writes, how it is reached and how it is asked."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.write.chat.cache import cache_folder
from summarizer.write.chat.keys import read_key
from summarizer.write.chat.settings import ChatSettings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from summarizer.write.chat.cache import Answers
    from summarizer.write.chat.pace import Book
    from summarizer.write.prompted.budget import Price

_CHAT = ChatSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """How a model is asked to write; what is not given is looked for in the environment.

    There a name is OPENAI_MODEL, a server OPENAI_BASE_URL (else it is OpenAI), a key OPENAI_API_KEY
    or in the file that OPENAI_API_KEY_FILE names. A server that has just one model needs no name.

    `prompt` is a released prompt, NAME or NAME@VERSION, or one of `prompts_dir`. `input_tokens`
    limits the evidence, `max_tokens` an answer (None: what it may need), `max_cost` (US dollars)
    everything that a summary takes. `timeout` are seconds for one attempt, `deadline` seconds for a
    request with all its attempts. `prices` are one's own, by the name of the model. `cache` keeps
    answers; `cassette` is a folder to replay answers from or, with `record`, to write them to.
    `book` is where requests are booked, if the limits are to hold for several processes together,
    and `answers` keeps what was answered for all of them, in the place of the folder.

    Examples:
        >>> settings = ModelSettings(name="quill-2", base_url="http://127.0.0.1:11434/v1")
        >>> settings.prompt, settings.max_cost
        ('summarize', None)
    """

    name: str | None = None
    base_url: str | None = None
    api_key_file: Path | None = None
    prompt: str = "summarize"
    prompts_dir: Path | None = None
    input_tokens: int | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    temperature: float | None = None
    seed: int | None = None
    datamarking: bool = False
    timeout: float = _CHAT.timeout
    deadline: float = _CHAT.deadline
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    concurrency: int = _CHAT.concurrency
    prices: Mapping[str, Price] = field(default_factory=dict)
    cache: bool = True
    cassette: Path | None = None
    record: bool = False
    book: Book | None = None
    answers: Answers | None = None

    def connection(self, environment: Mapping[str, str] = os.environ) -> ChatSettings:
        """How the server is reached.

        Raises:
            UsageError: a file with a key cannot be read, or holds none.
        """
        return ChatSettings(
            base_url=self.base_url or environment.get("OPENAI_BASE_URL") or None,
            key=read_key(environment, self.api_key_file),
            timeout=self.timeout,
            deadline=self.deadline,
            requests_per_minute=self.requests_per_minute,
            tokens_per_minute=self.tokens_per_minute,
            concurrency=self.concurrency,
            cache=cache_folder(environment) if self.cache else None,
            cassette=self.cassette,
            record=self.record,
            book=self.book,
            answers=self.answers,
        )


def model_name(settings: ModelSettings, connection: ChatSettings, *, asking: bool) -> str:
    """The model to ask: the one given, or with `asking` the only one that a server has.

    Raises:
        UsageError: nobody says which.
        ProviderError: the server that was asked for its models failed.
    """
    given = settings.name or os.environ.get("OPENAI_MODEL")
    if given:
        return given
    if connection.base_url is None or connection.replays or not asking:
        raise UsageError(
            "no-model",
            "no model is named",
            "give --model, OPENAI_MODEL or name in [model] of summarizer.toml, or use --writer"
            " extractive, which needs none",
        )
    from summarizer.write.chat.opening import only_model  # noqa: PLC0415  (asks the server)

    return only_model(connection)
