"""What each line is by itself, before its neighbours are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.read.bylines import is_byline
from summarizer.read.cues import find_cue
from summarizer.read.datelines import is_dateline
from summarizer.read.lines import make_line
from summarizer.read.pictures import caption_before_text, is_caption
from summarizer.read.shapes import crumbs, is_date_line, is_prose, is_sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import RegionKind
    from summarizer.read.cues import Cue
    from summarizer.read.lines import Line


@dataclass(slots=True, kw_only=True)
class Labelled:
    """A line and its kind as far as it is known; cleaning fills in the kinds step by step.

    `cue` is the phrase that decided, if one did. `prose` says that the line is a full paragraph
    and nothing in it says that it is not the article's.
    """

    line: Line
    kind: RegionKind | None
    cue: Cue | None = None
    prose: bool = False

    @property
    def open(self) -> bool:
        """Whether the kind is still to be decided."""
        return self.kind is None


def judge(line: Line) -> Labelled:
    """The kind that a line shows by its own words and shape, None where it shows none."""
    kind = _by_shape(line)
    if kind is not None:
        return Labelled(line=line, kind=kind)
    cue = find_cue(line)
    if cue is not None and _fits(line, cue):
        return Labelled(line=line, kind=cue.kind, cue=cue)
    return Labelled(line=line, kind=None, prose=is_prose(line))


def pieces(text: str, line: Line) -> Iterator[Line]:
    """The line, or the caption at its start and the text behind it."""
    begin = caption_before_text(text, line.start, line.end)
    if begin == line.start:
        yield line
        return
    yield make_line(text, line.start, begin - 1, gap=line.gap)
    yield make_line(text, begin, line.end, gap=False)


def _by_shape(line: Line) -> RegionKind | None:
    if is_sign(line) or crumbs(line):
        return "boilerplate"
    if is_byline(line):
        return "byline"
    if is_date_line(line) or is_dateline(line.head):
        return "dateline"
    if is_caption(line):
        return "caption"
    bracketed = line.head[0] == "[" and line.head[-1] == "]" and not line.long
    return "related" if bracketed and line.size > 3 else None


def _fits(line: Line, cue: Cue) -> bool:
    """Whether the rest of the line allows what the phrase says."""
    if cue.kind == "dateline":
        return line.size <= 16 and not (line.ends and line.size > 8)
    return True
