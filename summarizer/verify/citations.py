"""Citation markers in the words of a summary, in the shapes that people and programs write.

[2] [2, 3] [2-4] [^a] [s2] [Source 2, Source 3] [cite: 2]
【2】 【2†source】     ² ¹˒³ <sup>2</sup>
[2](https://…) [[2]](https://…)           ([The Mail](https://…))     (https://…)
[The Mail] (The Mail) (Source: 1.txt) — The Mail     behind the end of a sentence
(2)  at the end of a line behind the end of a sentence; elsewhere only in a summary with no other
     marker, where each closes a sentence
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_AND = r"[ ]{0,2}(?:[,;&–-]|and)[ ]{0,2}"
_AND = r"[ ]{0,2}(?:[,;&–-]|and)[ ]{0,2}"
_NUMBERS = rf"\d{{1,3}}(?:{_AND}\d{{1,3}}){{0,20}}"
_CALLED = r"(?:[Ss](?:ources?)?|cite|[Aa]rticles?|[Rr]efs?\.?|[Dd]ocuments?)[ :#]{0,2}"
_CALLED_NUMBERS = rf"\d{{1,3}}(?:{_AND}(?:{_CALLED})?\d{{1,3}}){{0,20}}"
_BRACKET = re.compile(
    rf"(?<!\\)\[(?:\^(?P<note>[\w-]{{1,40}})\^?|(?:{_CALLED})?(?P<numbers>{_CALLED_NUMBERS}))\]"
    r"(?!\()"
)
_PARENTHESIS = re.compile(rf"\({_CALLED}(?P<numbers>{_CALLED_NUMBERS})\)")
_CALL = re.compile(_CALLED)
# Names of inputs, behind the end of a sentence: in square brackets any, in round ones after
# "Source:", or with capitals throughout, so that no remark is taken for one.
_ENDED = r"(?:(?<=[.!?…])|(?<=[.!?…][”\"’)*_])|(?<=[.!?…] )|(?<=[.!?…][”\"’)*_] ))"
_NAMED = re.compile(
    rf"{_ENDED}[*_]{{0,3}}(?:(?P<open>[\[(])(?P<words>[^\[\]()\n]{{2,120}})(?:\](?![(:\[])|\))"
    r"|[–—][ ]?[*_]{0,3}(?P<behind>[^\[\]()\n*_]{2,80})(?=[*_]{0,3}[ \t]{0,9}(?:\n|\Z)))[*_]{0,3}"
)
_LEAD = re.compile(r"(?:[Ss]ources?|[Vv]ia|[Ff]rom)(?::[ ]?|[ ])")
_NAMES = re.compile(r"[ ]?[;,&][ ]?|[ ]and[ ]")
_LETTER = re.compile(r"[^\W\d_]")
_CAPITAL = r"(?:[A-Z0-9][\w.'’-]{0,30}|of|the|and|for)"
_CAPITALS = re.compile(rf"{_CAPITAL}(?:[ ]{_CAPITAL}){{0,7}}")
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
_ROUND = re.compile(rf"\((?P<numbers>{_NUMBERS})\)")
# At the end of a line, behind the end of a sentence, it is a marker beside any others.
_LAST = re.compile(rf"{_ENDED}\((?P<numbers>{_NUMBERS})\)(?=[ \t]{{0,9}}(?:\n|\Z))")
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
# "25 km²" and "10³" are quantities, "in 1987³" is a year.
_UNIT = re.compile(r"(?:(?<!\b(?:1[5-9]|20)\d)\d|(?<![A-Za-z])(?:[kcdm]?m|ft|in|mi|yd|s))\Z")
_AFTER = re.compile(r"[ ]?(?:[.!?]|\n|\Z)|[ ]{1,2}[A-Z“\"]|[ ]?\(\d")


class Mark(NamedTuple):
    """One marker's stretch, and what stands in it: label, and address or key of its note.

    `named`: the labels are names, which cite only if they are those of inputs.
    """

    start: int
    end: int
    labels: tuple[str, ...]
    note: str = ""
    address: str = ""
    named: bool = False


def marks(text: str, start: int, end: int, *, round_ones: bool = False) -> list[Mark]:
    """The citation markers of a stretch in order; `round_ones`: "(2)" is one."""
    found: list[Mark] = [*_bracketed(text, start, end), *_superscripts(text, start, end)]
    found += _linked_words(text, start, end)
    found += _names(text, start, end)
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
    others = [mark for mark in marks(text, 0, len(text)) if not _ROUND.match(text, mark.start)]
    return len(found) >= 2 and len(closing) == len(found) and not others


def links(text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Words and address of each link of a stretch."""
    return ((each["words"], each["address"]) for each in _LINK.finditer(text, start, end))


def _closes(text: str, mark: Mark) -> bool:
    before = text[max(0, mark.start - 2) : mark.start].rstrip(" ")[-1:]
    return before not in ("", "\n") and _AFTER.match(text, mark.end) is not None


def _bracketed(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _BRACKET.finditer(text, start, end):
        note = match["note"]
        labels = (note,) if note else _labels(_CALL.sub("", match["numbers"]))
        if labels:
            yield Mark(match.start(), match.end(), labels, note="^" if note else "")
    for pattern in (_LENTICULAR, _RAISED, _PARENTHESIS, _LAST):
        yield from _numbered(pattern, text, start, end)
    for match in _LINKED.finditer(text, start, end):
        yield Mark(match.start(), match.end(), (match["numbers"],), address=match["address"])


def _numbered(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Mark]:
    for match in pattern.finditer(text, start, end):
        labels = _labels(_CALL.sub("", match["numbers"]))
        if labels:
            yield Mark(match.start(), match.end(), labels)


def _names(text: str, start: int, end: int) -> Iterator[Mark]:
    """Names in brackets of their own, behind the end of a sentence."""
    for match in _NAMED.finditer(text, start, end):
        words = match["words"] or match["behind"]
        if not _LETTER.search(words) or words.startswith("^") or _numbers_at(text, match):
            continue
        lead = _LEAD.match(words)
        labels = tuple(each for each in _NAMES.split(words[lead.end() if lead else 0 :]) if each)
        named = match["open"] == "[" or lead or all(map(_CAPITALS.fullmatch, labels))
        if named and labels and not words.endswith((".", "!", "?", ":", "…")):
            yield Mark(match.start(), match.end(), labels, named=True)


def _numbers_at(text: str, match: re.Match[str]) -> bool:
    """Whether what stands in brackets are numbers of inputs."""
    opened = match.start("open")
    return opened >= 0 and any(p.match(text, opened) for p in (_BRACKET, _PARENTHESIS))


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
