"""How a model is reached: the server, the key, times, limits, and where answers are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.write.chat.cache import Answers
    from summarizer.write.chat.keys import Key
    from summarizer.write.chat.pace import Book

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatSettings:
    """What `open_chat` needs to know.

    `base_url` is None for OpenAI itself. `timeout` are seconds for one attempt: a local server on a
    slow machine sends nothing until a whole answer is written. `deadline` are seconds for a request
    with all its attempts and the waiting between them. None is no limit for `requests_per_minute`
    (of which any second has a 60th, rounded up) and `tokens_per_minute`; `concurrency` is how many
    requests may be on their way at a time. `cache` is the folder of stored answers, None for none;
    `cassette` a folder to replay answers from or, with `record`, to write them to. `book` is where
    attempts are booked, if the limits are to hold for several processes together, and `answers`
    keeps what was answered for all of them, in the place of the folder.
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
    book: Book | None = None
    answers: Answers | None = None

    @property
    def url(self) -> str:
        """The address that requests go to."""
        return (self.base_url or OPENAI).rstrip("/")

    @property
    def host(self) -> str:
        """The server's name, with the port if the address has one."""
        return urlsplit(self.url).netloc

    @property
    def replays(self) -> bool:
        """Whether nothing is ever sent."""
        return self.cassette is not None and not self.record


def require(settings: ChatSettings) -> None:
    """Hold that a model can be reached with these settings.

    Raises:
        UsageError: they cannot be, or they contradict each other.
    """
    _require_numbers(settings)
    require_cassette(settings)
    if not settings.replays:
        _require_url(settings.url)
    if settings.base_url is None and settings.key is None and not settings.replays:
        raise UsageError(
            "no-key",
            "there is no key for OpenAI",
            "set OPENAI_API_KEY, name a file with --api-key-file, give the --base-url of another "
            "server, or use --writer extractive, which needs none of them",
        )


def require_cassette(settings: ChatSettings) -> None:
    """Hold that what is to be recorded has a place.

    Raises:
        UsageError: it has none.
    """
    if settings.record and settings.cassette is None:
        raise UsageError(
            "no-cassette", "--record has nowhere to write to", "name a folder with --cassette"
        )


def _require_url(url: str) -> None:
    """The address is one of the web and holds no password; it is quoted only if it holds none."""
    hint = "it looks like http://127.0.0.1:11434/v1"
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port  # raises if it is no number
    except ValueError:
        raise UsageError("bad-base-url", "the base URL is no address of a server", hint) from None
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        told = "the base URL holds more than a server's address and a path"
        raise UsageError("bad-base-url", told, f"a key is given as OPENAI_API_KEY; {hint}")
    if not known:
        raise UsageError("bad-base-url", f"the base URL '{url}' is no http(s) address", hint)


def _require_numbers(settings: ChatSettings) -> None:
    numbers = {
        "timeout": settings.timeout,
        "deadline": settings.deadline,
        "attempts": settings.attempts,
        "requests_per_minute": settings.requests_per_minute,
        "tokens_per_minute": settings.tokens_per_minute,
        "concurrency": settings.concurrency,
    }
    for name, value in numbers.items():
        if value is not None and not 0 < value < float("inf"):
            raise UsageError("bad-limit", f"{name} is {value}", "give a number above 0")
