"""Lines and tags that are the name of a medium or an agency."""

from __future__ import annotations

import re

from summarizer.text.lexicon import classes
from summarizer.text.outlets import agency_name, is_medium

_SHORT = re.compile(r"[A-Z]{3,5}\Z")


def is_masthead(line: str) -> bool:
    """Whether a line is a medium's name and nothing else."""
    words = line.split()
    named = 1 < len(words) <= 5 and is_medium(line)
    first, last = (word.casefold() in classes("outlet_words") for word in (words[0], words[-1]))
    return named and (last or (first and len(words) == 2))


def agency(name: str | None) -> str | None:
    """The name, if it is a wire service's."""
    plain = (name or "").strip()
    return plain if agency_name(plain) else None


def is_short(name: str | None) -> bool:
    """Whether a name is short capitals, as agencies' are."""
    return name is not None and _SHORT.match(name) is not None
