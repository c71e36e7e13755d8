"""What an item is called: the digest of its address, whatever leads to the same page."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

# Parameters that say where a reader comes from and not what is read. Their names are those that
# browsers and content blockers take out.
_TRACKING = re.compile(
    r"(?:utm_.*|at_(?:medium|campaign|.*_id|link_.*|ptr_name|format|bbc_team)|ns_.*|mc_[ce]id"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id"
    r"|_hsenc|_hsmi|hsctatracking|mkt_tok|oly_(?:anon|enc)_id|vero_id|wickedid|s_cid|ito|xtor"
    r"|cmp|cmpid|icid|smid|smtyp|guce_.*|guccounter|ref_src|ref_url|__twitter_impression)\Z",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})?")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def canonical(address: str) -> str:
    """One address for all that lead to the same page: a key, not a place to ask.

    By RFC 3986 (6.2.2) and the habits of news sites: http is https, `www.` and a slash at the end
    add nothing, parameters have no order, and those that only track who follows a link go, with the
    fragment.

    Args:
        address: an absolute address of http or https.
    """
    parts = urlsplit(address)
    port = parts.port
    host = (parts.hostname or "").removeprefix("www.")
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != {"http": 80, "https": 443}.get(parts.scheme):
        host = f"{host}:{port}"
    path = _unescaped(parts.path).rstrip("/") or "/"
    kept = sorted(
        _unescaped(each)
        for each in parts.query.split("&")
        if each and not _TRACKING.match(each.partition("=")[0])
    )
    return f"https://{host}{path}" + (f"?{'&'.join(kept)}" if kept else "")


def item_id(address: str) -> str:
    """SHA-256 of a canonical address."""
    return hashlib.sha256(address.encode("utf-8")).hexdigest()


def _unescaped(text: str) -> str:
    """Without escapes of letters that need none, the others in capitals, and a bare % escaped."""

    def plain(match: re.Match[str]) -> str:
        if match[1] is None:
            return "%25"  # else it could open an escape with what is unescaped behind it
        char = chr(int(match[1], 16))
        return char if _UNRESERVED.match(char) else match[0].upper()

    return _ESCAPE.sub(plain, text)
