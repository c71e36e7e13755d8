"""Names of media and wire services, told by what they say of themselves."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 6
_SITE = re.compile(
    r"[\w-]{2,40}\.(?:com|net|org|news|tv|info|co\.[a-z]{2}|[a-z]{2})\Z", re.IGNORECASE
)
# Names of up to this many letters are words of their own in lower case.
_SHORT = 3
_SMALL = ("of", "the", "and", "de", "la", "le")
# Agencies that short capitals in running text mean; others of that length are authorities too
# ("EPA" protects the environment).
_WELL_KNOWN = frozenset({"ap", "afp", "upi", "efe", "tass", "pti", "ians", "irna", "kcna"})
_ACRONYM = 4
# Heads that end an outlet's name without "the" before it: "Harbour News".
_ALWAYS = frozenset(
    {"daily", "globe", "news", "newsroom", "radio", "television", "tv", "weekly", "wire"}
)


def agency_name(name: str | None) -> str | None:
    """The name under which a wire service is known ("AP": "Associated Press"), None if it is none.

    Short names count in capitals only: "PA" is an agency, "pa" and "Pa." are none.
    """
    plain = _plain(name or "")
    found = classes("agencies").get(plain.casefold())
    written = plain.isupper() or plain == found or (len(plain) > _SHORT and not plain.islower())
    return found if written else None


def is_medium(name: str) -> bool:
    """Whether a name in capitals says that it is a medium: "Harbour News", "The Arden Post"."""
    parts = name.split()
    capital = all(word[0].isupper() for word in parts if word not in _SMALL)
    return capital and any(_telling(word) for word in parts)


@functools.lru_cache(maxsize=2048)
def outlet_named(name: str, *, definite: bool) -> str | None:
    """The medium or wire service that a name in running text means, None if it is none.

    Args:
        name: words of a text, as they stand there.
        definite: whether "the" stands before them, as before titles of newspapers; without it a
            name that ends as surnames do is taken for a person's.

    Returns:
        The name without "the"; for a wire service the name under which it is known.
    """
    plain = _plain(name)
    short = plain.isupper() and len(plain) <= _ACRONYM
    if (found := agency_name(plain)) and (not short or plain.casefold() in _WELL_KNOWN):
        return found
    if _SITE.match(plain):
        return plain
    title = definite or name != plain
    return plain if _is_title(plain.split(), title=title) and is_medium(plain) else None


def _is_title(parts: Sequence[str], *, title: bool) -> bool:
    """Whether the last of these words is the head of an outlet's name."""
    if not parts or len(parts) > _LONGEST or not _telling(parts[-1]):
        return False
    last = parts[-1].casefold()
    kind = classes("outlet_words").get(last)
    if last == "agency" or (kind == "thing" and len(parts) == 1):
        return len(parts) > 1 and parts[-2].casefold() in ("news", "press")
    return not kind or title or last in _ALWAYS or parts[-1].isupper()


def _telling(word: str) -> bool:
    """Whether a word stands in names of media, wholly or as its last part ("Gazette-Herald")."""
    low = word.casefold().strip(".,")
    return low in words("outlet_words") or low.rpartition("-")[2] in words("outlet_words")


def _plain(name: str) -> str:
    """A name without article, possessive and blanks at its ends."""
    plain = name.strip(" .,;:()[]").removesuffix("'s").removesuffix("’s")
    return plain[4:] if plain[:4] in ("the ", "The ", "THE ") else plain
