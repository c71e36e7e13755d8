"""OpenAI's Batch API: many requests in a file, answered within a day at half the price.

https://platform.openai.com/docs/guides/batch (file, batch, output and error file; at most 50,000
requests and 200 MB; a batch that is cancelled gives what it has after up to ten minutes). One
attempt at everything: who waits for hours can try again at the next look.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from openai import APIStatusError

from summarizer.errors import ProviderError
from summarizer.write.chat.failures import quoted, unreadable
from summarizer.write.chat.reply import answer, parsed
from summarizer.write.chat.server import Server
from summarizer.write.chat.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.write.chat.exchange import Answer, Request
    from summarizer.write.chat.settings import ChatSettings

# Requests of one batch, so that the file of their answers (10 kB each, rarely 100) can be read.
MOST = 2_000
# Bytes of the requests of one batch: half of what OpenAI takes.
_LARGEST = 100_000_000
_ENDPOINT: Final = "/v1/chat/completions"
# The key of a batch's metadata under which it says what it was made for.
_PURPOSE = "summarizer"
_ENDED = ("completed", "expired", "cancelled")
# How many batches are looked through for one that was made before, the newest ones.
_LISTED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch as the server tells of it.

    `ended` says whether there is no more to wait for; `files` hold what there is of answers, and
    `trouble` is why the whole of it failed, in the server's words.
    """

    id: str
    ended: bool
    input: str
    files: tuple[str, ...]
    trouble: str | None


class Batches:
    """The batches of one server."""

    def __init__(self, settings: ChatSettings, timing: Timing | None = None) -> None:
        """Get ready; nothing is sent yet."""
        self._server = Server(settings, timing or Timing())
        self._seconds = settings.timeout

    def submit(self, requests: Sequence[Request], purpose: str) -> tuple[Batch, int]:
        """See that there is a batch for this purpose; and how many of the requests are in it.

        One that was made before, by a process that died before it could say so, is found by its
        purpose. Requests beyond what one batch takes are left for the next one.

        Raises:
            ProviderError: the server takes no batches, or not these.
        """
        lines = list(_fitting(requests))
        made = self._made_before(purpose)
        return made or self._made("".join(lines).encode(), purpose), len(lines)

    def look(self, batch: str) -> Batch:
        """How it is with a batch.

        Raises:
            ProviderError: the server cannot be asked, or has no such batch.
        """
        return self._told(partial(self._server.api.batches.with_raw_response.retrieve, batch))

    def cancel(self, batch: str) -> Batch:
        """Have no more requests answered: what is answered can still be had.

        Raises:
            ProviderError: the server cannot be asked, or has no such batch.
        """
        return self._told(partial(self._server.api.batches.with_raw_response.cancel, batch))

    def answers(self, batch: Batch) -> dict[str, Answer]:
        """The answers that a batch has, by the keys of their requests.

        Raises:
            ProviderError: the server cannot be asked.
        """
        found: dict[str, Answer] = {}
        for name in batch.files:
            content = self._received(
                partial(self._server.api.files.with_raw_response.content, name)
            )
            found |= _answers(content, self._server.host)
        return found

    def forget(self, batch: Batch) -> None:
        """Delete what the server keeps of it, as far as it lets us: articles are not ours."""
        for name in (batch.input, *batch.files):
            with contextlib.suppress(ProviderError):
                self._received(partial(self._server.api.files.with_raw_response.delete, name))

    def _made_before(self, purpose: str) -> Batch | None:
        listing = partial(self._server.api.batches.with_raw_response.list, limit=_LISTED)
        listed = parsed(self._received(listing), self._server.host).get("data")
        for each in listed if isinstance(listed, list) else []:
            metadata = each.get("metadata") if isinstance(each, dict) else None
            if isinstance(metadata, dict) and metadata.get(_PURPOSE) == purpose:
                return _batch(each, self._server.host)
        return None

    def _made(self, content: bytes, purpose: str) -> Batch:
        file = ("requests.jsonl", content, "application/jsonl")
        upload = self._server.api.files.with_raw_response.create
        kept = parsed(
            self._received(partial(upload, file=file, purpose="batch")), self._server.host
        )
        return self._told(
            partial(
                self._server.api.batches.with_raw_response.create,
                input_file_id=str(kept.get("id")),
                endpoint=_ENDPOINT,
                completion_window="24h",
                metadata={_PURPOSE: purpose},
            )
        )

    def _told(self, call: Callable[..., Any]) -> Batch:
        return _batch(parsed(self._received(call), self._server.host), self._server.host)

    def _received(self, call: Callable[..., Any]) -> bytes:
        try:
            return self._server.received(call, self._seconds)
        except APIStatusError as error:
            raise self._server.failure(error) from None


def _fitting(requests: Sequence[Request]) -> Iterator[str]:
    """The lines of a batch's file, as many as it takes."""
    left = _LARGEST
    for request in requests[:MOST]:
        order = {"custom_id": request.key, "method": "POST", "url": _ENDPOINT}
        line = json.dumps(order | {"body": request.body()}) + "\n"
        left -= len(line)
        if left < 0:
            return
        yield line


def _batch(document: dict[str, Any], host: str) -> Batch:
    """What a server tells of a batch.

    Raises:
        ProviderError: it is none.
    """
    name, status = document.get("id"), document.get("status")
    if not isinstance(name, str) or not isinstance(status, str):
        raise unreadable(host, "it is no batch")
    files = (document.get("output_file_id"), document.get("error_file_id"))
    return Batch(
        id=name,
        ended=status in _ENDED or status == "failed",
        input=str(document.get("input_file_id")),
        files=tuple(each for each in files if isinstance(each, str) and each),
        trouble=_trouble(document) if status == "failed" else None,
    )


def _trouble(document: dict[str, Any]) -> str:
    """Why a batch failed as a whole, in the words of its first error."""
    errors = document.get("errors")
    listed = errors.get("data") if isinstance(errors, dict) else None
    first = listed[0] if isinstance(listed, list) and listed else None
    words = first.get("message") if isinstance(first, dict) else None
    return f"the batch failed{quoted(words) if isinstance(words, str) else ''}"


def _answers(content: bytes, host: str) -> dict[str, Answer]:
    """The answers in a file, by the keys of their requests; what is none is not there."""
    found: dict[str, Answer] = {}
    for line in content.splitlines():
        with contextlib.suppress(ProviderError):
            told = parsed(line, host)
            name, response = told.get("custom_id"), told.get("response")
            if isinstance(name, str) and isinstance(response, dict):
                body = json.dumps(response.get("body")).encode()
                given = answer(body, model="", host=host, seconds=0.0)
                found[name] = replace(given, batched=True)
    return found
