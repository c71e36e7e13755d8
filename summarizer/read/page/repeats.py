"""Lines that say again what the page says elsewhere: buttons, captions, pull quotes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from summarizer.read.page.kinds import Labelled

    Folded: TypeAlias = Sequence[tuple[str, ...]]  # the words of each line without case

_SHORT = 4  # words of a button or label
_LONG = 6  # words from which the same words twice are no accident
_PULLED = 25  # words of a pull quote at most
_GALLERY = 3  # times that a caption stands there


def label_repeated(lines: Sequence[Labelled]) -> None:
    """Label what comes again: short labels, captions, sentences lifted from a paragraph."""
    folded = [tuple(map(str.casefold, line.line.words)) for line in lines]
    _labels(lines)
    _headlines(lines, folded)
    _copies(lines, folded)
    _pull_quotes(lines, folded)


def _labels(lines: Sequence[Labelled]) -> None:
    """Short lines that come again and again: buttons, credits, labels of the page."""
    counts = Counter(_short(line) for line in lines if line.open)
    for line in lines:
        if line.open and counts[_short(line)] > 1 and _short(line):
            line.settle("boilerplate", "short line that comes several times")


def _short(labelled: Labelled) -> str:
    line = labelled.line
    return line.head.casefold() if line.size <= _SHORT and not line.ends else ""


def _headlines(lines: Sequence[Labelled], folded: Folded) -> None:
    """The headline again, as pages set it above galleries and beside buttons."""
    titles = {words for line, words in zip(lines, folded, strict=True) if line.kind == "headline"}
    for line, words in zip(lines, folded, strict=True):
        if line.open and line.line.size >= _SHORT and words in titles:
            line.settle("boilerplate", "the headline again")


def _copies(lines: Sequence[Labelled], folded: Folded) -> None:
    """The same words again: a title or pull quote, or the caption of a gallery.

    A whole paragraph must stand there several times, each time among lines that are none.
    """
    places: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for n, line in enumerate(lines):
        if line.open and len(line.line.words) >= _LONG:
            size = line.line.end - line.line.start
            places.setdefault((size, folded[n]), []).append(n)
    for same in places.values():
        if not lines[same[0]].prose:
            # a sentence may come again: the question that everybody is asked
            for n in () if lines[same[0]].line.ends else same[1:]:
                lines[n].settle("boilerplate", "the same words stand above")
        elif len(same) >= _GALLERY and all(_stands_alone(lines, folded, n) for n in same):
            for n in same:
                lines[n].settle("caption", "comes several times, among lines of a gallery")


def _stands_alone(lines: Sequence[Labelled], folded: Folded, place: int) -> bool:
    around = [n for n in (place - 1, place + 1) if 0 <= n < len(lines)]
    return not any(lines[n].prose and folded[n] != folded[place] for n in around)


def _pull_quotes(lines: Sequence[Labelled], folded: Folded) -> None:
    """Short lines all of whose words stand in this order in a longer paragraph."""
    starts: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    words = [told if line.open else () for line, told in zip(lines, folded, strict=True)]
    wanted = {w[:_LONG] for w in words if _LONG <= len(w) <= _PULLED}
    firsts = {run[0] for run in wanted}
    for n, told in enumerate(words):
        for at in range(len(told) - _LONG + 1):
            run = told[at : at + _LONG] if told[at] in firsts else ()
            if run in wanted and len(starts.setdefault(run, [])) < _PULLED:
                starts[run].append((n, at))
    for n, told in enumerate(words):
        if _LONG <= len(told) <= _PULLED and not lines[n].line.long:
            for other, at in starts[told[:_LONG]]:
                longer = len(words[other]) > len(told) and lines[other].prose
                if longer and words[other][at : at + len(told)] == told:
                    lines[n].settle("boilerplate", "the same words stand in a paragraph")
                    break
