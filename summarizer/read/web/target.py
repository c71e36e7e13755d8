"""Addresses of the web, read strictly: what is written is what is asked."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from summarizer.errors import InputError

_LONGEST = 4096
# Blanks, control characters and backslashes: browsers, libraries and servers disagree about them.
_FOREIGN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")
_PORTS = {"http": 80, "https": 443}
# Above 1023 any port may be a web server's but these, on which other protocols could be talked
# into acting on a request (the list of ports that browsers block, fetch.spec.whatwg.org).
_OTHERS = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6679, 6697, 10080}
) | frozenset(range(6665, 6670))
_NUMBER = re.compile(r"(?:\d+|0[xX][0-9a-fA-F]*)\Z")
_KEPT = "/%:@!$&'()*+,;=~-._?"
_HINT = "an address looks like https://example.org/news/article.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a request goes. `host` is a name in ASCII or an IP address without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: `https://example.org:443`."""
        return f"{self.scheme}://{self._bracketed}:{self.port}"

    @property
    def url(self) -> str:
        """The address as it is shown and followed, without the usual port and a fragment."""
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self._bracketed}{port}{self.path}"

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def target(address: str) -> Target:
    """What an address says.

    Raises:
        InputError: it is no address of http or https, holds a user name or password, or writes its
            host or port in a way that is read differently by different programs.
    """
    if len(address) > _LONGEST or _FOREIGN.search(address):
        what = "is too long" if len(address) > _LONGEST else "holds blanks or control characters"
        raise _bad(f"the address {shown(address)} {what}", _HINT)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError as reason:
        raise _bad(f"{shown(address)} is no address: {reason}", _HINT) from None
    if parts.scheme not in _PORTS:
        raise _bad(f"{shown(address)} is no http or https address", _HINT)
    if "@" in parts.netloc:
        raise _bad(
            f"the address {shown(address)} holds a user name or password",
            "leave it out; pages behind a login cannot be read",
        )
    found = _PORTS[parts.scheme] if port is None else port
    if parts.netloc.startswith("[") and not re.fullmatch(r"\[[^\[\]]+\](:\d*)?", parts.netloc):
        raise _bad(f"{shown(address)} is no address: something stands behind the brackets", _HINT)
    _require_port(found, parts.scheme, address)
    query = f"?{parts.query}" if parts.query else ""
    path = quote((parts.path or "/") + query, safe=_KEPT)
    return Target(scheme=parts.scheme, host=_host(host, address), port=found, path=path)


def linked(place: str, url: str) -> Target:
    """Where a link or redirect leads; the blanks that people leave in a path are escaped.

    Args:
        place: as it is written, absolute or relative.
        url: the address of what it stands in.

    Raises:
        InputError: to no address of http or https.
    """
    try:
        whole = urljoin(url, place.strip().replace(" ", "%20"))
    except ValueError as reason:
        raise _bad(f"{shown(place)} is no address: {reason}", _HINT) from None
    return target(whole)


def own_address(stated: str | None, fetched: str) -> str:
    """The address that an article is cited by: what its page states, if it is of the same host.

    A page may name a shorter address of itself, but not pass for a page of somebody else's.
    """
    try:
        if stated and target(stated).host == target(fetched).host:
            return target(stated).url
    except InputError:
        pass
    return fetched


def shown(address: str) -> str:
    """An address for messages: no password, no control characters, no novel."""
    plain = re.sub(r"//[^/?#]*@", "//…@", address)
    plain = "".join(char if char.isprintable() else "�" for char in plain)
    return plain if len(plain) <= 200 else plain[:199] + "…"


def _require_port(port: int, scheme: str, address: str) -> None:
    if (port < 1024 and port != _PORTS[scheme]) or port in _OTHERS:
        raise _bad(
            f"{shown(address)}: port {port} is not one of web servers",
            f"{scheme} uses {_PORTS[scheme]}, or a port above 1023 that no other protocol has",
        )


def _host(name: str, address: str) -> str:
    """The host in ASCII; an IP address only as everybody writes it."""
    if ":" in name:
        return _ipv6(name, address)
    plain = _ascii(name, address).removesuffix(".")
    if not plain or len(plain) > 253 or any(not 0 < len(each) < 64 for each in plain.split(".")):
        raise _bad(f"{shown(address)} names no host", _HINT)
    if _NUMBER.match(plain.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(plain))
        except ValueError:
            told = f"{shown(address)}: {plain} is an IPv4 address in an unusual form"
            raise _bad(told, "write it as four decimal numbers, or name the host") from None
    return plain


def _ipv6(name: str, address: str) -> str:
    try:
        found = ipaddress.IPv6Address(name)
    except ValueError:
        raise _bad(f"{shown(address)}: {name} is no IPv6 address", _HINT) from None
    if found.scope_id is not None:
        raise _bad(
            f"{shown(address)} names a network interface (%{found.scope_id})",
            "such an address has a meaning on one machine only; name the host",
        )
    return str(found)


def _ascii(name: str, address: str) -> str:
    if name.isascii():
        if re.fullmatch(r"[a-z0-9._-]*", name):
            return name
        raise _bad(f"{shown(address)}: no host is called {shown(name)}", _HINT)
    import idna  # noqa: PLC0415  (its tables take .02 s; hardly any address needs them)

    try:
        return idna.encode(name, uts46=True).decode("ascii").lower()
    except idna.IDNAError:
        raise _bad(f"{shown(address)}: no host is called {shown(name)}", _HINT) from None


def _bad(message: str, hint: str) -> InputError:
    return InputError("bad-address", message, hint)
