"""Lines at the top that say whose an article is and of what day: "Harbour Post, 3 June 2025".

Precise before complete: besides the date, the time and the writer there may be nothing but names,
and the outlet's name must say of itself that it is one ("Harbour Post", "The Lantern", "BBC News",
"harbour-post.example", "Reuters"). So a place, a writer or a section before a date is no outlet,
and no sentence is eaten.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.read.outlets import agency, is_own, is_section
from summarizer.read.page.bylines import names_of
from summarizer.read.published import find, is_date_filler
from summarizer.text.lexicon import words
from summarizer.text.outlets import outlet_named

_LONGEST = 120  # characters
_MARKS = re.compile(r"\s{0,3}[|•·,()\[\]]\s{0,3}|\s{0,3}:\s{1,3}|\s{1,3}[–—/-]\s{1,3}")
_BY = re.compile(r"(?:By|BY)\s{1,3}(?=[A-Z])")
_DOMAIN = re.compile(r"[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,2}\.[a-z]{2,8}\Z", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z0-9&][\w&’'.-]{0,30}\Z")
_FIGURES = re.compile(r"[\d:.hH]{1,8}(?:am|pm|z|Z)?\Z")
_SMALL = frozenset({"of", "the", "and", "&", "de", "la", "le", "on", "for", "in"})
_PARTS = 3  # names beside the date: the writer, the outlet, an agency or a section
_WORDS = 5  # of one name
# Places that "The" belongs to: "The Hague, 3 June 2025" is no newspaper.
_PLACES = frozenset(
    {"hague", "gambia", "bahamas", "netherlands", "philippines", "vatican", "bronx"}
)
# Heads of outlets' names that end names of places too: "Tarn Hill" beside "The Hill".
_HEADS_OF_PLACES = frozenset({"hill", "beacon", "republic"})


class Imprint(NamedTuple):
    """What such a line names; `day` is ISO 8601."""

    day: str
    outlet: str | None
    agency: str | None
    writer: str | None


def imprint(line: str) -> Imprint | None:
    """What a line with a date and names and nothing else says; None for any other line."""
    if len(line) > _LONGEST or line.rstrip().endswith((".", "!", "?")):
        return None
    line = line.strip("*_ ")  # emphasis of Markdown
    dated = find(line)
    if dated is None:
        return None
    whole = f"{line[: dated.start].strip()} | {line[dated.end :].strip()}"
    by = _BY.match(whole)
    parts = [part for part in _MARKS.split(whole[by.end() if by else 0 :]) if not _is_time(part)]
    if not 0 < len(parts) <= _PARTS or not all(map(_is_name, parts)):
        return None
    writer = names_of(parts.pop(0)) if by or (len(parts) > 1 and _is_writer(parts[0])) else None
    outlet = next((part for part in parts if _is_outlet(part)), None)
    wires = [part for part in parts if agency(part)]
    return Imprint(dated.date, outlet, wires[0] if wires else None, writer)


def _is_time(part: str) -> bool:
    """Whether a part is none: nothing, a weekday, a time of day, "Updated"."""
    return all(is_date_filler(word.strip(".")) or _FIGURES.match(word) for word in part.split())


def _is_name(part: str) -> bool:
    named = part.split()
    capital = all(word in _SMALL or _CAPITALS.match(word) for word in named)
    return len(named) <= _WORDS and (capital or _DOMAIN.match(part) is not None)


def _is_writer(part: str) -> bool:
    first = part.split(maxsplit=1)[0].casefold()
    return " " in part and first in words("first_names") and not _is_outlet(part)


def _is_outlet(part: str) -> bool:
    named = part.split()
    if named[0] != "The" and named[-1].casefold() in _HEADS_OF_PLACES:
        return False
    if is_own(part) or agency(part) or (_DOMAIN.match(part) and not part.isupper()):
        return True
    if len(named) > 1 and named[0] == "The":
        return not _PLACES & {word.casefold() for word in named}
    known = not {word.casefold() for word in named}.isdisjoint(words("outlets"))
    return known and not is_section(part) and outlet_named(part, definite=False) is not None
