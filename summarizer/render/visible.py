"""Characters that hide, reorder or command (`summarizer.text.hidden`), shown as what they are.

Each is replaced by one visible character, so that offsets do not move.
"""

from __future__ import annotations

from summarizer.text.hidden import replace_codes, replace_hidden


def visible(text: str) -> str:
    """The text with every hidden or commanding character shown; same length."""
    return replace_hidden(text, lambda match: _shown(match.group()))


def without_codes(text: str) -> str:
    """The text with control codes shown, and all else as it is; same length."""
    return replace_codes(text, lambda match: _shown(match.group()))


def shown(character: str) -> tuple[str, str]:
    """A visible character for a hidden one, and its code point ("U+202E")."""
    return _shown(character), f"U+{ord(character):04X}"


def _shown(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode's control pictures
    return "\u2421" if code == 0x7F else "\ufffd"
