"""What an address that cannot be read is reported as.

Codes: bad-address, refused-address, unsafe-redirect, too-many-redirects, too-large, wrong-type,
page-missing, page-refused: asking again brings the same. `PASSING` holds those of which it may not.
"""

from __future__ import annotations

import os
import socket
import ssl
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.read.web.target import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.read.web.target import Target

PASSING = frozenset(
    {
        "host-unknown",
        "connection-failed",
        "connection-untrusted",
        "too-slow",
        "broken-answer",
        "server-busy",
    }
)
_PROXIES = ("https_proxy", "http_proxy", "all_proxy")
_BEHIND_PROXY = (
    "check the address and the network; the proxy that the environment names is not used,"
    " because a proxy would connect to addresses that nobody has checked"
)


def forbidden(url: str, address: str, what: str) -> InputError:
    """The error of an address that is not of the public internet."""
    return InputError(
        "refused-address",
        f"{shown(url)} is not read: {address} is {what}",
        "if it is yours, allow it with --allow-private-network, in digest.toml with"
        " allow_private_network = true; else leave it out",
    )


def too_slow(url: str, seconds: float) -> InputError:
    """The error of an answer that was not there in time."""
    return InputError(
        "too-slow",
        f"{shown(url)} was not there after {seconds:g} seconds",
        "try again later, or save the page as .html and name the file",
    )


def too_large(url: str, bound: int) -> InputError:
    """The error of an answer of more bytes than allowed, as sent or unpacked."""
    return InputError(
        "too-large",
        f"{shown(url)} is larger than {bound:,} bytes",
        "give the address of the article itself",
    )


def broken(url: str, what: str) -> InputError:
    """The error of an answer that is none."""
    return InputError(
        "broken-answer",
        f"the answer of {shown(url)} cannot be read: {what}",
        "try again later, or save the page as .html and name the file",
    )


def refused(url: str, status: int) -> InputError:
    """The error of an answer with a status that brings no page."""
    if status in (404, 410):
        return InputError(
            "page-missing", f"{shown(url)} does not exist ({status})", "check the address"
        )
    if status in (408, 425, 429) or status >= 500:
        return InputError(
            "server-busy",
            f"{shown(url)} answers with an error for now ({status})",
            "try again later",
        )
    return InputError(
        "page-refused",
        f"the server does not give {shown(url)} ({status})",
        "it may want a login; save the page as .html in a browser and name the file",
    )


def not_reached(target: Target, error: Exception) -> InputError:
    """The error of a connection that was not made or broke off; names what lies behind it."""
    behind = list(_causes(error))
    host = target.host
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in behind):
        return InputError(
            "connection-untrusted",
            f"the certificate of {host} cannot be trusted",
            "check the address and the date of this machine; SSL_CERT_FILE names other authorities",
        )
    if any(isinstance(each, (socket.gaierror, UnicodeError)) for each in behind):
        return InputError("host-unknown", f"there is no server named {host}", _hint())
    closed = any(isinstance(each, ConnectionRefusedError) for each in behind)
    what = "refuses the connection" if closed else "broke off the connection or was not reached"
    return InputError("connection-failed", f"{host}:{target.port} {what}", _hint())


def _hint() -> str:
    proxied = any(os.environ.get(name) or os.environ.get(name.upper()) for name in _PROXIES)
    return _BEHIND_PROXY if proxied else "check the address and the network"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that it came from; httpcore2 hands them on as arguments."""
    while error is not None:
        yield error
        error = next((each for each in error.args if isinstance(each, BaseException)), None)
