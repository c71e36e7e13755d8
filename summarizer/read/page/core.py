"""Where the article begins and ends on a page that was saved whole, with menus and lists of links.

The stretch with the greatest sum of line scores (maximum subsequence segmentation, Pasternack and
Roth 2009): paragraphs count their words, short lines and signs of the page count against. Only
where a side outside of it is plainly a page's (many short lines and several signs) is it labelled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.published import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.read.page.kinds import Labelled

# On 85 pages saved as crude text: F1 of the body .83 without, .894 so, .888 with -6, .884 with -4;
# its recall stays at .968.
_SHORT = -8
_PARAGRAPH = 60  # words of one paragraph that count at most
_MENU, _SIGNS = 8, 3  # short lines and signs that show that a side is the page's
_LABEL = 8  # words of a title in a list of links, mostly
_ENTRY = 4  # words of an entry of a menu at most
_DECK = 4  # lines below the headline that may belong to it
_PAGE = ("boilerplate", "related", "comment")


class Core(NamedTuple):
    """The lines of the article's text: first, and behind the last; equal if there are none."""

    begin: int
    end: int


def find_core(lines: Sequence[Labelled]) -> Core:
    """Where the text begins and ends."""
    return Core(*_best_stretch([_score(line) for line in lines]))


def label_outside(lines: Sequence[Labelled], core: Core, headline: int | None) -> None:
    """Label what lies before and behind the article as boilerplate; `headline` is its line."""
    if core.begin == core.end or _is_menu(lines):
        for line in lines if _is_menu(lines) else ():
            if line.open:
                line.settle("boilerplate", "a page of links without any text")
        return
    # what stands between the article and the nearest sign of the page stays open: lists, decks
    signs = [n for n, line in enumerate(lines) if line.kind in _PAGE]
    begin = core.begin if headline is None else headline
    whole = headline is not None or is_page(lines[:begin])
    head = begin if whole else max((n + 1 for n in signs if n < begin), default=0)
    tail = min((n for n in signs if n >= core.end), default=len(lines))
    sides = [lines[:head], lines[core.end : tail], lines[tail:]]
    if headline is not None:
        sides.append(lines[headline + 1 + _DECK : core.begin])
    _label_top(lines[:head])
    for side in sides:
        if is_page(side):
            for line in side:
                if line.open or (line.kind == "caption" and line.line.size <= _ENTRY):
                    line.settle("boilerplate", "outside of the article, among links of the page")


def _label_top(top: Sequence[Labelled]) -> None:
    """Entries of a menu above the headline that read like the page's other parts."""
    for line in top if is_page(top) else ():
        placed = line.kind == "dateline" and find(line.line.head) is None
        entry = line.kind in ("related", "comment", "caption") or placed
        if entry and line.line.size <= _LABEL:
            line.settle("boilerplate", "above the headline, among links of the page")


def _score(labelled: Labelled) -> int:
    if labelled.prose:
        return min(labelled.line.size, _PARAGRAPH)
    if labelled.open:
        goes_on = labelled.line.ends or labelled.line.head[0].islower()
        return labelled.line.size if goes_on else _SHORT
    return _SHORT if labelled.kind in _PAGE else 0


def _best_stretch(scores: Sequence[int]) -> tuple[int, int]:
    """Start and end of the stretch with the greatest sum (Kadane's algorithm)."""
    best = total = 0
    start, found = 0, (0, 0)
    for place, score in enumerate(scores):
        if total <= 0:
            start, total = place, 0
        total += score
        if total > best:
            best, found = total, (start, place + 1)
    return found


def is_page(side: Sequence[Labelled]) -> bool:
    """Whether these lines are a page's around an article: many short ones, several signs."""
    short = sum(1 for line in side if line.line.size <= _LABEL and not line.prose)
    short -= sum(1 for line in side if line.open and line.line.ends)
    signs = sum(1 for line in side if line.kind in _PAGE and line.cue)
    return short >= _MENU and (signs >= _SIGNS or _in_a_row(side) >= _MENU)


def _in_a_row(side: Sequence[Labelled]) -> int:
    """The longest run of lines of a few words each."""
    best = run = 0
    for line in side:
        entry = line.line.size <= _ENTRY and not line.prose and not line.line.ends
        run = run + 1 if entry else 0
        best = max(best, run)
    return best


def _is_menu(lines: Sequence[Labelled]) -> bool:
    """Whether there is no text at all, only entries of a menu."""
    opened = [line.line for line in lines if line.open]
    entries = all(not line.ends and line.size <= 3 for line in opened)
    return entries and sum(1 for line in lines if line.cue) > len(opened)
