"""What each line is by itself, before its neighbours are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.read.page.bylines import is_byline
from summarizer.read.page.cues import find_cue
from summarizer.read.page.datelines import is_dateline
from summarizer.read.page.lines import make_line
from summarizer.read.page.pictures import caption_before_text, is_caption
from summarizer.read.page.shapes import crumbs, is_date_line, is_prose, is_sign, is_stamp
from summarizer.read.published import is_date_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarizer.model.article import RegionKind
    from summarizer.read.page.cues import Cue
    from summarizer.read.page.lines import Line


@dataclass(slots=True, kw_only=True)
class Labelled:
    """A line and its kind as far as it is known; cleaning fills in the kinds step by step.

    `reason` says why, for the editor who inspects a reading. `cue` is the phrase that decided, if
    one did. `prose` says that the line is a full paragraph and nothing in it says that it is not
    the article's.
    """

    line: Line
    kind: RegionKind | None = None
    reason: str | None = None
    cue: Cue | None = None
    prose: bool = False

    @property
    def open(self) -> bool:
        """Whether the kind is still to be decided."""
        return self.kind is None

    def settle(self, kind: RegionKind, reason: str) -> None:
        """Decide that the line is of a kind, for this reason; it is no paragraph of the text."""
        self.kind, self.reason, self.prose = kind, reason, False


def judge(line: Line) -> Labelled:
    """The kind that a line shows by its own words and shape, None where it shows none."""
    shape = _by_shape(line)
    if shape is not None:
        return Labelled(line=line, kind=shape[0], reason=shape[1])
    cue = find_cue(line)
    if cue is not None and _fits(line, cue):
        return Labelled(line=line, kind=cue.kind, reason=cue.reason, cue=cue)
    return Labelled(line=line, prose=is_prose(line))


def pieces(text: str, line: Line) -> Iterator[Line]:
    """The line, or the caption at its start and the text behind it."""
    begin = caption_before_text(text, line.start, line.end)
    if begin == line.start:
        yield line
        return
    yield make_line(text, line.start, begin - 1, gap=line.gap)
    yield make_line(text, begin, line.end, gap=False)


def _by_shape(line: Line) -> tuple[RegionKind, str] | None:
    """Kind and reason, None where the shape of the line shows nothing."""
    return next(((kind, reason) for test, kind, reason in _SHAPES if test(line)), None)


def _is_place(line: Line) -> bool:
    return is_dateline(line.head)


def _is_bracketed(line: Line) -> bool:
    return line.head[0] == "[" and line.head[-1] == "]" and not line.long and line.size > 3


# In this order: the first that fits decides.
_SHAPES: tuple[tuple[Callable[[Line], object], RegionKind, str], ...] = (
    (is_byline, "byline", "names who wrote it"),
    (is_stamp, "dateline", "date and time of a page"),
    (is_sign, "boilerplate", "no words: signs, figures or addresses"),
    (crumbs, "boilerplate", "path through the site"),
    (is_date_line, "dateline", "a date or time and nothing else"),
    (_is_place, "dateline", "place or agency of a report and nothing else"),
    (is_caption, "caption", "credit or set phrase of a picture"),
    (_is_bracketed, "related", "all of it in brackets"),
)


def _fits(line: Line, cue: Cue) -> bool:
    """Whether the rest of the line allows what the phrase says."""
    if cue.kind == "dateline":
        timed = any(c.isdigit() for c in line.head) or any(is_date_word(w) for w in line.words)
        said = line.size <= len(cue.phrase.split())
        return line.size <= 16 and not (line.ends and line.size > 8) and (timed or said)
    return True
