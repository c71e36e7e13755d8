"""Quotation marks: folding of variants, and the quotations of a text.

Folding maps code points one to one, so that offsets into the folded text are offsets into the
original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLD = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»＂〝〞「」『』", '"'),
        **dict.fromkeys("‘’‚‛′＇ʼ`´", "'"),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\t\n\r", " "),
    }
)
_FOLDED = re.compile("[" + "".join(map(re.escape, map(chr, _FOLD))) + "]")
_OPENING = re.compile(r"[“„«»\"＂〝「『'‘`’]")
_SINGLE_CLOSING = re.compile(r"(?<!s)['’](?![^\W_])|['’](?![^\W_ ])")
# One search for all closing marks of a kind: a search for each would run to the end every time.
_CLOSERS = {
    "“": re.compile('[”"“]'),
    "„": re.compile('[“”"]'),
    "«": re.compile("»"),
    "»": re.compile("[»«]"),
    "〝": re.compile("〞"),
    "「": re.compile("」"),
    "『": re.compile("』"),
}
_STRAIGHT = re.compile('["”＂]')
_DOUBLE = '“„«»"＂'
_ANY_DOUBLE = re.compile(f"[{_DOUBLE}”]")
# A quotation left open is looked after for this many lines.
_CARRIED = 6
_TWO_SINGLE = re.compile(r"(?:''|‘‘|’’|``)")


class Quotation(NamedTuple):
    """A stretch in quotation marks.

    `start` and `end` mark the words inside; `outer_start` and `outer_end` take the marks in.
    `closed` is False where the paragraph ends before a closing mark.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool


def fold(text: str) -> str:
    """The text with one kind of quotation mark, apostrophe, dash and blank; same length."""
    if text.isascii():
        return text.translate(_FOLD)
    # beyond ASCII `translate` asks the table for each character, and few are in it
    return _FOLDED.sub(_folded, text)


def _folded(match: re.Match[str]) -> str:
    return str(_FOLD[ord(match.group())])


def quotation_at(found: Sequence[Quotation], place: int) -> Quotation | None:
    """The quotation, of some in order, whose words a place is among."""
    last = bisect_right(found, place, key=_start) - 1
    return found[last] if last >= 0 and place < found[last].end else None


def _start(quotation: Quotation) -> int:
    return quotation.start


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Outermost quotations of a stretch, in order.

    Double marks of any style; single typographic or straight marks only where they cannot be
    apostrophes and no double mark is open. A mark left open at the end of a line closes there
    (`closed` False): the usual way of a quotation over several paragraphs.
    """
    stop = len(text) if end is None else end
    found: list[Quotation] = []
    line = start
    while line < stop:
        newline = text.find("\n", line, stop)
        line_end = stop if newline < 0 else newline
        found += _in_line(text, line, line_end)
        line = line_end + 1
    return found


def carried(text: str, found: Sequence[Quotation]) -> list[Quotation]:
    """The lines that go on with a quotation left open, where no mark opens it again.

    Such a line holds no double mark before the one that closes the quotation, within some lines.
    """
    lines = []
    for quotation in found:
        if not quotation.closed and text[quotation.outer_start] in _DOUBLE:
            lines += _goes_on(text, quotation.outer_end)
    return lines


def _goes_on(text: str, end: int) -> list[Quotation]:
    """The lines behind a place up to the mark that closes what was open; none if another opens."""
    lines = []
    for _ in range(_CARRIED):
        start = end + 1
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        mark = _ANY_DOUBLE.search(text, start, end)
        stop = mark.start() if mark else end
        lines.append(Quotation(start, stop, start, mark.end() if mark else end, mark is not None))
        if mark is not None:
            closes = stop > start and not text[stop - 1].isspace() and text[stop] not in "“„«"
            return lines if closes else []
    return []


def _in_line(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    place = start
    last_single = end  # beyond this place no single mark closes: looked for once, not once a mark
    while match := _OPENING.search(text, place, end):
        place = match.start()
        width = _opens(text, place, start, end)
        single = width == 1 and text[place] in "'‘"
        if not width or (single and place >= last_single):
            place += 1
            continue
        inner = place + width
        close, close_width = _closing(text, place, inner, end)
        closed = close >= 0
        if single and not closed:
            last_single = place
            place += 1  # an apostrophe after all
            continue
        inner_end = close if closed else end
        outer_end = inner_end + close_width
        if inner_end > inner:
            found.append(Quotation(inner, inner_end, place, outer_end, closed))
        place = max(outer_end, inner)
    return found


def _opens(text: str, place: int, start: int, end: int) -> int:
    """The width of an opening mark at this place, 0 if there is none."""
    char = text[place]
    if _TWO_SINGLE.match(text, place, end):
        return 2
    if char in '“„«»"＂〝「『':
        return 1
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    # a single mark opens only after a blank or an opening bracket and before a word
    return int(char in "'‘" and not (before.isalnum() or before in ".,!?’'") and after.isalnum())


def _closing(text: str, opening: int, inner: int, end: int) -> tuple[int, int]:
    """Place and width of the mark that closes a quotation, (-1, 0) if none does."""
    if inner - opening == 2:
        match = _TWO_SINGLE.search(text, inner, end)
        return (match.start(), 2) if match else (-1, 0)
    char = text[opening]
    if char in "'‘":
        return _closing_single(text, inner, end), 1
    match = _CLOSERS.get(char, _STRAIGHT).search(text, inner, end)
    return (match.start(), 1) if match else (-1, 0)


def _closing_single(text: str, inner: int, end: int) -> int:
    """The place of a closing single mark: not between letters, and not a plural's apostrophe."""
    match = _SINGLE_CLOSING.search(text, inner, end)
    return match.start() if match else -1
