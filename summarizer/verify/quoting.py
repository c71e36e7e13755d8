"""Quotations of a claim, judged word by word against the sources.

The ladder of verdicts: verbatim in speech, verbatim in the reporter's prose, verbatim in another
source, altered by a word or two, stitched from two places, fabricated; names of works are no
speech. Words are compared without case and punctuation, so that marks, dashes and closing
punctuation fold; "..." leaves words out and "[…]" puts words in; nothing fuzzy passes.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.model.article import Span
from summarizer.text.quotes import Quotation
from summarizer.text.tokens import Token, tokenize
from summarizer.verify.attribution import reports
from summarizer.verify.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.source import Source
    from summarizer.verify.view import PartView

Kind = Literal["verbatim", "prose", "elsewhere", "altered", "stitched", "fabricated", "title"]

# A single bracketed letter changes the case of its word; any other bracket stands for words.
_CASE = re.compile(r"(?<!\w)\[(\w)\](?=\w)")
_ELISION = re.compile(
    r"(?:\[?(?:\.\s?){3,4}\]?|\[?…\]?|[\w'’-]{0,40}\[[^\[\]]{0,200}\][\w'’-]{0,40})"
)
# Elided pieces stand within one run of speech: a few sentences of it.
_REACH = 250
# Words of the reporter that may break a quotation ("…," the mayor of Arden said on Monday, "…").
_BREAK = 12
# Bounds of the search, so that no text makes it long: the places of its rarest word at which
# a quotation is tried as it is, and with a change; its pieces; and its words where a change is
# looked for: a longer one that differs anywhere is not verbatim in any case.
_PLACES = 1000
_FEW = 200
_PIECES = 40
_LONGEST = 150
# Places of one quotation that are looked at to find it spoken.
_SPOKEN = 300


class Judgement(NamedTuple):
    """What a quotation of a claim is, `place` where its words (or the nearest ones) stand.

    `wrong` are the words that differ, `right` what the source has for them (altered only).
    """

    quotation: Quotation
    kind: Kind
    source: Source
    place: Span | None
    wrong: str = ""
    right: str = ""


class Words:
    """The words of a source in order, with an index of where each stands."""

    def __init__(self, tokens: list[Token]) -> None:
        """Take the words of a whole text, title and margins too."""
        self.tokens = tokens
        # most words have nothing to fold
        self.lower = [t.lower if t.lower.isalnum() else folded(t) for t in tokens]

    @functools.cached_property
    def runs(self) -> frozenset[tuple[str, str, str]]:
        """Each three words that stand side by side, in order."""
        return frozenset(zip(self.lower, self.lower[1:], self.lower[2:], strict=False))

    @functools.cached_property
    def index(self) -> dict[str, list[int]]:
        """Places (numbers of words) of each word."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.lower):
            places.setdefault(word, []).append(number)
        return places

    def find(self, wanted: list[str], first: int = 0, most: int = _FEW) -> Iterator[int]:
        """The numbers of words, from `first` on, at which a sequence of words starts.

        It is tried at no more than `most` places of its rarest word.
        """
        if not wanted:
            return
        rarest = min(range(len(wanted)), key=lambda n: len(self.index.get(wanted[n], ())))
        numbers = self.index.get(wanted[rarest], [])
        behind = bisect_left(numbers, first + rarest)
        for number in numbers[behind : behind + most]:
            start = number - rarest
            if self.lower[start : start + len(wanted)] == wanted:
                yield start

    def span(self, first: int, last: int) -> Span:
        """The stretch of the text from one word to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def folded(token: Token) -> str:
    """A word as it is compared: in lower case, without points and hyphens."""
    return token.lower.replace(".", "").replace("-", "").replace("‑", "")


def pieces(quotation: str) -> list[list[str]]:
    """The words that must stand side by side: between elisions ("...") and insertions ("[…]")."""
    parts = _ELISION.split(_CASE.sub(r"\1", quotation))
    words = ([folded(token) for token in tokenize(part)] for part in parts)
    return [piece for piece in words if piece]


def locate(source: Source, quotation: str) -> Span | None:
    """Where a source has the words of a quotation, the pieces in order and near; else None."""
    return next(places(source, quotation), None)


def places(source: Source, quotation: str) -> Iterator[Span]:
    """All places where a source has the words of a quotation, its own brackets as they are."""
    yield from _standing(source.words, pieces(quotation))
    if "[" in quotation:
        yield from _standing(source.words, [[folded(token) for token in tokenize(quotation)]])


def _standing(words: Words, wanted: list[list[str]]) -> Iterator[Span]:
    """All places where pieces stand in order and near."""
    if not 0 < len(wanted) <= _PIECES:
        return
    rest = [(len(piece), list(words.find(piece, most=_PLACES))) for piece in wanted[1:]]
    for start in words.find(wanted[0], most=_PLACES):
        last = _follow(rest, start + len(wanted[0]) - 1)
        if last is not None:
            yield words.span(start, last)


def _follow(rest: list[tuple[int, list[int]]], last: int) -> int | None:
    """The last word of the last piece, if all pieces follow within reach of one another.

    Each piece is given by how many words it has and where it starts.
    """
    for length, starts in rest:
        behind = bisect_right(starts, last)
        if behind == len(starts) or starts[behind] > last + _REACH:
            return None
        last = starts[behind] + length - 1
    return last


def judge(part: PartView, quotation: Quotation) -> Judgement:
    """What a quotation of a part is, seen from the part's source."""
    judged = _speech(part, quotation)
    named = judged.kind != "verbatim" and _is_title(part, quotation)
    return judged._replace(kind="title") if named else judged


