"""Markdown's and HTML's markup in a summary, blanked out so that no offset moves.

What carries no words of the summary becomes blanks of the same length: front matter, comments,
tags, pictures, marks of block quotations, borders and headings of tables, boxes of tasks, fences.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Superscripts may be citations: their tags stay.
_TAG = re.compile(r"</?(?!sup\b|/)[A-Za-z][^<>\n]{0,300}>")
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)")
_ENTITY = re.compile(r"&(?:nbsp|thinsp|ensp|emsp|shy|#160);|\[cite_start\]")
_FENCE = re.compile(r"[ \t]{0,3}(?:`{3,10}|~{3,10})[\w -]{0,30}\Z")
_QUOTE = re.compile(r"[ \t]{0,3}>(?:[ \t]{0,3}>){0,7}[ \t]?")
_TASK = re.compile(r"[ \t]{0,12}[-*+][ \t]{1,4}(\[[ xX]\])[ \t]")
_BORDER = re.compile(r"[|: \t]{0,10}-[-|: \t]{1,500}\Z")
_BAR = re.compile(r"(?<!\\)\|")
# A cell with words that are no marker.
_WORDY = re.compile(r"[ \t*_]{0,9}(?![\[(【¹²³])[\w“\"‘'$£€]")
_FIELD = re.compile(r"[\w-]{1,60}:|[ \t]|- |#")


class Line(NamedTuple):
    """A line of a summary without its end; what it belongs to."""

    start: int
    end: int
    quoted: bool
    row: bool


def unmarked(text: str) -> tuple[str, list[Line]]:
    """The text with markup as blanks (same length), and its lines."""
    blanked = _blank_spans(text, [*_front_matter(text), *_comments(text)])
    for pattern in (_PICTURE, _TAG, _ENTITY):
        blanked = pattern.sub(lambda match: " " * len(match[0]), blanked)
    spans: list[tuple[int, int]] = []
    lines: list[Line] = []
    place = 0
    for whole in text.splitlines(keepends=True):
        line = blanked[place : place + len(whole)]
        end = place + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        words = blanked[place:end]
        quote, task = _QUOTE.match(words), _TASK.match(words)
        if quote:
            spans.append((place, place + quote.end()))
        if task:
            spans.append((place + task.start(1), place + task.end(1)))
        if _FENCE.match(words):
            spans.append((place, end))
        lines.append(Line(place, end, quote is not None, row=False))
        place += len(whole)
    blanked = _blank_spans(blanked, spans)
    lines, spans = _tables(blanked, lines)
    return _blank_spans(blanked, spans), lines


def _blank_spans(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with these stretches, in order, as blanks; line ends stay."""
    pieces, last = [], 0
    for start, end in spans:
        if start < last:
            continue
        kept = ("\n" if character == "\n" else " " for character in text[start:end])
        pieces += [text[last:start], "".join(kept)]
        last = end
    return "".join([*pieces, text[last:]])


def _front_matter(text: str) -> list[tuple[int, int]]:
    """Fields between two lines of three hyphens at the very start."""
    lines = text.splitlines(keepends=True)[:200]
    if not lines or lines[0].lstrip("\ufeff").strip() != "---":
        return []
    length = len(lines[0])
    for line in lines[1:]:
        length += len(line)
        if line.strip() in ("---", "..."):
            return [(0, length)]
        if line.strip() and not _FIELD.match(line):
            break
    return []


def _comments(text: str) -> list[tuple[int, int]]:
    """HTML comments; one that is not closed hides nothing."""
    found = []
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        found.append((start, end + 3))
        start = text.find("<!--", end)
    first = len(_front_matter(text)) and _front_matter(text)[0][1]
    return [span for span in found if span[0] >= first]


def _tables(text: str, lines: list[Line]) -> tuple[list[Line], list[tuple[int, int]]]:
    """The lines with rows of tables marked, and their borders and headings."""
    found = list(lines)
    spans: list[tuple[int, int]] = []
    inside = False
    for number, line in enumerate(lines):
        words = text[line.start : line.end]
        if "|" not in words:
            inside = False
        elif _BORDER.match(words) and number and "|" in text[slice(*lines[number - 1][:2])]:
            before = lines[number - 1]
            while spans and spans[-1][0] >= before.start:
                spans.pop()
            spans += [(before.start, before.end), (line.start, line.end)]
            inside = True
        elif inside or words.lstrip().startswith("|"):
            found[number] = line._replace(row=True)
            spans += [(line.start + bar, line.start + bar + 1) for bar in _bars(words)]
    return found, spans


def _bars(row: str) -> list[int]:
    """The places of those bars of a row that part no words: cells with words stay apart."""
    bars = [match.start() for match in _BAR.finditer(row)]
    cells = zip([-1, *bars], [*bars, len(row)], strict=True)
    wordy = [_WORDY.match(row, start + 1, end) is not None for start, end in cells]
    return [bar for n, bar in enumerate(bars) if not (any(wordy[: n + 1]) and wordy[n + 1])]
