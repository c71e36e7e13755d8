"""Datelines: the place, date and agency that stand before the first sentence of a report.

Read by a small scanner, not by one pattern: a prefix of at most 100 characters up to a dash, a
colon or an agency's bracket, whose parts must each be a place, a date or an outlet.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.read.outlets import is_short
from summarizer.read.published import is_date_word
from summarizer.text.lexicon import classes
from summarizer.text.outlets import agency_name, outlet_named

_REACH = 110
_SEPARATOR = re.compile(r"\s{0,2}(?:--|[–—]|\s-(?=\s)|:(?=\s)|(?<=/)\.(?=\s))\s{0,2}")
_AGENCY_FIRST = re.compile(r"[(\[]([A-Z][\w .&/-]{1,30})[)\]]\s{0,2}(?:--|[–—-]|:)?\s{0,2}")
# A place with its agency right before the text, without a dash: "Arden (AP) The bridge".
_AGENCY_BETWEEN = re.compile(r"[^()\[\]\n]{2,60}?\s\(([A-Z][\w .&/-]{1,30})\)\s{0,2}")
_AGENCY_LAST = re.compile(r"\s{0,2}(?:\(([A-Z][\w .,&/-]{1,40})\)|/([A-Z][\w .-]{1,30})/)\.?\Z")
_PLACE_WORD = re.compile(r"[^\W\d_][\w.’'-]{0,20}\Z")
_COUNTRY = re.compile(r"\s{0,2}\[[^\[\]]{2,40}\]\Z")
_DATE_PART = re.compile(r"[\d./ :-]{0,20}\Z")


class Dateline(NamedTuple):
    """The prefix text[start:end] (`end` is where the report begins) and its parts."""

    start: int
    end: int
    place: str | None
    source: str | None


def find_dateline(text: str, start: int, end: int, *, first: bool) -> Dateline | None:
    """The dateline that opens a paragraph.

    Args:
        text: the article's text.
        start: where the paragraph begins.
        end: where it ends.
        first: whether it is the first of the body, where weaker forms count too
            ("Arden – The …", "Arden: The …").
    """
    head = text[start : min(end, start + _REACH)]
    if match := _AGENCY_FIRST.match(head):
        behind = match.end()
        if _is_agency(match.group(1)) and _opens(head, behind) and end - start > behind + 20:
            return Dateline(start, start + behind, None, match.group(1).strip())
    if first and (match := _AGENCY_BETWEEN.match(head)) and _opens(head, match.end()):
        found = _read(match.group().strip(), "-", first=True)
        if found and end - start > match.end() + 20:
            return Dateline(start, start + match.end(), *found)
    for match in _SEPARATOR.finditer(head):
        found = _read(head[: match.start()], match.group().strip(), first=first)
        if found and _opens(head, match.end()) and end - start > match.end() + 20:
            return Dateline(start, start + match.end(), *found)
    return None


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline and nothing else ("ARDEN, Fla. -", "ARDEN (AP)")."""
    plain = line.rstrip(" |-–—:")
    if len(line) > _REACH or not (plain != line or _AGENCY_LAST.search(plain)):
        return False
    first = "," in plain and plain[:3].isupper()
    return _read(plain, "-", first=first) is not None and len(plain) > 3


def _read(prefix: str, mark: str, *, first: bool) -> tuple[str | None, str | None] | None:
    """Place and source of a prefix, None if it is no dateline."""
    match = _AGENCY_LAST.search(prefix)
    source = (match.group(1) or match.group(2)).strip() if match else None
    place = (prefix[: match.start()] if match else prefix).strip(" ,")
    country = _COUNTRY.search(place)
    parts = [part.strip() for part in place[: country.start() if country else None].split(",")]
    if not place or len(place.split()) > 10 or parts[0].casefold() in classes("label_words"):
        return None
    # capitals before a bracket at the head of a report: also an agency that nobody knows
    if source is not None and not _may_sign(source) and not (first and parts[0].isupper()):
        return None
    if source is None and _is_known(parts[0]):
        return (None, place) if len(parts) == 1 and mark != ":" else None
    outlet = _outlet_behind(parts)
    if not _is_place(parts[0]) or outlet is None:
        return None
    signed = bool(source or outlet or country)
    if not signed and not (first and (parts[0].isupper() or _weak(parts, mark))):
        return None
    end = place.find(outlet) if outlet else len(place)
    return place[:end].rstrip(" ,") or None, source or outlet or None


def _outlet_behind(parts: list[str]) -> str | None:
    """The outlet named behind a place, "" if there is none, None if a part is something else."""
    outlet = ""
    for part in parts[1:]:
        if _is_date(part) or (not outlet and _is_region(part)):
            continue
        if outlet or not _is_outlet(part):
            return None
        outlet = part
    return outlet


def _weak(parts: list[str], mark: str) -> bool:
    """A place in ordinary letters: alone before a dash, or one or two words before a colon."""
    words = parts[0].split()
    dated = any(_is_date(part) for part in parts[1:])
    if mark == ":":
        return len(words) <= 2 and len(parts) == 1
    return dated or len(words) <= 3


def _opens(head: str, place: int) -> bool:
    """Whether a sentence can begin here."""
    char = head[place : place + 1]
    return bool(char) and (not char.islower()) and (char.isalnum() or char in "\"'“‘«„([#@$€£")


def _is_place(part: str) -> bool:
    words = part.split()
    if not words or len(words) > 5:
        return False
    capital = all(w[0].isupper() or _is_small(w) for w in words) and words[0][0].isupper()
    return capital and all(_PLACE_WORD.match(w) and not is_date_word(w) for w in words)


def _is_region(part: str) -> bool:
    """A state or country behind the place: "Calif.", "N.Y.", "Northern Ireland"."""
    return _is_place(part) and len(part.split()) <= 3 and not _is_outlet(part)


def _is_date(part: str) -> bool:
    words = part.replace(".", " ").split()
    if not words or len(words) > 4:
        return False
    named = [w for w in words if is_date_word(w)]
    rest = [w for w in words if not is_date_word(w)]
    return all(_DATE_PART.match(w) for w in rest) and bool(named or len(words) == 1)


def _is_outlet(part: str) -> bool:
    """A name that says of itself that it is a medium, or a known agency."""
    words = part.split()
    telling = classes("outlet_words")
    return _is_known(part) or (
        len(words) <= 5
        and bool(words)
        and words[0][0].isalnum()
        and any(w.casefold().strip(".") in telling or "." in w.strip(".") for w in words)
        and not all(len(w) <= 3 for w in part.replace(".", " ").split())
    )


def _is_agency(words: str) -> bool:
    """Whether the words of a bracket before the text are an agency or a broadcaster."""
    plain = words.strip()
    return _is_known(plain) or is_short(plain)


def _may_sign(words: str) -> bool:
    """Whether a bracket behind a place names a medium ("AP/Harbour News"), not a firm."""
    parts = re.split("[/,]", words)
    return any(_is_agency(part) or outlet_named(part, definite=True) for part in parts)


def _is_known(words: str) -> bool:
    return agency_name(words) is not None


def _is_small(word: str) -> bool:
    return classes("byline_words").get(word.casefold()) == "particle"