def _speech(part: PartView, quotation: Quotation) -> Judgement:
    """What a quotation is if somebody said it."""
    text = part.claim.text[quotation.start : quotation.end]
    others = tuple(s for s in part.claim.document.sources.values() if s is not part.source)
    return _sought(part.source, text, others)._replace(quotation=quotation)


@kept
def _sought(source: Source, text: str, others: tuple[Source, ...]) -> Judgement:
    """What these words are, wherever they stand in the claim."""
    quotation = Quotation(0, len(text), 0, len(text), closed=True)
    found = list(islice(places(source, text), _SPOKEN)) or _broken(source, text)
    if found:
        spoken = next((place for place in found if source.speaks(place)), None)
        kind: Kind = "verbatim" if spoken or not source.quotations else "prose"
        return Judgement(quotation, kind, source, spoken or found[0])
    for other in others:
        place = locate(other, text)
        if place is not None:
            return Judgement(quotation, "elsewhere", other, place)
    return _misquoted(source, quotation, pieces(text))


def _is_title(part: PartView, quotation: Quotation) -> bool:
    """Whether a quotation is the name of a work: capitalised throughout, as the rest is not.

    Words behind a verb that reports are speech in any case.
    """
    inside = [token for token in part.content if quotation.start <= token.start < quotation.end]
    if not inside or not all(t.text[0].isupper() or t.text[0].isdigit() for t in inside):
        return False
    before = [token for token in part.tokens if token.end <= quotation.outer_start][-1:]
    if any(map(reports, before)):
        return False
    first, last = inside[0].start, inside[-1].end
    return any(t.text.islower() for t in part.content if not first <= t.start < last)


def _broken(source: Source, text: str) -> list[Span]:
    """The place of a quotation that the source breaks with "he said" inside one sentence."""
    wanted = [word for piece in pieces(text) for word in piece]
    words = source.words
    for cut in range(1, len(wanted) if 4 <= len(wanted) <= _LONGEST else 0):
        rest = next(words.find(wanted[cut:]), -1)
        near = words.find(wanted[:cut], max(0, rest - cut - _BREAK), 2 * _BREAK)
        for start in near if rest > 0 else ():
            last = start + cut - 1
            if last < rest - 1 <= last + _BREAK and _is_interrupted(source, last, rest):
                return [words.span(start, rest + len(wanted) - cut - 1)]
    return []


def _is_interrupted(source: Source, last: int, then: int) -> bool:
    """Whether speech closes behind one word, in mid-sentence, and opens again at another."""
    tokens = source.words.tokens
    between = source.text[tokens[last].end : tokens[then].start].strip()
    marks = sum(mark in '"“”' for mark in between)
    whole = between.lstrip(",-–—").startswith(('"', "”")) and between.endswith(('"', "“"))
    return marks == 2 and whole


def _misquoted(source: Source, quotation: Quotation, wanted: list[list[str]]) -> Judgement:
    """Altered, stitched or fabricated: by the longest runs of words that the source has."""
    flat = [word for piece in wanted for word in piece][:_LONGEST]
    dropped = _altered(source.words, flat, 0)
    if dropped:
        return Judgement(quotation, "altered", source, *dropped)
    runs = _runs(source.words, flat)
    if 2 <= len(runs) <= 3 and sum(n for n, _ in runs) == len(flat) and min(runs)[0] >= 2:
        return Judgement(quotation, "stitched", source, runs[0][1])
    altered = _altered(source.words, flat, 1) or _altered(source.words, flat, 2)
    if altered:
        return Judgement(quotation, "altered", source, *altered)
    return Judgement(quotation, "fabricated", source, None)


def _altered(words: Words, flat: list[str], size: int) -> tuple[Span, str, str] | None:
    """A place that has all but this many words in order: place, wrong and right words.

    The words before and after the change must stand there, twice as many as are changed.
    """
    for cut in range(len(flat) - size + 1 if len(flat) >= 3 * max(size, 1) else 0):
        place = _around(words, flat[:cut], flat[cut + size :], size)
        if place:
            first, start, stop, last = place
            right = " ".join(token.text for token in words.tokens[start:stop])
            return words.span(first, last), " ".join(flat[cut : cut + size]), right
    return None


def _around(
    words: Words, before: list[str], after: list[str], size: int
) -> tuple[int, int, int, int] | None:
    """Where words stand before and after a gap of about this size."""
    anchor = before if len(before) >= len(after) else after
    if len(anchor) < 2:
        return None
    for start in words.find(anchor):
        for gap in range(size == 0, size + 2):
            if anchor is before:
                first, hole = start, start + len(before)
            else:
                first, hole = start - gap - len(before), start - gap
            if first < 0 or words.lower[first : first + len(before)] != before:
                continue
            if words.lower[hole + gap : hole + gap + len(after)] == after:
                return first, hole, hole + gap, hole + gap + len(after) - 1
    return None


def _runs(words: Words, flat: list[str]) -> list[tuple[int, Span]]:
    """A quotation cut, greedily, into the longest runs that the source has: lengths and places."""
    found: list[tuple[int, Span]] = []
    place = 0
    while place < len(flat) and len(found) < 4:
        length, start = _longest(words, flat, place)
        if not length:
            return []
        found.append((length, words.span(start, start + length - 1)))
        place += length
    return found


def _longest(words: Words, flat: list[str], place: int) -> tuple[int, int]:
    """The length and first word of the longest run from this word on."""
    best, where = 0, 0
    for start in words.index.get(flat[place], ())[:_FEW]:
        length = 0
        while (
            place + length < len(flat)
            and start + length < len(words.lower)
            and words.lower[start + length] == flat[place + length]
        ):
            length += 1
        if length > best:
            best, where = length, start
    return best, where
