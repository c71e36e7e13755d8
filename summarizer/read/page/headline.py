"""Which line of a text is its headline.

What the container states, or the last step of the site's path, is known and only has to be found.
Else it is the first line that looks like one; on a page saved whole, where menus stand first, the
line whose words come again in the paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.read.outlets import is_masthead
from summarizer.read.page.bylines import is_signature
from summarizer.read.page.core import is_page
from summarizer.read.page.shapes import crumbs
from summarizer.text.tokens import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.read.page.kinds import Labelled

_LONGEST = 25  # words of a headline
_SEARCHED = 40  # lines from the top where no menu stands before the text
_FOLLOWING = 12  # lines of the text whose words a headline shares
_NEAR = 0.6  # of the best score: of several such lines the first is the headline
_AGAIN = 1.5  # weight of a line that comes again: above the picture, in the list of links
_SAYING = 5  # words of a headline below a menu at least; entries of menus have fewer
_BESIDE, _CLOSE = 3, 8  # lines from a path to its title; from a title to the text
_SUFFIX = re.compile(r"\s{1,3}[|–—-]\s{1,3}")
_LISTED = re.compile(r"[>•*·(■▪–—-]|\d{1,3}[.)]\s")
_DETERMINERS = frozenset({"a", "an", "the", "he", "she", "it", "they", "his", "her", "their"})


class Headline(NamedTuple):
    """Where the headline stands among the lines, and why it is taken for one."""

    place: int
    reason: str


def find_headline(lines: Sequence[Labelled], title: str | None, begin: int) -> Headline | None:
    """The line of the headline, None where no line shows that it is one.

    Args:
        lines: the lines of the article, judged by themselves.
        title: the headline that the container states, if it does.
        begin: where the text begins, as far as the scores of the lines tell.
    """
    marked = next((n for n, line in enumerate(lines) if line.kind == "headline"), None)
    if marked is not None:
        return Headline(marked, lines[marked].reason or "marked so by the page")
    page = is_page(lines[:begin])
    places = list(_before(lines, begin) if page else _candidates(lines))
    for known, reason, behind in _known(lines[: begin if page else 5], title):
        for place in places:
            if place >= behind and same_title(lines[place].line.head, known):
                return Headline(place, reason)
    if title is not None:
        return None
    if not page:
        return _by_look(lines, places)
    return (
        _by_path(lines, places) or _by_words(lines, places, begin) or _nearest(lines, places, begin)
    )


def plain_title(line: str) -> str:
    """A headline without the marks of Markdown."""
    return line.lstrip("#").strip().strip("*_").strip()


def same_title(one: str, other: str) -> bool:
    """Whether two lines are one headline, the outlet's name behind it set aside."""
    forms = {_bare(one), _bare(_SUFFIX.split(one)[0])}
    wanted = {_bare(other), _bare(_SUFFIX.split(other)[0])}
    return bool(forms & wanted - {""}) and abs(len(one) - len(other)) < 60


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _known(top: Sequence[Labelled], title: str | None) -> Iterator[tuple[str, str, int]]:
    """Headlines that something states, why, and the first line where each may stand."""
    if title:
        yield title, "title that came with the text", 0
    for place, line in enumerate(top):
        for step in crumbs(line.line)[-1:]:
            yield step, "the last step of the path through the site", place


def _candidates(lines: Sequence[Labelled]) -> list[int]:
    """Lines that stand where a headline stands; there must be text behind them."""
    found: list[int] = []
    for place, labelled in enumerate(lines[:_SEARCHED]):
        if labelled.kind == "subhead":
            break  # a box of highlights: what follows is its content
        if not labelled.open:
            continue
        if _fits(labelled):
            found.append(place)
        if labelled.prose or (labelled.line.ends and labelled.line.size > 4):
            break
    behind = [n for n, line in enumerate(lines) if line.open]
    return [n for n in found if behind[-1] > n]


def _before(lines: Sequence[Labelled], begin: int) -> Iterator[int]:
    """Lines before the text, however long the menus are."""
    first = begin + (begin < len(lines) and not lines[begin].prose)
    return (n for n in range(first) if lines[n].open and _fits(lines[n]))


def _fits(labelled: Labelled) -> bool:
    line = labelled.line
    fits = 1 < line.size <= _LONGEST and not line.long and not _LISTED.match(line.head)
    return fits and not is_signature(line) and not is_masthead(line.head)


def _by_look(lines: Sequence[Labelled], places: Sequence[int]) -> Headline | None:
    fitting = [n for n in places if _looks_like_headline(lines, n)]
    long = [n for n in fitting if lines[n].line.size > 3]
    place = next(iter([*long, *fitting]), None)
    return None if place is None else Headline(place, "first title before the text")


def _by_words(lines: Sequence[Labelled], places: Sequence[int], begin: int) -> Headline | None:
    told = _told(lines, begin)
    counts = Counter(_bare(lines[n].line.head) for n in range(len(lines)) if not lines[n].line.long)
    scores = {
        n: _shared(lines[n], told) * (_AGAIN if counts[_bare(lines[n].line.head)] > 1 else 1)
        for n in places
        if lines[n].line.size >= _SAYING
    }
    best = max(scores.values(), default=0.0)
    if best <= 0:
        return None
    place = next(n for n, score in scores.items() if score >= _NEAR * best)
    above = [n for n in scores if 0 < place - n <= 2 and scores[n] > 0]
    place = min([place, *above])  # a deck has more words to share than its headline
    return Headline(place, "title whose words come again in the text")


def _by_path(lines: Sequence[Labelled], places: Sequence[int]) -> Headline | None:
    """A line that ends the line above it: a path through the site without marks, and its title."""
    for before, place in pairwise(places):
        path, title = _bare(lines[before].line.head), _bare(lines[place].line.head)
        near = place - before <= _BESIDE and lines[place].line.size >= _SAYING
        if near and len(path) > len(title) and path.endswith(title):
            return Headline(place, "the last step of the path through the site")
    return None


def _nearest(lines: Sequence[Labelled], places: Sequence[int], begin: int) -> Headline | None:
    """Of the last titles before the text the one that shares most words with it."""
    told = _told(lines, begin)
    near = [n for n in places if begin - n <= _CLOSE and lines[n].line.size >= _SAYING]
    shared = {n: len(told & set(content_stems(lines[n].line.head))) for n in near}
    best = max(shared.values(), default=0)
    if not best:
        return None
    place = next(n for n in near if shared[n] == best)
    return Headline(place, "title close to the text that shares words with it")


def _told(lines: Sequence[Labelled], begin: int) -> set[str]:
    """Stems of the first paragraphs from a line on."""
    following = [line.line.head for line in lines[begin:] if line.open][:_FOLLOWING]
    return {stem for head in following for stem in content_stems(head)}


def _shared(labelled: Labelled, told: set[str]) -> float:
    """How many words of a line come again, less half of those that do not; two must."""
    line = labelled.line
    stems = set(content_stems(line.head))
    shared = len(stems & told)
    titled = not line.ends or line.head.endswith(("?", "!"))
    return shared - 0.5 * (len(stems) - shared) if titled and shared > 1 else 0.0


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
