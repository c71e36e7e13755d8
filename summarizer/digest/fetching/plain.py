"""Plain text from what feeds put into their fields."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Of a title or name; what is longer is no title.
_LONGEST = 300
_TAG = re.compile(r"<(?:[a-zA-Z/][^<>]{0,2000}|!--[^<>]{0,2000}--)>")
_UNSEEN = re.compile(
    r"<(script|style)\b[^<>]{0,2000}>.{0,20000}?</\1\s{0,9}>", re.IGNORECASE | re.DOTALL
)


def title_of(detail: Mapping[str, object] | None) -> str | None:
    """The text of a title as feedparser gives it; tags go if it is HTML, and stay words if not."""
    value = (detail or {}).get("value")
    if not isinstance(value, str):
        return None
    return line(without_tags(value) if "html" in str((detail or {}).get("type")) else value)


def without_tags(html: str) -> str:
    """The text of a short piece of HTML."""
    head = html[: 20 * _LONGEST]
    return unescape(_TAG.sub(" ", _UNSEEN.sub(" ", head)))


def line(text: object) -> str | None:
    """One line of printable characters, None if nothing is left or it is no text."""
    if not isinstance(text, str):
        return None
    shown = "".join(char if char.isprintable() else " " for char in text[: 20 * _LONGEST])
    return " ".join(shown.split())[:_LONGEST].strip() or None
