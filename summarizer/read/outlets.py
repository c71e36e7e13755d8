"""Names of media and agencies, told by what they say of themselves."""

from __future__ import annotations

import re

from summarizer.text.lexicon import classes

_SHORT = re.compile(r"[A-Z]{3,5}\Z")
_SMALL = ("of", "the", "and")


def is_medium(name: str) -> bool:
    """Whether a name in capitals says that it is a medium: "Harbour News", "The Arden Post"."""
    words = name.split()
    capital = all(word[0].isupper() for word in words if word not in _SMALL)
    return capital and any(word.casefold() in classes("outlet_words") for word in words)


def is_masthead(line: str) -> bool:
    """Whether a line is a medium's name and nothing else."""
    words = line.split()
    named = 1 < len(words) <= 5 and is_medium(line)
    first, last = (word.casefold() in classes("outlet_words") for word in (words[0], words[-1]))
    return named and (last or (first and len(words) == 2))


def agency(name: str | None) -> str | None:
    """The name, if it is a wire service's."""
    plain = (name or "").strip()
    return plain if classes("photo_credits").get(plain.casefold()) == "agency" else None


def is_short(name: str | None) -> bool:
    """Whether a name is short capitals, as agencies' are."""
    return name is not None and _SHORT.match(name) is not None
