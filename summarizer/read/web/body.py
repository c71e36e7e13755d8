"""The body of a response, unpacked, within bounds: a small one may unpack to gigabytes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What is asked for, and all that is unpacked.
ENCODINGS = "gzip, deflate"
_GZIP = 16 + zlib.MAX_WBITS


class TooLargeError(Exception):
    """A body is larger than allowed, as sent or unpacked; the bound in bytes."""

    def __init__(self, bound: int) -> None:
        """Name the bound."""
        super().__init__(bound)
        self.bound = bound


class BrokenBodyError(Exception):
    """A body cannot be unpacked; the reason."""


def unpacked(chunks: Iterable[bytes], encoding: str, raw: int, decoded: int) -> bytes:
    """The whole body.

    Args:
        chunks: the body as it is sent.
        encoding: the value of `Content-Encoding`.
        raw: the most bytes as sent.
        decoded: the most bytes unpacked.

    Raises:
        TooLargeError: there are more.
        BrokenBodyError: it is packed in another way, wrongly, or not to its end.
    """
    name = encoding.strip().lower()
    bounded = _bounded(chunks, raw)
    if name in ("", "identity"):
        return _joined(bounded, decoded)
    if name not in ("gzip", "x-gzip", "deflate"):
        raise BrokenBodyError(f"it is packed as '{name[:40]}', which was not asked for")
    try:
        return _inflated(bounded, decoded, gzip=name != "deflate")
    except zlib.error:
        raise BrokenBodyError(f"it is no {name}, though it says so") from None


def _bounded(chunks: Iterable[bytes], most: int) -> Iterable[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise TooLargeError(most)
        yield chunk


def _joined(chunks: Iterable[bytes], most: int) -> bytes:
    return b"".join(_bounded(chunks, most))


def _inflated(chunks: Iterable[bytes], most: int, *, gzip: bool) -> bytes:
    """The members of a gzip, or one deflate stream with or without its zlib header."""
    parts: list[bytes] = []
    size = 0
    machine = None
    for chunk in chunks:
        rest = chunk
        while rest:
            if machine is None or machine.eof:
                if parts and not gzip:
                    return b"".join(parts)
                machine = zlib.decompressobj(_GZIP if gzip else _bits(rest))
            parts.append(machine.decompress(rest, most - size + 1))
            size += len(parts[-1])
            if size > most:
                raise TooLargeError(most)
            rest = machine.unused_data if machine.eof else machine.unconsumed_tail
            if machine.eof and not rest.strip(b"\0"):  # some servers pad
                rest = b""
    if machine is not None and not machine.eof:
        raise BrokenBodyError("it breaks off")
    return b"".join(parts)


def _bits(first: bytes) -> int:
    """Zlib's format (RFC 1950) starts with 0x?8; bare deflate, which some send, hardly ever."""
    return zlib.MAX_WBITS if first[0] & 0x0F == 8 else -zlib.MAX_WBITS
