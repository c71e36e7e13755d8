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
_GOING = 2  # lines that begin inside a sentence show it, if from there on no line end is left over
_WIDTH = 100  # characters of a line in a wrapped text at most
_WIDEST = 120  # and where no line end is left over
_BROKEN = 33  # characters of a line that a width broke at least
_WIDE = 50  # of so many lines one may be wider: an address cannot be broken
_BULLETS = "•*·◦▪■–—-+[#|"
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


def split(text: str, start: int = 0) -> list[Line]:
    """The lines from a place on that hold anything visible; in a wrapped text, its paragraphs."""
    spans = paragraphs(text, start)
    gaps = [n == 0 or _gap(text, spans[n - 1].end, spans[n].start) for n in range(len(spans))]
    broken = _wraps(text, spans, gaps)
    starts = [n for n in range(len(spans)) if n not in broken]
    ends = [*starts[1:], len(spans)][: len(starts)]
    return [
        make_line(text, spans[first].start, spans[behind - 1].end, gap=gaps[first])
        for first, behind in zip(starts, ends, strict=True)
    ]


def _wraps(text: str, spans: Sequence[Span], gaps: Sequence[bool]) -> frozenset[int]:
    """The lines that go on with the line before because a width was reached, none in most texts.

    A line was wrapped if the first word of the next one did not fit in the width of the text.
    """
    ends = [_columns(text, span) for span in spans]
    pairs = [n for n in range(1, len(spans)) if not gaps[n]]
    going = {n for n in pairs if _goes_on(text, spans[n - 1], spans[n])}
    if len(going) >= _GOING and max(ends) <= _WIDEST:
        forced = _forced(text, spans, ends, pairs, _WIDEST)
        if forced | going >= {n for n in pairs if n >= min(going)}:
            return frozenset(forced | going)
    if len(spans) < _WRAPPED or sum(end > _WIDTH for end in ends) * _WIDE > len(spans):
        return frozenset()
    forced = _forced(text, spans, ends, pairs, _WIDTH)
    if len(forced) < _WRAPPED // 2 or len(forced & going) * 3 < len(forced):
        if len(going) * 2 <= len(pairs) or len(going) < _WRAPPED // 2:
            return frozenset()
        return frozenset(pairs)
    return frozenset(forced | going)


def _forced(
    text: str, spans: Sequence[Span], ends: Sequence[int], pairs: Sequence[int], widest: int
) -> set[int]:
    """The lines whose first word did not fit behind the line before, in the width of the text."""
    width = max((ends[n - 1] for n in pairs if ends[n - 1] <= widest), default=0)
    return {n for n in pairs if width < ends[n - 1] + 1 + _first_word(text, spans[n]) <= 2 * width}


def _columns(text: str, span: Span) -> int:
    """The column in which a line ends; signs of Chinese, Japanese and Korean take two."""
    begin = text.rfind("\n", max(0, span.start - REACH), span.start) + 1
    line = text[begin : min(span.end, begin + 2 * REACH)]
    return (
        span.end - begin + (0 if line.isascii() else sum("\u2e80" <= c <= "\uffe6" for c in line))
    )


def _first_word(text: str, span: Span) -> int:
    """The length of the first word; an entry of a list begins a line of its own."""
    head = text[span.start : min(span.end, span.start + _WIDTH)]
    return -_WIDTH if head[0] in _BULLETS else len(head.split(maxsplit=1)[0])


def _goes_on(text: str, before: Span, span: Span) -> bool:
    long = before.end - before.start > _BROKEN
    ends = _END.search(text[max(before.start, before.end - REACH) : before.end])
    first = text[span.start]
    return long and not ends and first.isalpha() and not first.isupper()


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
