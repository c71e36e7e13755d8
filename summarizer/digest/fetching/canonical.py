"""What an item is called: the digest of its address, whatever leads to the same page."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


def canonical(address: str) -> str:
    """An address without fragment and what only tracks who follows it."""
    parts = urlsplit(address)
    kept = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith(_TRACKING)
    ]
    query = parts.query if len(kept) == parts.query.count("&") + 1 else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", query, ""))


def item_id(address: str) -> str:
    """SHA-256 of a canonical address."""
    return hashlib.sha256(address.encode("utf-8")).hexdigest()
