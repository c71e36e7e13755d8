"""Cleaning: label every line of a text, delete nothing.

Each line is first judged by itself (kinds). Then the page's order decides about the rest: what
stands under a heading over teasers or comments (sections), what stands before the first
paragraph (heading), what lies outside of the article on a page saved whole (core), and what
stands behind the last paragraph. Whatever stays in doubt is body.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.model.article import Region
from summarizer.read.outlets import heading_masthead
from summarizer.read.page.bylines import is_about_author, is_sign_off
from summarizer.read.page.core import find_core, label_outside
from summarizer.read.page.datelines import find_dateline
from summarizer.read.page.heading import label_head
from summarizer.read.page.headline import find_headline
from summarizer.read.page.imprint import imprint
from summarizer.read.page.kinds import Labelled, judge, pieces
from summarizer.read.page.lines import split
from summarizer.read.page.orders import without_orders
from summarizer.read.page.repeats import label_repeated
from summarizer.read.page.sections import label_sections
from summarizer.read.page.shapes import has_verb, is_title_like

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import RegionKind
    from summarizer.read.page.lines import Line
    from summarizer.read.raw import Raw

_STORY = 3  # paragraphs; below, a sentence about the author may be all there is
_LABELS = frozenset({"by", "author", "authors", "written by", "reporter", "von", "por", "par"})
_SHOUT, _SHOUTS = 5, 3  # words of a title in capitals; how many of them are links
_FIGURES = 5  # in a title in capitals at most
_HEAD, _TITLE = 6, 4  # lines in which a headline follows the outlet's name; words of one
_NAME = 5  # words of a name behind such a label
_TRANSCRIPT = 3  # lines that begin with a name and a colon: a conversation, not datelines


def clean(raw: Raw) -> tuple[Region, ...]:
    """Regions in order that do not overlap and cover every visible character."""
    lines = [
        judge(piece) for line in split(raw.text, raw.begin) for piece in pieces(raw.text, line)
    ]
    _take_marks(lines, raw)
    _label_named(lines)
    _label_masthead(lines)
    if not raw.structured:
        _label_imprint(lines)
    label_sections(lines)
    core = find_core(lines)
    headline = find_headline(lines, raw.given.title, core.begin)
    if not raw.structured:
        label_outside(lines, core, headline.place if headline else None)
    start = label_head(lines, headline, decks=not raw.structured)
    _label_tail(lines)
    _label_author(raw, lines)
    label_repeated(lines)
    _label_between_captions(lines)
    if not raw.structured:
        _label_shouts(lines, start)
        _label_subheads(lines, start)
    for line in lines:
        if line.kind is None:
            line.kind = "body"
    if not any(line.kind == "body" for line in lines):
        # a picture gallery: what its captions tell is the article
        for line in lines:
            if line.kind == "caption":
                line.settle("body", "caption of a gallery without other text")
    return (*_front(raw), *without_orders(raw.text, _regions(raw.text, lines)))


def _front(raw: Raw) -> Iterator[Region]:
    """The front matter, if the text begins with one."""
    if raw.begin:
        end = _trimmed(raw.text, raw.begin)
        yield Region(start=0, end=end, kind="boilerplate", reason="front matter")


def _take_marks(lines: Sequence[Labelled], raw: Raw) -> None:
    """Kinds that the container states: a line takes the kind of the mark that it begins in."""
    marks = iter(raw.marks)
    mark = next(marks, None)
    for line in lines:
        while mark and mark.end <= line.line.start:
            mark = next(marks, None)
        if mark and mark.start <= line.line.start and (line.open or mark.kind == "headline"):
            line.settle(mark.kind, mark.reason or "marked so by the page")


def _label_named(lines: Sequence[Labelled]) -> None:
    """The name that stands in a line of its own behind "Author:" or "By"."""
    for label, name in pairwise(lines):
        plain = label.line.head.rstrip(" :").casefold()
        if plain in _LABELS and name.open and name.line.size <= _NAME and not name.line.ends:
            label.settle("byline", f"the words “{plain}”")
            name.settle("byline", f"stands behind “{plain}”")


def _label_masthead(lines: Sequence[Labelled]) -> None:
    """The first line, if a medium's name opens it and another line can be the headline."""
    first = next(iter(lines), None)
    if first is None or not first.open or first.line.ends or first.line.long:
        return
    behind = [line.line for line in lines[1:_HEAD] if line.open]
    titled = any(is_title_like(line) and line.size >= _TITLE for line in behind)
    if titled and heading_masthead(first.line.head):
        first.settle("boilerplate", "the outlet's name with a section or slogan")


def _label_imprint(lines: Sequence[Labelled]) -> None:
    """Lines around the headline that name the outlet and the day, or the outlet and a section.

    A place and a date are such a line above all titles, if there is a title.
    """
    text = next((n for n, line in enumerate(lines) if line.prose), len(lines))
    for n, labelled in enumerate(lines[: min(text, _HEAD)]):
        line = labelled.line
        if labelled.kind not in (None, "boilerplate", "byline") or line.long:
            continue
        below = any(map(_may_be_title, lines[:n]))
        above = not below and any(map(_may_be_title, lines[n + 1 : _HEAD]))
        found = imprint(line.head)
        if found and ((found.outlet and (above or below)) or (above and labelled.open)):
            labelled.settle("byline" if found.writer else "dateline", "names and a date, no more")
        elif below and not line.ends and heading_masthead(line.head):
            labelled.settle("boilerplate", "the outlet's name with a section or slogan")


