"""What a fetch may do: where it may go, how long it may take, how much it may bring."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.version import VERSION

if TYPE_CHECKING:
    from summarizer.read.web.ranges import IPAddress

PRODUCT = "summarizer"
Resolver = Callable[[str], tuple[str, ...]]


def by_system(host: str) -> tuple[str, ...]:
    """The IP addresses of a host as this machine finds them, in the order to try them.

    Raises:
        OSError: there is no such host, or nobody can tell.
    """
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """The bounds of fetches.

    `allow_private_network` opens every address, `networks` opens some ("10.1.0.0/16") besides those
    of the public internet. `timeout` are seconds for the whole fetch with its redirects, without
    the waiting for turns. `raw_bytes` bound a body as it is sent, `decoded_bytes` what it unpacks
    to. `contact` (an address of mail or of the web) is told to servers, so that somebody can be
    asked about the requests. `resolve` finds the IP addresses of a host.
    """

    allow_private_network: bool = False
    networks: tuple[str, ...] = ()
    timeout: float = 20.0
    raw_bytes: int = 5 << 20
    decoded_bytes: int = 20 << 20
    redirects: int = 5
    contact: str | None = None
    resolve: Resolver = by_system

    def opens(self, address: IPAddress) -> bool:
        """Whether a special address may be connected to."""
        return self.allow_private_network or any(
            address in ipaddress.ip_network(each) for each in self.networks
        )

    @property
    def user_agent(self) -> str:
        """Product, version and contact, as RFC 9110 (10.1.5) writes them.

        Raises:
            UsageError: the contact is nothing that can stand in a header.
        """
        if self.contact is None:
            return f"{PRODUCT}/{VERSION}"
        if not re.fullmatch(r"[!-'*-\[\]-~]{3,200}", self.contact):
            raise UsageError(
                "bad-contact",
                f"the contact {self.contact!r} is no address of mail or of the web",
                "give one that looks like desk@example.org or https://example.org/bot",
            )
        return f"{PRODUCT}/{VERSION} (+{self.contact})"
