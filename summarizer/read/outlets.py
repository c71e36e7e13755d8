"""Lines and tags that are the name of a medium or an agency."""

from __future__ import annotations

import re

from summarizer.text.lexicon import classes
from summarizer.text.outlets import agency_name, is_medium

_SHORT = re.compile(r"[A-Z]{3,5}\Z")
# What parts a medium's name from a section of its site, and from its slogan.
_SECTION = re.compile(r"\s{1,3}[»›>|]\s{1,3}")
_SLOGAN = re.compile(r"\s{1,3}[–—|-]\s{1,3}(?=(?:the|an?|your|our|all|for|where|since)\s)")
_STAMP = re.compile(r"\s?/\s?|\s{1,3}(?:[–—|•·-]|with\b|and\b)\s{1,3}")
# With these a name is a section's, not a medium's.
_SECTIONS = frozenset(
    {"world", "local", "business", "sport", "sports", "latest", "top", "breaking", "national"}
    | {"international", "regional", "foreign", "home", "more", "all", "us", "politics", "city"}
    | {
        "tech",
        "science",
        "health",
        "entertainment",
        "video",
        "market",
        "weather",
        "live",
        "related",
        "staff",
    }
)
# What ends the name of a kind of text: "News Release", "Daily Briefing".
_KINDS = frozenset({"release", "releases", "briefing", "update", "updates", "bulletin"})


def is_masthead(line: str) -> bool:
    """Whether a line is a medium's name and nothing else."""
    words = line.split()
    named = 1 < len(words) <= 5 and is_medium(line)
    first, last = (word.casefold() in classes("outlet_words") for word in (words[0], words[-1]))
    return named and (last or (first and len(words) == 2))


def heading_masthead(line: str) -> str | None:
    """The medium that a page's first line opens with, before a section or a slogan of its own.

    "Radio Corva > News in other languages", "ARDEN TODAY – the voice of the coast"; None for any
    other line.
    """
    for mark in (_SECTION, _SLOGAN):
        name, *rest = mark.split(line[:200].strip(), maxsplit=1)
        if rest and is_own(name):
            return name
    return None


def stamp_masthead(line: str) -> tuple[str | None, str | None]:
    """Medium and agency of a line with a date: "Gazeta Arden/TNA – 03.06.2025"; None for each.

    The agency is known as one or in short capitals right behind the medium.
    """
    name, *rest = _STAMP.split(line[:200].strip(), maxsplit=2)
    if not rest or not is_own(name):
        return None, None
    return name, agency(rest[0]) or (rest[0] if is_short(rest[0]) else None)


def is_own(name: str) -> bool:
    """Whether a name is a medium's and not that of a section or a kind of text."""
    return bool(name) and is_masthead(name) and not is_section(name)


def is_section(name: str) -> bool:
    """Whether a name is of a part of a page or a kind of text: "Local News", "News Release"."""
    parts = name.casefold().split()
    return parts[0] in _SECTIONS or parts[-1] in _KINDS


def agency(name: str | None) -> str | None:
    """The name, if it is a wire service's."""
    plain = (name or "").strip()
    return plain if agency_name(plain) else None


def is_short(name: str | None) -> bool:
    """Whether a name is short capitals, as agencies' are."""
    return name is not None and _SHORT.match(name) is not None
