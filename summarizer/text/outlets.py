"""Names of media and wire services, told by what they say of themselves."""

from __future__ import annotations

import functools
import re

from summarizer.text.lexicon import classes, words

# Single words that mean a thing or a body far more often than the paper of that name.
_THINGS = frozenset(
    {"agency", "bee", "bulletin", "citizen", "fortune", "globe", "hill", "leader", "magazine"}
    | {"mirror", "monitor", "nation", "network", "news", "newsroom", "press", "radio", "record"}
    | {"register", "republic", "review", "ria", "slate", "sky", "standard", "star", "sun"}
    | {"television", "time", "today", "tv", "vice", "weekly", "wire", "daily", "broadcasting"}
)
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
# Heads of outlets' names that are surnames or common words too: "The Arden Post" is a medium,
# "Jane Post" is none.
_SURNAMES = frozenset(
    {"hill", "post", "fox", "star", "sun", "bee", "nation", "leader", "sky", "bulletin", "record"}
    | {"mirror", "punch", "banner", "beacon", "advocate", "reporter", "citizen", "insider"}
    | {"guardian"}
    | {"express", "independent", "monitor", "network", "pioneer", "register", "review", "sentinel"}
    | {"slate", "standard", "statesman", "time", "today", "agency", "broadcasting", "vice", "salon"}
    | {"fortune", "republic", "press", "magazine", "tribune", "welt", "bild", "app", "tt"}
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
    parts = plain.split()
    if not parts or len(parts) > _LONGEST or not is_medium(plain) or not _telling(parts[-1]):
        return None
    if len(parts) == 1 and plain.casefold() in _THINGS:
        return None
    title = definite or name != plain or "-" in parts[-1]
    if parts[-1].casefold() in _SURNAMES and not title and not parts[-1].isupper():
        return None
    return plain


def _telling(word: str) -> bool:
    """Whether a word stands in names of media, wholly or as its last part ("Gazette-Herald")."""
    low = word.casefold().strip(".,")
    return low in words("outlet_words") or low.rpartition("-")[2] in words("outlet_words")


def _plain(name: str) -> str:
    """A name without article, possessive and blanks at its ends."""
    plain = name.strip(" .,;:()[]").removesuffix("'s").removesuffix("’s")
    return plain[4:] if plain[:4] in ("the ", "The ", "THE ") else plain
