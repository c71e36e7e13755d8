"""Citation markers in the words of a summary, in the shapes that people and programs write.

[2] [2, 3] [2-4] [^a] [s2] [Source 2]     【2】 【2†source】     ² ¹˒³ <sup>2</sup>
[2](https://…) [[2]](https://…)           ([The Mail](https://…))     (https://…)
(2)  only in a summary with no other marker, where each closes a sentence
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = r"\d{1,3}(?:[ ]{0,2}(?:[,;&–-]|and)[ ]{0,2}\d{1,3}){0,20}"
_BRACKET = re.compile(
    r"(?<!\\)\[(?:\^(?P<note>[\w-]{1,40})|(?:[Ss](?:ources?)?[ :#]{0,2})?(?P<numbers>"
    + _NUMBERS
    + r"))\]"
    r"(?!\()"
)
_LENTICULAR = re.compile(r"【(?P<numbers>\d{1,3})[^【】\n]{0,60}】")
_LINKED = re.compile(
    r"(?<!\\)\[\\?\[?\^?(?P<numbers>\d{1,3})\\?\]?\]"
    r"\((?P<address>[^()\s]{1,500})(?:[ ][^()\n]{0,100})?\)"
)
_RAISED = re.compile(
    r"<sup\b[^<>\n]{0,200}>[ ]?(?:<a [^<>\n]{0,400}>)?\[?(?P<numbers>"
    + _NUMBERS
    + r")\]?(?:</a>)?[ ]?</sup>"
)
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]{1,2}(?:[˒,⸴][⁰¹²³⁴-⁹]{1,2}){0,9}(?![⁰¹²³⁴-⁹])")
_ROUND = re.compile(r"\((?P<numbers>" + _NUMBERS + r")\)")
_BARE = re.compile(r"(?<!\])\((?P<address>https?://[^\s()]{1,500})\)")
_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,200})\]\((?P<address>[^()\s]{1,500})(?:[ ][^()\n]{0,100})?\)"
)
_SEPARATOR = re.compile(r"[ ]{0,2}(?:[,;&|]|and)?[ ]{0,2}")
_LISTED = re.compile(
    r"(\d{1,3})(?:[ ]{0,2}[–-][ ]{0,2}(\d{1,3}))?(?:[ ]{0,2}(?:[,;&]|and)[ ]{0,2}|\Z)"
)
# A wider range is no list of sources ("[10-90]").
_WIDEST = 20
_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# "25 km²" and "10³" are quantities.
_UNIT = re.compile(r"(?:\d|(?<![A-Za-z])(?:[kcdm]?m|ft|in|mi|yd|s))\Z")
_AFTER = re.compile(r"[ ]?(?:[.!?]|\n|\Z)|[ ]{1,2}[A-Z“\"]|[ ]?\(\d")


class Mark(NamedTuple):
    """One marker's stretch, and what stands in it: label, and address or key of its note."""

    start: int
    end: int
    labels: tuple[str, ...]
    note: str = ""
    address: str = ""


def marks(text: str, start: int, end: int, *, round_ones: bool = False) -> list[Mark]:
    """The citation markers of a stretch in order; `round_ones`: "(2)" is one."""
    found: list[Mark] = [*_bracketed(text, start, end), *_superscripts(text, start, end)]
    found += _linked_words(text, start, end)
    if round_ones:
        found += _numbered(_ROUND, text, start, end)
    kept: list[Mark] = []
    for mark in sorted(found):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def are_round(text: str) -> bool:
    """Whether "(2)" unmistakably cites: no other marker, two or more, each closing a sentence."""
    found = list(_numbered(_ROUND, text, 0, len(text)))
    closing = [mark for mark in found if _closes(text, mark)]
    return len(found) >= 2 and len(closing) == len(found) and not marks(text, 0, len(text))


def links(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Words and address of each link of a stretch."""
    return ((each["words"], each["address"]) for each in _LINK.finditer(text, start, end))


def _closes(text: str, mark: Mark) -> bool:
    before = text[max(0, mark.start - 2) : mark.start].rstrip(" ")[-1:]
    return before not in ("", "\n") and _AFTER.match(text, mark.end) is not None


def _bracketed(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _BRACKET.finditer(text, start, end):
        note = match["note"]
        labels = (note,) if note else _labels(match["numbers"])
        if labels:
            yield Mark(match.start(), match.end(), labels, note="^" if note else "")
    for pattern in (_LENTICULAR, _RAISED):
        yield from _numbered(pattern, text, start, end)
    for match in _LINKED.finditer(text, start, end):
        yield Mark(match.start(), match.end(), (match["numbers"],), address=match["address"])


def _numbered(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Mark]:
    for match in pattern.finditer(text, start, end):
        labels = _labels(match["numbers"])
        if labels:
            yield Mark(match.start(), match.end(), labels)


def _superscripts(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _SUPERSCRIPT.finditer(text, start, end):
        if not _UNIT.search(text, max(start, match.start() - 4), match.start()):
            labels = tuple(re.split("[˒,⸴]", match[0].translate(_HIGH)))
            yield Mark(match.start(), match.end(), labels)


def _linked_words(text: str, start: int, end: int) -> Iterator[Mark]:
    """Links that stand alone in round brackets, and addresses that do."""
    for match in _BARE.finditer(text, start, end):
        address = match["address"]
        yield Mark(match.start(), match.end(), (address,), address=address)
    opened = text.find("([", start, end)
    while opened >= 0:
        found: list[re.Match[str]] = []
        place = opened + 1
        while (link := _LINK.match(text, place, end)) and len(found) < _WIDEST:
            separator = _SEPARATOR.match(text, link.end(), end)
            found.append(link)
            place = separator.end() if separator else link.end()
        closed = bool(found) and text[place : place + 1] == ")"
        for number, link in enumerate(found if closed else ()):
            first = opened if number == 0 else link.start()
            following = found[number + 1].start() if link is not found[-1] else place + 1
            words = link["words"].strip("[]\\")
            yield Mark(first, following, (words,), address=f"{words} {link['address']}")
        opened = text.find("([", max(place, opened + 2), end)


def _labels(numbers: str) -> tuple[str, ...]:
    """The labels of a list of numbers and ranges; none if it holds no markers."""
    found: list[str] = []
    place = 0
    for entry in _LISTED.finditer(numbers):
        first, last = int(entry[1]), int(entry[2] or entry[1])
        if entry.start() != place or not first <= last <= first + _WIDEST:
            return ()
        found += map(str, range(first, last + 1))
        place = entry.end()
    return tuple(found) if place == len(numbers) else ()
