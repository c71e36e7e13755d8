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
    """The text of a title as feedparser gives it, without tags."""
    value = (detail or {}).get("value")
    if not isinstance(value, str):
        return None
    plain = without_tags(value)
    return line(unescape(plain) if "html" in str((detail or {}).get("type")) else plain)


def without_tags(html: str) -> str:
    """A short piece of HTML without its tags, entities as they are."""
    return _TAG.sub(" ", _UNSEEN.sub(" ", html[: 20 * _LONGEST]))


def line(text: object) -> str | None:
    """One line of printable characters, None if nothing is left or it is no text."""
    if not isinstance(text, str):
        return None
    shown = "".join(char if char.isprintable() else " " for char in text[: 20 * _LONGEST])
    return " ".join(shown.split())[:_LONGEST].strip() or None
