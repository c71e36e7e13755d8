"""Anybody's Markdown or text with citation markers, read into a `Document`.

The first line is the headline if it is a heading or has no sentence end. `[n]` stands for the
n-th input, `[^n]` for the note that a line `[^n]: …` defines. A marker supports the words since
the marker before it; markers after a full stop close the claim. A paragraph whose markers all
stand at its end is one claim; in another one every marked sentence is a claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from summarizer.text.places import Places
from summarizer.text.quotes import quotations
from summarizer.text.sentences import sentences, trim
from summarizer.verify.document import HEADLINE, CitedClaim, Document, Marker, Part

# One marker ("[2]", "[^a]"), or a list or range of them ("[2, 3]", "[2-4]").
_MARKER = re.compile(
    r"(?<!\\)\[(\^?)([\w-]{1,40}|\d{1,3}(?:[ ]{0,2}[,;–-][ ]{0,2}\d{1,3}){1,20})\](?!\()"
)
_LISTED = re.compile(r"(\d{1,3})(?:[ ]{0,2}[–-][ ]{0,2}(\d{1,3}))?(?:[ ]{0,2}[,;][ ]{0,2}|\Z)")
# A wider range is no list of sources ("[10-90]").
_WIDEST = 20
_NOTE = re.compile(r"[ \t]{0,3}\[(\^?)([\w-]{1,40})\](:?)[ \t]+(?=\S)")
_DIGITS = re.compile(r"\d{1,6}\Z")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_PREFIX = re.compile(r"[ \t]{0,12}(?:[-*+•>]|\d{1,3}[.)])[ \t]+")
_RULE = re.compile(r"[ \t]*(?:[-*_=|:][ \t]*){3,200}\Z")
_END = re.compile(r"[.!?…][\\\"”’»)\]']{0,5}\Z")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|__)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SOURCES = re.compile(r"(?i)(?:sources?|references?|notes?|footnotes|citations)\W{0,3}\Z")


class Run(NamedTuple):
    """Markers that stand side by side, and whether a sentence ends with them."""

    start: int
    end: int
    markers: tuple[Marker, ...]
    closes: bool


def of_markdown(text: str) -> Document:
    """The document of a summary in Markdown or plain text."""
    notes = _notes(text)
    claims: list[CitedClaim] = []
    for number, (start, end, heading) in enumerate(_paragraphs(text)):
        runs = _runs(text, start, end, notes)
        if number == 0 and (heading or not _ends(text, start, runs[0].start if runs else end)):
            claims.append(_claim(text, HEADLINE, start, end, runs))
            continue
        if heading and _SOURCES.match(text, start, end):
            break
        if heading:
            continue
        for first, last, inside in _split(text, start, end, runs):
            index = len(claims) - (claims[:1] != [] and claims[0].index == HEADLINE)
            claims.append(_claim(text, index, first, last, inside))
    return Document(text=text, claims=tuple(claims))


def _notes(text: str) -> dict[str, str]:
    """Definitions of notes, by caret and label: "[2]" and "[^2]" are two."""
    found = {}
    for line in text.splitlines():
        match = _NOTE.match(line)
        if match and match[3]:
            found[match[1] + match[2]] = _ESCAPE.sub(r"\1", line[match.end() :].strip())
    return found


def _paragraphs(text: str) -> list[tuple[int, int, bool]]:
    """Stretches between blank lines (start, end, is a heading); list items stand alone."""
    found: list[tuple[int, int, bool]] = []
    joins = False
    place = 0
    for line in text.splitlines(keepends=True):
        start, end = trim(text, place, place + len(line))
        prefix = _PREFIX.match(text, place, end) if start < end else None
        heading = _HEADING.match(text, place, end) if start < end else None
        place += len(line)
        if start == end or _RULE.match(text, start, end) or _NOTE.match(text, start, end):
            joins = False
            continue
        if joins and not prefix and not heading:
            found[-1] = (found[-1][0], end, False)
            continue
        mark = heading or prefix
        found.append((mark.end() if mark else start, end, heading is not None))
        joins = heading is None
    return [each for each in found if each[0] < each[1]]


def _runs(text: str, start: int, end: int, notes: dict[str, str]) -> list[Run]:
    """Runs of markers of a paragraph, in order."""
    groups: list[list[Marker]] = []
    for match in _MARKER.finditer(text, start, end):
        markers = [
            Marker(
                label=label, start=match.start(), end=match.end(), note=notes.get(match[1] + label)
            )
            for label in _labels(match)
        ]
        if not markers:
            continue  # an insertion into a quotation: "[the] council"
        if groups and not text[groups[-1][-1].end : match.start()].strip(" ,;"):
            groups[-1] += markers
        else:
            groups.append(markers)
    runs = []
    for group in groups:
        first, last = group[0].start, group[-1].end
        closes = _ends(text, start, first) or text[last : last + 1] in ("", ".", "!", "?", "\n")
        runs.append(Run(first, last, tuple(group), closes or last >= end))
    return runs


def _labels(match: re.Match[str]) -> tuple[str, ...]:
    """The labels that stand in one pair of brackets; none if they hold no markers."""
    if match[1] or _DIGITS.match(match[2]):
        return (match[2],)
    found: list[str] = []
    place = 0
    for entry in _LISTED.finditer(match[2]):
        first, last = int(entry[1]), int(entry[2] or entry[1])
        if entry.start() != place or not first <= last <= first + _WIDEST:
            return ()
        found += map(str, range(first, last + 1))
        place = entry.end()
    return tuple(found) if place == len(match[2]) else ()


def _ends(text: str, start: int, place: int) -> bool:
    """Whether a sentence ends before this place."""
    _, end = trim(text, start, place)
    return _END.search(text, max(start, end - 6), end) is not None


def _split(text: str, start: int, end: int, runs: list[Run]) -> list[tuple[int, int, list[Run]]]:
    """Claims of a paragraph: start, end, runs of markers inside."""
    closing = [run for run in runs if run.closes]
    if len(closing) == 1 and closing[0].end >= end - 1:
        return [(start, end, runs)]
    pieces, place = [], start
    for run in closing:
        last = run.end + (text[run.end : run.end + 1] in (".", "!", "?"))
        pieces.append((place, last))
        place = last
    pieces.append((place, end))
    found = []
    starts = [run.start for run in runs]
    for first, last in pieces:
        for span in _sentences(text, first, last):
            inside = runs[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
            found.append((*span, inside))
    return found


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of a stretch; ends inside quotations and before closing markers are none."""
    blanked = _ESCAPE.sub(_unescaped, _blank(text, start, end))
    quoted = Places(([(q.outer_start, q.outer_end)], q) for q in quotations(blanked))
    spans: list[tuple[int, int]] = []
    for first, last in sentences(blanked.replace("\n", " ")):
        inside = set(quoted.meeting(first - 1, first)) & set(quoted.meeting(first, first + 1))
        if spans and inside:
            spans[-1] = (spans[-1][0], start + last)
        else:
            spans.append((start + first, start + last))
    if spans:
        spans[-1] = (spans[-1][0], trim(text, start, end)[1])
    return spans


