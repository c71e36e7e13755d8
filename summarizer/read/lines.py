"""An article's text as lines with the plain features that cleaning decides by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.text.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Span

# Features look at no more than this of a line's ends: their cost must not grow with a huge line.
REACH = 400
_WRAPPED = 8  # lines; fewer show no habit
_WIDTH = 100  # characters of the widest line in a wrapped text
_END = re.compile(r"[.!?…。！？؟।][\"”’»›)\]']{0,3}\Z")
_OPEN_END = re.compile(r"(?:\.{2,3}|…)[\"”’»)\]']{0,2}\Z")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the text with its place.

    `head` and `tail` are what features look at. `words` are those of the head, `size` is their
    number, in writing without blanks half the number of its signs. `gap` says that an empty line
    stands before it (true for the first line); `ends` that it ends like a sentence, `cut` that it
    ends with an ellipsis.
    """

    start: int
    end: int
    head: str
    tail: str
    words: tuple[str, ...]
    size: int
    gap: bool
    ends: bool
    cut: bool

    @property
    def long(self) -> bool:
        """Whether the line is longer than features look."""
        return self.end - self.start > REACH


def split(text: str) -> list[Line]:
    """The lines of a text that hold anything visible; where lines are wrapped, its paragraphs."""
    spans = paragraphs(text)
    gaps = [n == 0 or _gap(text, spans[n - 1].end, spans[n].start) for n in range(len(spans))]
    if _is_wrapped(text, spans, gaps):
        starts = [n for n, gap in enumerate(gaps) if gap]
        ends = [*starts[1:], len(spans)]
        joined = [
            (spans[first].start, spans[behind - 1].end)
            for first, behind in zip(starts, ends, strict=True)
        ]
        return [make_line(text, start, end, gap=True) for start, end in joined]
    return [
        make_line(text, start, end, gap=gap) for (start, end), gap in zip(spans, gaps, strict=True)
    ]


def _is_wrapped(text: str, spans: Sequence[Span], gaps: Sequence[bool]) -> bool:
    """Whether line ends are set by width, as in mails: most go on in the next line's middle."""
    if len(spans) < _WRAPPED or max(end - start for start, end in spans) > _WIDTH:
        return False
    pairs = [n for n in range(1, len(spans)) if not gaps[n]]
    on = [
        n
        for n in pairs
        if spans[n - 1].end - spans[n - 1].start > _WIDTH // 3
        and not _END.search(text[spans[n - 1].start : spans[n - 1].end])
        and text[spans[n].start].islower()
    ]
    return len(on) * 2 > len(pairs) and len(on) >= _WRAPPED // 2


def make_line(text: str, start: int, end: int, *, gap: bool) -> Line:
    """The line text[start:end] with its features."""
    head = text[start : min(end, start + REACH)]
    tail = text[max(start, end - REACH) : end]
    words = tuple(_WORD.findall(head))
    return Line(
        start=start,
        end=end,
        head=head,
        tail=tail,
        words=words,
        size=max(len(words), _dense(head) // 2),
        gap=gap,
        ends=bool(_END.search(_without_signs(tail))),
        cut=bool(_OPEN_END.search(tail)),
    )


def _gap(text: str, start: int, end: int) -> bool:
    between = text[start : min(end, start + REACH)]
    return between.count("\n") > 1 or between.count("\r") > 1


def _without_signs(tail: str) -> str:
    """The end of a line without pictograms behind it."""
    while tail and (tail[-1] >= "\u2600" or tail[-1].isspace()) and not tail[-1].isalnum():
        if "\u3000" <= tail[-1] <= "\uffef":  # punctuation of Chinese and Japanese
            break
        tail = tail[:-1]
    return tail


def _dense(head: str) -> int:
    """Signs of scripts that write no blanks (Thai, Chinese, Japanese and their like)."""
    return 0 if head.isascii() else sum("\u0e00" <= c <= "\ud7af" and c.isalpha() for c in head)
