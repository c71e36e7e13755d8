"""Characters that hide, reorder or command.

An article may hold terminal codes, bidirectional overrides ("Trojan Source", CVE-2021-42574),
zero-width characters and invisible tags that carry orders to a model.
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
_CODE = re.compile(f"[{_CODES}]")
# Joiners are letters' business in many scripts and in emoji, but not after ASCII.
_ANY = re.compile(f"[{_CODES}{_HIDDEN}]|(?<=[\x21-\x7e])[\u200c\u200d]")


def replace_hidden(text: str, replacement: str | Callable[[re.Match[str]], str]) -> str:
    """The text with something else in the place of every hidden or commanding character."""
    return _ANY.sub(replacement, text)


def replace_codes(text: str, replacement: Callable[[re.Match[str]], str]) -> str:
    """The text with something else in the place of every control code."""
    return _CODE.sub(replacement, text)
