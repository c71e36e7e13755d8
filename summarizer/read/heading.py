"""The top of a page: headline, deck, bylines, section names and captions before the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.read.bylines import is_signature
from summarizer.read.outlets import is_masthead
from summarizer.read.shapes import crumbs
from summarizer.text.tokens import content_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import RegionKind
    from summarizer.read.kinds import Labelled
    from summarizer.read.lines import Line

_LONGEST = 25  # words of a headline
_SEARCHED = 40  # lines from the top
_DECKS = 4  # titles without a sentence below the headline; more are a list of the article
_SUFFIX = re.compile(r"\s{1,3}[|–—-]\s{1,3}")
_LISTED = re.compile(r"[>•*·(■▪–—-]|\d{1,3}[.)]\s")
_DETERMINERS = frozenset({"a", "an", "the", "he", "she", "it", "they", "his", "her", "their"})


def label_head(lines: Sequence[Labelled], title: str | None, *, decks: bool = True) -> int:
    """Label the lines before the text.

    Args:
        lines: the lines of the article, changed in place.
        title: the headline that the container states, if it does.
        decks: look for lines below the headline that belong to it; not where the container
            marks all headings.

    Returns:
        The place of the first line of the text.
    """
    headline = _find_headline(lines, title)
    if headline is not None:
        for line in lines[:_SEARCHED]:
            if line.kind in (None, "headline") and _same(line.line.head, lines[headline].line.head):
                line.kind, line.prose = "headline", False
    start = _text_start(lines, headline)
    _label_between(lines[:start], headline, decks=decks)
    return start


def _label_between(lines: Sequence[Labelled], headline: int | None, *, decks: bool) -> None:
    """The lines around the headline that are not labelled yet and no sentences."""
    boxed = signed = False
    number = 0
    for place, labelled in enumerate(lines):
        boxed = boxed or labelled.kind == "subhead"
        signed = signed or labelled.kind in ("byline", "dateline")
        if labelled.open and not labelled.line.ends and (headline is not None or boxed):
            kind = _kind_in_head(labelled.line, place, headline, signed=signed)
            number += kind in ("subhead", "caption")
            many = number > _DECKS or not decks
            labelled.kind = None if many and kind in ("subhead", "caption") else kind
            signed = signed or labelled.kind == "byline"


def plain_title(line: str) -> str:
    """A headline without the marks of Markdown."""
    return line.lstrip("#").strip().strip("*_").strip()


def _find_headline(lines: Sequence[Labelled], title: str | None) -> int | None:
    marked = next((n for n, line in enumerate(lines) if line.kind == "headline"), None)
    if marked is not None:
        return marked
    places = _candidates(lines)
    steps = [step for line in lines[:5] for step in crumbs(line.line)[-1:]]
    for known in [*([title] if title else []), *steps]:
        for place in places:
            if _same(lines[place].line.head, known):
                return place
    if title is None:
        fitting = [n for n in places if _looks_like_headline(lines, n)]
        long = [n for n in fitting if lines[n].line.size > 3]
        return next(iter([*long, *fitting]), None)
    return None


def _candidates(lines: Sequence[Labelled]) -> list[int]:
    """Lines that stand where a headline stands; there must be text behind them."""
    found: list[int] = []
    for place, labelled in enumerate(lines[:_SEARCHED]):
        if labelled.kind == "subhead":
            break  # a box of highlights: what follows is its content
        if not labelled.open:
            continue
        line = labelled.line
        fits = 1 < line.size <= _LONGEST and not _LISTED.match(line.head)
        if fits and not is_signature(line) and not is_masthead(line.head):
            found.append(place)
        if labelled.prose or (labelled.line.ends and labelled.line.size > 4):
            break
    behind = [n for n, line in enumerate(lines) if line.open]
    return [n for n in found if behind[-1] > n]


def _looks_like_headline(lines: Sequence[Labelled], place: int) -> bool:
    line = lines[place].line
    parted = place + 1 < len(lines) and lines[place + 1].line.gap
    if line.head.endswith((":", ",", ";")) or line.long:
        return False
    if not line.ends:
        return True
    if line.cut or not parted:
        return False
    return line.head.endswith(("?", "!")) or _reads_like_headline(lines, place)


def _reads_like_headline(lines: Sequence[Labelled], place: int) -> bool:
    """A line with a full stop: capitals throughout, or no article and its words come again."""
    line = lines[place].line
    long = [word for word in line.words if len(word) > 3]
    if len(long) > 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long):
        return True
    lowered = {word.casefold() for word in line.words}
    if len(line.words) > 16 or lowered & _DETERMINERS or line.head[0] in "\"“‘'«„":
        return False
    stems = set(content_stems(line.head))
    following = {
        s for other in lines[place + 1 : place + 4] for s in content_stems(other.line.head)
    }
    return len(stems & following) >= 0.5 * len(stems) > 0


def _text_start(lines: Sequence[Labelled], headline: int | None) -> int:
    begin = 0 if headline is None else headline + 1
    opened = [n for n in range(begin, len(lines)) if lines[n].open]
    full = [n for n in opened if lines[n].prose or _is_sentence(lines[n].line)]
    return full[0] if full else (opened[0] if opened else len(lines))


def _is_sentence(line: Line) -> bool:
    return line.ends and line.size > 3


def _kind_in_head(
    line: Line, place: int, headline: int | None, *, signed: bool
) -> RegionKind | None:
    if line.head.endswith((":", ",", ";")) or _LISTED.match(line.head):
        return None
    if headline is None:
        return "subhead"
    if is_signature(line):
        return "byline"
    if line.size <= 3 or (place < headline and line.size <= 6):
        return "boilerplate"
    return "caption" if signed and place > headline else "subhead"


def _same(one: str, other: str) -> bool:
    """Whether two lines are one headline, the outlet's name behind it set aside."""
    forms = {_bare(one), _bare(_SUFFIX.split(one)[0])}
    wanted = {_bare(other), _bare(_SUFFIX.split(other)[0])}
    return bool(forms & wanted - {""}) and abs(len(one) - len(other)) < 60


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
