"""What becomes of a request that got no answer at all: time, connection, name, certificate."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from summarizer.errors import ProviderError
from summarizer.write.chat.failures import OTHERWISE, TransientError

if TYPE_CHECKING:
    from collections.abc import Iterator


def timed_out(host: str, seconds: float) -> TransientError:
    """The error of an answer that did not come in time."""
    return TransientError(
        "provider-timeout",
        f"{host} did not answer within {seconds:.0f} seconds",
        f"raise timeout and deadline under [model] in summarizer.toml, lower --input-tokens, "
        f"choose a faster model, {OTHERWISE}",
    )


def not_reached(host: str, error: Exception) -> ProviderError:
    """The error of a connection that was not made or broke off; names what lies behind it."""
    behind = list(_causes(error))
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in behind):
        return ProviderError(
            "connection-untrusted",
            f"the certificate of {host} cannot be trusted",
            f"check the base URL and the date of this machine, {OTHERWISE}",
        )
    if any(_is_unknown_name(each) for each in behind):
        return ProviderError(
            "host-unknown",
            f"there is no server named {host}",
            f"check the base URL and the network, {OTHERWISE}",
        )
    refused = any(isinstance(each, ConnectionRefusedError) for each in behind)
    what = "refuses the connection" if refused else "broke off the connection or was not reached"
    return TransientError(
        "connection-failed",
        f"{host} {what}",
        f"check that the server runs, the base URL and the network, {OTHERWISE}",
    )


def _is_unknown_name(error: BaseException) -> bool:
    return isinstance(error, socket.gaierror) and error.errno == socket.EAI_NONAME


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
