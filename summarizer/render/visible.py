"""Characters that hide, reorder or command, shown as what they are.

An article may hold terminal codes, bidirectional overrides ("Trojan Source", CVE-2021-42574),
zero-width characters and invisible tags that carry orders to a model. Each is replaced by one
visible character, so that offsets do not move.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CODES = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f"
# Soft hyphen, Hangul fillers, Mongolian vowel separator, zero-width space, marks of direction,
# embeddings, overrides and isolates, invisible operators, byte order mark, annotations, tags.
_HIDDEN = (
    "\u00ad\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff"
)
# Joiners are letters' business in many scripts and in emoji, but not after ASCII.
_CODE = re.compile(f"[{_CODES}]")
_ANY = re.compile(f"[{_CODES}{_HIDDEN}]|(?<=[\x21-\x7e])[\u200c\u200d]")


def visible(text: str) -> str:
    """The text with every hidden or commanding character shown; same length."""
    return replace_hidden(text, lambda match: _shown(match.group()))


def without_codes(text: str) -> str:
    """The text with control codes shown, and all else as it is; same length."""
    return _CODE.sub(lambda match: _shown(match.group()), text)


def replace_hidden(text: str, replacement: Callable[[re.Match[str]], str]) -> str:
    """The text with something else in the place of every hidden character."""
    return _ANY.sub(replacement, text)


def shown(character: str) -> tuple[str, str]:
    """A visible character for a hidden one, and its code point ("U+202E")."""
    return _shown(character), f"U+{ord(character):04X}"


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode's control pictures
    return "\u2421" if code == 0x7F else "\ufffd"
