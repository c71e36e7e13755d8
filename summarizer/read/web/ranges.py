"""Which IP addresses are not of the public internet, and why.

By the IANA registries of special-purpose addresses (RFC 6890 and its updates). `ipaddress` alone
does not do: its `is_private` passes over 100.64.0.0/10, NAT64, 6to4 and multicast, and what it
says differs between versions of Python.
"""

from __future__ import annotations

import functools
import ipaddress
from ipaddress import IPv4Address, IPv6Address

IPAddress = IPv4Address | IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_SPECIAL = {
    "0.0.0.0/8": "this network",
    "10.0.0.0/8": "a private network",
    "100.64.0.0/10": "the inner network of a provider",
    "127.0.0.0/8": "this machine",
    "169.254.0.0/16": "a link-local address, as cloud metadata have",
    "172.16.0.0/12": "a private network",
    "192.0.0.0/24": "reserved for protocols",
    "192.0.2.0/24": "reserved for documentation",
    "192.31.196.0/24": "reserved for protocols",
    "192.52.193.0/24": "reserved for protocols",
    "192.88.99.0/24": "an IPv6 relay",
    "192.168.0.0/16": "a private network",
    "192.175.48.0/24": "reserved for protocols",
    "198.18.0.0/15": "reserved for measurements",
    "198.51.100.0/24": "reserved for documentation",
    "203.0.113.0/24": "reserved for documentation",
    "224.0.0.0/4": "a multicast address",
    "240.0.0.0/4": "reserved",
    "::1/128": "this machine",
    "::ffff:0:0/96": "an IPv4 address in IPv6 form",
    "64:ff9b::/96": "an IPv4 address behind a NAT64 gateway",
    "64:ff9b:1::/48": "an address behind a local NAT64 gateway",
    "fc00::/7": "a private network",
    "fe80::/10": "a link-local address",
    "fec0::/10": "a private network",
    "ff00::/8": "a multicast address",
    "2001::/23": "reserved for protocols, Teredo tunnels among them",
    "2001:db8::/32": "reserved for documentation",
    "2002::/16": "an IPv4 address behind a 6to4 gateway",
    "3fff::/20": "reserved for documentation",
    "5f00::/16": "reserved for protocols",
}
# All that is given out for the public internet; what lies outside is refused without a name.
_PUBLIC = ipaddress.IPv6Network("2000::/3")


@functools.cache
def _networks() -> tuple[tuple[Network, str], ...]:
    return tuple((ipaddress.ip_network(each), what) for each, what in _SPECIAL.items())


def reserved(address: IPAddress) -> str | None:
    """What a special address is; None of one of the public internet."""
    for network, what in _networks():
        if address.version == network.version and address in network:
            return what
    outside = isinstance(address, IPv6Address) and address not in _PUBLIC
    return "not given out for the public internet" if outside else None