def _blank(text: str, start: int, end: int) -> str:
    """The stretch with blanks for markers and for Markdown's emphasis."""
    plain = _MARKER.sub(_spaces, text[start:end])
    return _EMPHASIS.sub("  ", plain)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0]) if _labels(match) else match[0]


def _unescaped(match: re.Match[str]) -> str:
    """The escaped character and a blank, which goes first where a blank is before."""
    first = match.start() == 0 or match.string[match.start() - 1].isspace()
    return f" {match[1]}" if first else f"{match[1]} "


def _claim(text: str, index: int, start: int, end: int, runs: list[Run]) -> CitedClaim:
    """A claim with a part for each run of markers; a tail without markers joins the last one."""
    blanked = _blank(text, start, end)
    dropped = [start + match.start() for match in _ESCAPE.finditer(blanked)]
    whole = CitedClaim(
        index=index,
        text=_ESCAPE.sub(r"\1", blanked),
        offset=start,
        parts=(),
        dropped=tuple(dropped),
    )
    parts = []
    place = 0
    for run in runs:
        parts.append(Part(start=place, end=whole.local(run.start), markers=run.markers))
        place = whole.local(run.end)
    if parts:
        parts[-1] = replace(parts[-1], end=len(whole.text))
    return replace(whole, parts=tuple(parts) or (Part(start=0, end=len(whole.text)),))
