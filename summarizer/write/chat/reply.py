"""What a server sent, read as the answer to a request. Nothing in it is trusted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.model.summary import Tokens
from summarizer.write.chat.exchange import Answer
from summarizer.write.chat.failures import filtered, refused, unreadable

if TYPE_CHECKING:
    from summarizer.write.chat.exchange import Finish

# Characters of a model's name.
_NAME = 200


def answer(content: bytes, *, model: str, host: str, seconds: float) -> Answer:
    """The answer in the body of a response; `model` is the name it was asked by.

    Raises:
        ProviderError: it is no answer, or one that says that there is none.
    """
    document = parsed(content, host)
    choice, message = _choice(document, host)
    if message.get("refusal"):
        raise refused(str(message["refusal"]))
    if choice.get("finish_reason") == "content_filter":
        raise filtered(host)
    finish: Finish = "length" if choice.get("finish_reason") == "length" else "stop"
    name = document.get("model")
    return Answer(
        text=well_formed(_text(message.get("content"))),
        finish=finish,
        model=well_formed(name[:_NAME]) if isinstance(name, str) and name else model,
        tokens=_tokens(document.get("usage")),
        seconds=seconds,
    )


def parsed(content: bytes, host: str) -> dict[str, Any]:
    """The JSON object that a body holds.

    Raises:
        ProviderError: it holds none, or one that only tells of an error.
    """
    if not content.strip():
        raise unreadable(host, "it is empty")
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        page = content.lstrip()[:1] == b"<"
        raise unreadable(host, "it is a web page" if page else "it is no whole JSON") from None
    if not isinstance(document, dict):
        raise unreadable(host, "it is no JSON object")
    if error := document.get("error"):  # gateways send failures of others with status 200
        words = error.get("message") if isinstance(error, dict) else error
        raise unreadable(host, f"it tells of an error, {str(words)[:200]}")
    return document


def well_formed(text: str) -> str:
    """A text that can be stored: JSON may hold halves of characters, which no file can."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _choice(document: dict[str, Any], host: str) -> tuple[dict[str, Any], dict[str, Any]]:
    choices = document.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise unreadable(host, "it has no message")
    return choice, message


def _text(content: object) -> str:
    """The text of a message, which may come in parts."""
    if isinstance(content, list):
        parts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    return content if isinstance(content, str) else ""


def _tokens(usage: object) -> Tokens:
    counts = usage if isinstance(usage, dict) else {}
    return Tokens(
        input=_count(counts.get("prompt_tokens")), output=_count(counts.get("completion_tokens"))
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
