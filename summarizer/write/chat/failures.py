"""What a provider's failures are to us: every exception of openai becomes a `ProviderError`.

An error that may be gone at the next attempt is a `TransientError`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summarizer.errors import ProviderError

if TYPE_CHECKING:
    from openai import APIStatusError

OTHERWISE = "or use --writer extractive, which needs no model"
# Characters of a provider's own words that are quoted.
_QUOTED = 300
_QUOTA = ("insufficient_quota", "billing_hard_limit_reached", "billing_not_active")
_FILTERED = ("content_filter", "content_policy_violation", "invalid_prompt")
# How servers say that a request is longer than a model can take: OpenAI, vLLM, llama.cpp, Ollama.
_TOO_LONG = re.compile(
    r"context_length|exceed_context|context (?:length|size|window)|prompt is too long"
    r"|maximum context|too many tokens",
    re.IGNORECASE,
)
# How servers say that they do not have a model, beside OpenAI's code: Ollama, vLLM, Mistral.
_NO_MODEL = re.compile(
    r"\bmodel\b.{0,200}?(?:not found|not exist|unknown|not loaded)|invalid model|unknown model",
    re.IGNORECASE,
)
_BY_STATUS = {401: "key-refused", 403: "access-refused"}
_MEANINGS = {
    "quota-exhausted": ("says that the quota is used up", "add credit or raise the limit there"),
    "rate-limited": (
        "takes no more requests for now",
        "wait, lower requests_per_minute or tokens_per_minute",
    ),
    "provider-failed": ("failed", "try again later"),
    "key-refused": ("does not accept the key", "check OPENAI_API_KEY or the key file"),
    "access-refused": ("refuses access", "check what the key may do, and the model's name"),
    "model-not-found": ("does not have the model", "name one that it has with --model"),
    "wrong-address": (
        "has nothing at this address",
        "check the base URL, which usually ends in /v1",
    ),
    "content-filtered": ("does not let this content through", "try another model"),
    "request-too-long": (
        "takes no request of this length",
        "lower --input-tokens, choose a model that takes more",
    ),
    "request-refused": ("refuses the request", "check the model's name and parameters"),
}
# Statuses that may be gone at the next attempt, beside 429 and all from 500 on.
_PASSING = frozenset({408, 409, 425})


class TransientError(ProviderError):
    """A failure that may be gone at the next attempt; `after` seconds, if the server said so."""

    def __init__(self, code: str, message: str, hint: str, *, after: float | None = None) -> None:
        """Keep what the user is told, and when to ask again."""
        super().__init__(code, message, hint)
        self.after = after


def refused_with(error: APIStatusError, host: str, after: float | None) -> ProviderError:
    """What an answer with an error status means; `after` is what its Retry-After says."""
    said = said_by(error)
    code = _code(error, said)
    what, hint = _MEANINGS[code]
    # a refused key is not quoted: servers repeat parts of it
    words = "" if code == "key-refused" else quoted(said)
    message = f"{host} {what} (status {error.status_code}){words}"
    if code in ("rate-limited", "provider-failed"):
        return TransientError(code, message, f"{hint}, {OTHERWISE}", after=after)
    return ProviderError(code, message, f"{hint}, {OTHERWISE}")


def _code(error: APIStatusError, said: str) -> str:
    """The code of the error that an answer with an error status is for us."""
    status = error.status_code
    if status == 402 or (status == 429 and _has(error, _QUOTA, said)):
        return "quota-exhausted"
    if status == 429:
        return "rate-limited"
    if status >= 500 or status in _PASSING:
        return "provider-failed"
    return _BY_STATUS.get(status) or _of_request(error, said)


def _of_request(error: APIStatusError, said: str) -> str:
    """What is wrong with the request itself: asking the same again would not help."""
    if _has(error, ("model_not_found",), "") or _NO_MODEL.search(said):
        return "model-not-found"
    if error.status_code == 404 or error.status_code < 400:  # a redirection is not followed
        return "wrong-address"
    if _has(error, _FILTERED, ""):
        return "content-filtered"
    return "request-too-long" if is_too_long(error) else "request-refused"


def filtered(host: str) -> ProviderError:
    """The error of an answer that the provider's content filter keeps back."""
    return ProviderError(
        "content-filtered",
        f"the content filter of {host} keeps the answer back",
        f"try another model, {OTHERWISE}",
    )


def refused(words: str) -> ProviderError:
    """The error of a model that says it will not answer."""
    return ProviderError(
        "model-refused",
        f"the model refuses to answer{quoted(words)}",
        f"try another model, {OTHERWISE}",
    )


def unreadable(host: str, what: str) -> TransientError:
    """The error of an answer that is none of the protocol, such as a proxy's page."""
    return TransientError(
        "bad-response",
        f"{host} sent no answer of the protocol: {what}",
        f"check the base URL, which usually ends in /v1, {OTHERWISE}",
    )


def too_large(host: str) -> ProviderError:
    """The error of an answer that has no end."""
    return ProviderError(
        "answer-too-large",
        f"{host} sent more than any answer has",
        f"check the base URL and the model, {OTHERWISE}",
    )


def is_too_long(error: APIStatusError) -> bool:
    """Whether a request is refused since it is longer than the model takes."""
    return bool(error.status_code == 413 or _TOO_LONG.search(f"{error.code} {said_by(error)}"))


def said_by(error: APIStatusError) -> str:
    """A server's own words, from the places where servers put them; never a page of HTML."""
    body: Any = error.body
    for name in ("message", "error", "detail", "msg"):
        if isinstance(body, dict):
            body = body.get(name, body)
    return body if isinstance(body, str) and not body.lstrip().startswith("<") else ""


def quoted(words: str) -> str:
    """Somebody's words at the end of a message, on one line and not too many."""
    line = " ".join(words[: 4 * _QUOTED].split())
    clipped = line if len(line) <= _QUOTED else line[: _QUOTED - 2].rstrip() + " …"
    return f": “{clipped}”" if clipped else ""


def _has(error: APIStatusError, codes: tuple[str, ...], said: str) -> bool:
    """Whether an error is of one of these codes, or names one in its words."""
    return error.code in codes or error.type in codes or any(code in said for code in codes)
