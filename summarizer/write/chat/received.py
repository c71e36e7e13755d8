"""Bounds on what a server may send: bytes, and seconds from the request to the last of them.

httpx2's own timeout is one for each read: a server that sends a byte now and then would never meet
it. Importing this imports httpx2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Bytes. An answer of 16,000 tokens has about 100,000, and as many for what a model thought before.
LARGEST = 4 << 20
# Bytes of a file of answers: a batch has at most 2,000 of them, which fit if they have 32,000 each.
LARGEST_FILE = 64 << 20
# How the address of a file's content ends.
_FILE = "/content"
# Compressed bytes, which are not asked for: deflate makes at most 1,032 of one, so that no more
# than 260 MiB come of them.
_LARGEST_COMPRESSED = 1 << 18
_BEGAN = "summarizer_began"
# What httpcore2 traces when it has a connection for a request.
_SENDING = "send_request_headers.started"


class TooLargeError(Exception):
    """A response has more bytes than any answer has."""


def bounding(
    clock: Callable[[], float], sending: Callable[[], None]
) -> dict[str, list[Callable[[Any], None]]]:
    """The hooks of an httpx2 client that hold the bounds, and call `sending` before the first byte.

    A response is read within the read timeout of its request, counted from the moment it was sent,
    or fails as a read that timed out. More bytes are a `TooLargeError`.
    """

    def begin(request: httpx2.Request) -> None:
        def follow(event: str, _: object) -> None:
            if event.endswith(_SENDING):  # the connection is made
                sending()
                request.extensions[_BEGAN] = clock()

        request.extensions["trace"] = follow

    def bound(response: httpx2.Response) -> None:
        extensions = response.request.extensions
        seconds = extensions.get("timeout", {}).get("read")
        end = None if seconds is None else extensions[_BEGAN] + seconds
        plain = response.headers.get("content-encoding", "identity") == "identity"
        largest = LARGEST_FILE if response.request.url.path.endswith(_FILE) else LARGEST
        stream = response.stream
        assert isinstance(stream, httpx2.SyncByteStream)  # noqa: S101  (the client is no async one)
        response.stream = _Bounded(stream, largest if plain else _LARGEST_COMPRESSED, end, clock)

    return {"request": [begin], "response": [bound]}


class _Bounded(httpx2.SyncByteStream):
    """A stream of bytes that ends with an error when it has too many or takes too long."""

    def __init__(
        self,
        stream: httpx2.SyncByteStream,
        largest: int,
        end: float | None,
        clock: Callable[[], float],
    ) -> None:
        self._stream = stream
        self._largest = largest
        self._end = end
        self._clock = clock

    def __iter__(self) -> Iterator[bytes]:
        received = 0
        for chunk in self._stream:
            received += len(chunk)
            if received > self._largest:
                raise TooLargeError
            if self._end is not None and self._clock() > self._end:
                message = "the response is not finished in time"
                raise httpx2.ReadTimeout(message)
            yield chunk

    def close(self) -> None:
        self._stream.close()