def _may_be_title(labelled: Labelled) -> bool:
    line = labelled.line
    dated = imprint(line.head) is not None
    return labelled.open and is_title_like(line) and line.size >= _TITLE and not dated


def _label_tail(lines: Sequence[Labelled]) -> None:
    """Lines behind the last paragraph: what stands among signs of the page is the page's."""
    last = max((n for n, line in enumerate(lines) if line.prose and line.open), default=-1)
    if last < 0:
        return
    signs = [
        n
        for n, line in enumerate(lines)
        if n > last and line.kind not in (None, "caption", "byline")
    ]
    for n in range(last + 1, len(lines)):
        line = lines[n]
        if line.open and is_sign_off(line.line):
            line.settle("byline", "a name behind a dash at the end")
        elif line.open and signs and _is_page_tail(line, n, signs):
            teased = lines[n - 1].kind == "related" and not line.line.ends
            kind: RegionKind = "related" if teased else "boilerplate"
            line.settle(kind, "among lines of the page, behind the last paragraph")


def _label_author(raw: Raw, lines: Sequence[Labelled]) -> None:
    """The last paragraph, if it introduces the author and not somebody in the story."""
    opened = [line for line in lines if line.open]
    if len(opened) > _STORY:
        signed = (raw.text[x.line.start : x.line.end] for x in lines if x.kind == "byline")
        authors = " ".join(filter(None, [raw.given.byline, *signed]))
        if is_about_author(opened[-1].line, authors):
            opened[-1].settle("boilerplate", "introduces the author")


def _is_page_tail(labelled: Labelled, place: int, signs: Sequence[int]) -> bool:
    line = labelled.line
    between = signs[0] < place < signs[-1]
    if line.ends:
        return between and line.size <= 12 and not has_verb(line)
    if place < signs[0]:
        return line.size <= 3 and place + 1 == signs[0]
    return line.size <= 12


def _label_between_captions(lines: Sequence[Labelled]) -> None:
    """Titles of pictures and videos: in capitals, right before a caption."""
    for labelled, after in pairwise(lines):
        line = labelled.line
        if labelled.open and after.kind == "caption" and not line.ends and 2 < line.size <= 14:
            long = [word for word in line.words if len(word) > 3]
            if long and all(word[0].isupper() for word in long):
                labelled.settle("caption", "title right before a caption")


def _label_shouts(lines: Sequence[Labelled], start: int) -> None:
    """Titles in capitals between paragraphs, several: links to other stories."""
    found = [line for line in lines[start:] if line.open and _is_shout(line.line)]
    if len(found) >= _SHOUTS:
        for line in found:
            line.settle("related", "title in capitals between paragraphs, as several others")


def _is_shout(line: Line) -> bool:
    """Whether a line is a title in capitals; with many figures it is a row of a table."""
    if line.ends or line.size < _SHOUT or not line.head.isupper():
        return False
    return sum(c.isdigit() for c in line.head) < _FIGURES


def _label_subheads(lines: Sequence[Labelled], start: int) -> None:
    """Short lines between paragraphs that are no sentences."""
    spoken = _is_transcript(lines)
    for n in range(max(start, 1), len(lines) - 1):
        line, before, after = lines[n].line, lines[n - 1], lines[n + 1]
        if not lines[n].open or line.size > 9 or not _is_label(lines[n]):
            continue
        if spoken and _names_speaker(lines[n]):
            continue
        paragraph = after.open and (after.prose or (after.line.ends and after.line.size > 5))
        if paragraph and (not before.open or before.line.ends):
            lines[n].settle("subhead", "short line between paragraphs, no sentence")


def _is_label(labelled: Labelled) -> bool:
    line = labelled.line
    plain = line.head.rstrip("\"”’'» ")
    if "(@" in plain or plain.endswith((",", ";", ":", "!", "-", "–", "—")) or plain[:1].islower():
        return False
    asked = plain.endswith("?") and ": " in plain  # a turn of a conversation
    return not line.ends or (not asked and plain.endswith("?") and line.head[0] not in '"“„«')


def _regions(text: str, lines: Sequence[Labelled]) -> Iterator[Region]:
    first = True
    loose = not _is_transcript(lines)
    for labelled in lines:
        line, kind = labelled.line, labelled.kind or "body"
        if kind != "body":
            yield Region(start=line.start, end=line.end, kind=kind, reason=labelled.reason)
            continue
        found = find_dateline(text, line.start, line.end, first=first and loose)
        if found:
            yield Region(
                start=found.start,
                end=_trimmed(text, found.end),
                kind="dateline",
                reason="place or agency before the first sentence",
            )
        first = first and found is not None and not labelled.prose
        begin = found.end if found else line.start
        yield Region(start=begin, end=line.end, kind="body", reason=labelled.reason)


def _is_transcript(lines: Sequence[Labelled]) -> bool:
    return sum(_names_speaker(labelled) for labelled in lines) >= _TRANSCRIPT


def _names_speaker(labelled: Labelled) -> bool:
    """Whether a line begins as a turn of a conversation: "Ilves: Nobody was hurt."."""
    name, colon, _ = labelled.line.head[:60].partition(":")
    return bool(colon) and len(name.split()) <= 4 and name[:1].isupper()


def _trimmed(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end
