"""Connections to addresses that were checked, and to no others.

The name of a host is looked up once for each connection, every address that it has is checked, and
the connection is made to one of these very addresses: a name that changes in between (DNS
rebinding) changes nothing. The certificate is still that of the name (SNI), and so is `Host`.
"""

from __future__ import annotations

import functools
import ipaddress
import os
import threading
import time
from typing import TYPE_CHECKING

import httpcore2

from summarizer.errors import UsageError
from summarizer.read.web.ranges import reserved

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from summarizer.read.web.policy import FetchPolicy, Resolver
    from summarizer.read.web.ranges import IPAddress

_CONNECT = 10.0  # seconds for one of a host's addresses


class TooSlowError(Exception):
    """The time of a fetch is over."""


class ForbiddenError(Exception):
    """An address may not be connected to; which one, and what it is."""

    def __init__(self, address: str, what: str) -> None:
        """Name it."""
        super().__init__(address, what)
        self.address = address
        self.what = what


class Deadline:
    """The moment at which a fetch must have ended; a server that drips cannot move it."""

    def __init__(self, seconds: float) -> None:
        """Start the clock."""
        self._end = time.monotonic() + seconds
        self._paused = 0.0

    def pause(self) -> None:
        """Stop the clock while somebody waits for a turn."""
        self._paused = time.monotonic()

    def resume(self) -> None:
        """Let it go on."""
        self._end += time.monotonic() - self._paused

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            TooSlowError: none are.
        """
        seconds = self._end - time.monotonic()
        if seconds <= 0:
            raise TooSlowError
        return seconds


class CheckedBackend(httpcore2.NetworkBackend):
    """Opens connections to checked addresses; each wait ends with the deadline."""

    def __init__(self, policy: FetchPolicy, deadline: Deadline) -> None:
        """Open what the policy allows, until the deadline."""
        self._policy = policy
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  (the deadline bounds it)
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of the host that answers.

        Raises:
            ForbiddenError: one of its addresses is not of the public internet.
        """
        addresses = checked(host, self._policy, self._deadline)
        for number, address in enumerate(addresses, 1):
            try:
                stream = httpcore2.SyncBackend().connect_tcp(
                    str(address),
                    port,
                    min(_CONNECT, self._deadline.left()),
                    local_address,
                    socket_options,
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if number == len(addresses):
                    raise
            else:
                return BoundedStream(stream, self._deadline)
        raise httpcore2.ConnectError


class BoundedStream(httpcore2.NetworkStream):
    """A stream whose every wait ends with the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        """Bound a stream."""
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """What the other side sends next."""
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send all of it."""
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted, with a server that proves its name."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return BoundedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """What the library asks of a stream."""
        return self._stream.get_extra_info(info)


def checked(host: str, policy: FetchPolicy, deadline: Deadline) -> tuple[IPAddress, ...]:
    """The addresses of a host, all of which may be connected to.

    Raises:
        ForbiddenError: one of them may not.
        TooSlowError: nobody could tell them in time.
    """
    addresses = tuple(map(_address, _resolved(host, policy.resolve, deadline)))
    for address in addresses:
        what = reserved(address)
        if what and not policy.opens(address):
            raise ForbiddenError(str(address), what)
    return addresses


def _address(text: str) -> IPAddress:
    return ipaddress.ip_address(text.partition("%")[0])


def _resolved(host: str, resolve: Resolver, deadline: Deadline) -> tuple[str, ...]:
    """The addresses of a name; looked up aside, because the system's look-up knows no deadline."""
    answers: list[tuple[str, ...] | Exception] = []

    def look_up() -> None:
        try:
            answers.append(resolve(host))
        except (OSError, UnicodeError) as error:
            answers.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if not answers:
        raise TooSlowError
    if isinstance(answers[0], Exception):
        raise httpcore2.ConnectError(answers[0]) from answers[0]
    return answers[0]


def certificates() -> ssl.SSLContext:
    """Which authorities are trusted: this machine's, or those that SSL_CERT_FILE names.

    Raises:
        UsageError: it names something that is not there.
    """
    return _context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@functools.lru_cache(maxsize=4)
def _context(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """Read once for each setting: it takes .1 s."""
    try:
        return httpcore2.default_ssl_context()
    except OSError:
        raise UsageError(
            "bad-network-settings",
            "the certificates that the environment names cannot be used",
            "check SSL_CERT_FILE and SSL_CERT_DIR",
        ) from None
