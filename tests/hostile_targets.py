"""Addresses that lead, or try to lead, to places that no article comes from.

Each is a kind, an address, and what the name in it resolves to, where it holds a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.read.web.policy import Resolver

Target = tuple[str, str, tuple[str, ...]]

_LITERALS = {
    "this machine": "127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 [::1] [::] [0:0:0:0:0:0:0:1]",
    "private": "10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255 "
    "100.64.0.1 100.127.255.255 [fc00::1] [fd12:3456:789a::1] [fec0::1]",
    "link-local": "169.254.169.254 169.254.0.1 [fe80::1] [febf::1]",
    "mapped or embedded": "[::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:8.8.8.8] "
    "[::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b::10.0.0.1] [64:ff9b:1::a9fe:a9fe] "
    "[2002:7f00:1::] [2002:a00:1::1] [2002:c0a8:1::1] [2001:0:4136:e378:8000:63bf:3fff:fdd2]",
    "multicast or broadcast": "224.0.0.1 239.255.255.250 255.255.255.255 240.0.0.1 [ff02::1] "
    "[ff0e::1]",
    "documentation and measurement": "192.0.2.1 198.51.100.1 203.0.113.1 198.18.0.1 192.0.0.8 "
    "192.88.99.1 [2001:db8::1] [3fff::1] [100::1] [5f00::1]",
    "unusual form": "2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 127.1 127.0.1 "
    "127.0.0.01 0 3232235521 00000177.0.0.1 127.0.0.1.1 256.1.1.1 4294967297 １２７.０.０.１ "
    "①②⑦.⓪.⓪.①",
    "zone": "[fe80::1%25eth0] [fe80::1%eth0] [::1%25lo]",
}
_NAMES: dict[str, tuple[str, ...]] = {
    "loopback.example": ("127.0.0.1",),
    "six.example": ("::1",),
    "metadata.example": ("169.254.169.254",),
    "router.example": ("192.168.1.1",),
    "carrier.example": ("100.100.100.200",),
    "gateway.example": ("64:ff9b::7f00:1",),
    "scoped.example": ("fe80::1%eth0",),
    "two-faced.example": ("93.184.216.34", "10.0.0.7"),
    "one-of-three.example": ("2606:2800:220:1::1", "93.184.216.34", "::ffff:127.0.0.1"),
    "trailing.example.": ("127.0.0.1",),
}
LITERAL = frozenset(_LITERALS)
_FORMS = {
    "user name or password": (
        "http://127.0.0.1@example.org/",
        "http://example.org@127.0.0.1/",
        "http://desk:secret@example.org/",
        "http://example.org:80@169.254.169.254/latest/meta-data/",
        "http://@example.org/",
    ),
    "scheme": (
        "file:///etc/passwd",
        "ftp://example.org/a.txt",
        "gopher://example.org:70/_stats",
        "dict://example.org:2628/d:word",
        "data:text/html,hello",
        "javascript:alert(1)",
        "jar:http://example.org/a!/b",
        "//example.org/a",
    ),
    "port": (
        "http://example.org:22/",
        "http://example.org:25/",
        "https://example.org:80/",
        "http://example.org:6667/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://example.org:-80/",
        "http://example.org:8٠/",
    ),
    "writing": (
        "http://127.0.0.1\\@example.org/",
        "http://example.org\t/a",
        "http://example.org/a\r\nHost: 127.0.0.1",
        "http:// example.org/",
        "http://exa mple.org/",
        "http://example.org\x00.evil.example/",
        "http:///example.org",
        "http://",
        "http://[::1",
        "http://[::1]evil.example/",
        "http://example..org/",
        "http://%31%32%37.0.0.1/",
        "http://127.0.0.1%2f@example.org/",
        "http://" + "a" * 64 + ".example/",
    ),
}


def targets() -> list[Target]:
    """The whole table."""
    literals = [
        (kind, f"http://{host}/", ()) for kind, hosts in _LITERALS.items() for host in hosts.split()
    ]
    names = [
        ("name of a special address", f"http://{name}/", found) for name, found in _NAMES.items()
    ]
    forms: list[Target] = [
        (kind, address, ()) for kind, addresses in _FORMS.items() for address in addresses
    ]
    return [*literals, *names, *forms]


def resolver(found: tuple[str, ...], *own: str) -> Resolver:
    """Gives these addresses to every name but those in `own`, which are their own address."""

    def resolve(host: str) -> tuple[str, ...]:
        return found if found and host not in own else (host,)

    return resolve
