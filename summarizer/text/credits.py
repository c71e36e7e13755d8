"""Lines in which an article says whose text it prints: "first published by …", "X contributed".

A line counts as a credit only by its form, from its first words on, so that a sentence of the
report about something that was "first published" elsewhere is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.text.outlets import agency_name, outlet_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Region, Sentence

Share = Literal["whole", "part"]


class Credit(NamedTuple):
    """A credit text[start:end] and the outlet or wire service that it names.

    The `whole` text is theirs, or they helped with a `part`. `name` is '' where the line tells of
    agencies without a name ("with inputs from agencies").
    """

    share: Share
    name: str
    start: int
    end: int


_TEXT = r"(?:article|story|report|piece|post|item|interview|column|feature|news item)"
_PRINTED = (
    r"(?:published|appeared|posted|printed|republished|reprinted|reproduced|syndicated|aired)"
)
_WHOLE = re.compile(
    rf"(?:(?:this|the) (?:\w{{1,12}} )?{_TEXT} )?(?:(?:was|has been|is|also) )?"
    rf"(?:first |originally |initially )?{_PRINTED}"
    r"(?: (?:here|online|first|originally|with permission|under licen[cs]e|in english)){0,2},? "
    r"(?:by|in|on|at|from|via) (?=\S)"
    r"|(?:source|via|original source|courtesy of|credit)s?\s?:\s?(?=\S)"
    r"|(?:distributed|provided|supplied|syndicated) (?:by|through|via) (?=\S)"
    r"|(?:read|see) the (?:original|full original) (?:\w{1,10} ){0,2}(?:at|on|in|here:?) (?=\S)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\bcontribut(?:ed|ing)\b(?: additional)?"
    rf"(?: reporting| to (?:this|the) (?:\w{{1,12}} )?{_TEXT}\b|:|\W{{0,3}}\Z)"
    rf"|\bmaterial from\b[^\n]{{3,100}}\b(?:used|included) in this {_TEXT}"
    r"|\A(?:compiled )?from (?:\w{1,10} ){0,3}(?:wires?|agenc(?:y|ies)|news services?)\b"
    r"|\A(?:(?:and )?with|includes|contains|additional|includes additional|plus)"
    r" (?:\w{1,12} ){0,2}(?:inputs?|reporting|reports|files|contributions?|material|information|"
    r"agenc(?:y|ies)|wires?)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:agenc(?:y|ies)|wires?|news services?)(?: (?:inputs?|reports?|services?))?\W{0,3}\Z",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:Copyright|©|\(c\)|&copy;)[\s,©()c]{0,6}(?:by )?(?:(?:19|20)\d\d)?[\s,-]{0,3}(?:by )?",
    re.IGNORECASE,
)
# A text of the "(ANI)" or "– AFP" kind ends with its agency's name behind the last full stop.
_SIGNED = re.compile(r"[.!?”\"’]\s{0,2}(?:[(\[/]|[–—-]{1,2}\s?)([A-Z][\w .&-]{1,30})[)\]/]?\.?\Z")
_WORD = r"[A-Z](?:[\w&-]|\.(?=\w)){0,20}"
_NAME = re.compile(rf"(?:[Tt]he )?{_WORD}(?:(?: of)? {_WORD}){{0,5}}")
_HOST = re.compile(
    r"(?:https?://)?(?:www\.)?([a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,30}){1,3})(?=[/\s?]|\Z)"
)
# Of these one stands in every credit: most lines are passed over by this alone.
_HINTS = (
    *("contribut", "publish", "appeared", "print", "posted", "syndicat", "reproduc", "aired"),
    *("source", "via", "courtesy", "credit", "distributed", "provided", "supplied", "original"),
    *("input", "reporting", "reports", "files", "material", "information", "agenc", "wire"),
    *("copyright", "©", "(c)", "&copy;"),
)
_LONGEST = 400
_ELSEWHERE = ("caption", "comment", "headline", "related")


def credits_of(
    text: str, regions: Sequence[Region], sentences: Sequence[Sentence]
) -> tuple[Credit, ...]:
    """The credits of an article in the order of its text, each outlet once a share."""
    found: dict[tuple[Share, str], Credit] = {}
    for start, end in _lines(text, regions, sentences):
        within = bool(sentences) and sentences[0].start < start and end < sentences[-1].start
        for each in _in_line(text[start:end], start, within=within):
            found.setdefault((each.share, each.name), each)
    if sentences and (signed := _signature(text, sentences[-1])):
        found.setdefault((signed.share, signed.name), signed)
    return tuple(sorted(found.values(), key=lambda each: each.start))


def _lines(
    text: str, regions: Sequence[Region], sentences: Sequence[Sentence]
) -> Iterator[tuple[int, int]]:
    """Short lines of the page, and of the text itself the last sentences of its paragraphs."""
    starts = [each.start for each in sentences]
    low = text.lower()
    hints = [hint for hint in _HINTS if hint in low] if len(low) == len(text) else _HINTS
    for region in regions:
        start = region.start
        if region.kind == "body" and (place := bisect_left(starts, region.end)):
            start = max(start, starts[place - 1])
        if region.end - start <= _LONGEST and region.kind not in _ELSEWHERE:
            line = text[start : region.end].lower()
            if any(hint in line for hint in hints):
                yield start, region.end


def _in_line(line: str, offset: int, *, within: bool) -> Iterator[Credit]:
    """The credits of a line; `within` the text a source is that of a picture or of a table."""
    plain = line.lstrip(" *_([—–-•")
    start, end = offset + len(line) - len(plain), offset + len(line.rstrip())
    if match := _WHOLE.match(plain):
        own = not (within and ":" in match.group())
        name = _first_named(plain[match.end() :]) if own else None
        yield from [Credit("whole", name, start, end)] if name else []
    elif match := _OWNED.match(plain):
        owner = _NAME.match(plain, match.end())
        words = owner.group().rstrip(".") if owner else ""
        name = agency_name(words) or outlet_named(words, definite=False)
        yield from [Credit("whole", name, start, end)] if name else []
    elif _PART.search(plain):
        names = _named(plain)
        if not names and _UNNAMED.search(plain):
            names = [""]
        yield from (Credit("part", name, start, end) for name in names)


def _signature(text: str, last: Sentence) -> Credit | None:
    """The agency whose name ends the text: "… on Monday. (ANI)"."""
    words = text[max(0, last.end - 60) : last.end]
    match = _SIGNED.search(words)
    name = agency_name(match.group(1)) if match else None
    if match is None or name is None:
        return None
    place = last.end - len(words)
    return Credit("whole", name, place + match.start(1), place + match.end(1))


def _first_named(rest: str) -> str | None:
    """The outlet or the address that a line goes on with."""
    if address := _HOST.match(rest.lower()):
        return address.group(1)
    match = _NAME.match(rest)
    return _outlet_at_start(match.group()) if match else None


def _named(line: str) -> list[str]:
    """The outlets and wire services that a line names."""
    found = (_outlet_at_start(match.group()) for match in _NAME.finditer(line))
    return list(dict.fromkeys(name for name in found if name))


def _outlet_at_start(words: str) -> str | None:
    """The outlet that a run of capitals begins with, or that its person is of.

    "Harbour News Editor Ana Reis", "Ana Reis of Harbour News".
    """
    parts = (words.rpartition(" of ")[2] if " of " in words else words).split()
    tries = (" ".join(parts[:size]) for size in range(len(parts), 0, -1))
    known = (agency_name(each) or outlet_named(each, definite=False) for each in tries)
    return next((name for name in known if name), None)
