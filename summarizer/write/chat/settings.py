"""How a model is reached: the server, the key, times, limits, and where answers are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.write.chat.keys import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """What `open_chat` needs to know.

    `base_url` is None for OpenAI itself. `timeout` are seconds for one attempt, `deadline` seconds
    for a request with all its attempts and the waiting between them. None is no limit for
    `requests_per_minute` and `tokens_per_minute`; `concurrency` is how many requests may be on
    their way at a time. `cache` is the folder of stored answers, None for none; `cassette` a
    folder to replay answers from or, with `record`, to write them to.
    """

    base_url: str | None = None
    key: Key | None = None
    timeout: float = 300.0
    deadline: float = 600.0
    attempts: int = 5
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    concurrency: int = 8
    cache: Path | None = None
    cassette: Path | None = None
    record: bool = False
