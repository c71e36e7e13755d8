"""Quotations of a claim, judged word by word against the sources.

The ladder of verdicts: verbatim in speech, verbatim in the reporter's prose, verbatim in another
source, altered by a word or two, stitched from two places, fabricated; names of works are no
speech. Words are compared without case and punctuation, so that marks, dashes and closing
punctuation fold; "..." leaves words out and "[…]" puts words in; nothing fuzzy passes.
"""

from __future__ import annotations

import functools
import re
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.model.article import Span
from summarizer.text.tokens import Token, tokenize
from summarizer.verify.attribution import reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.quotes import Quotation
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
# Bounds of the search: places of a quotation's rarest word, and words of a quotation that is looked
# for with a change. A quotation of this length that differs anywhere is not verbatim in any case.
_PLACES = 1000
_LONGEST = 300


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
        self.lower = [folded(token) for token in self.tokens]

    @functools.cached_property
    def index(self) -> dict[str, list[int]]:
        """Places (numbers of words) of each word."""
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.lower):
            places.setdefault(word, []).append(number)
        return places

    def find(self, wanted: Sequence[str]) -> Iterator[int]:
        """The numbers of words at which a sequence of words starts."""
        if not wanted:
            return
        rarest = min(range(len(wanted)), key=lambda n: len(self.index.get(wanted[n], ())))
        for number in self.index.get(wanted[rarest], ())[:_PLACES]:
            start = number - rarest
            if start >= 0 and self.lower[start : start + len(wanted)] == list(wanted):
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
    """All places where a source has the words of a quotation."""
    wanted = pieces(quotation)
    if not wanted:
        return
    words = source.words
    for start in words.find(wanted[0]):
        last = _follow(words, wanted[1:], start + len(wanted[0]) - 1)
        if last is not None:
            yield words.span(start, last)


def _follow(words: Words, wanted: list[list[str]], last: int) -> int | None:
    """The last word of the last piece, if all pieces follow within reach of one another."""
    for piece in wanted:
        start = next((n for n in words.find(piece) if last < n <= last + _REACH), None)
        if start is None:
            return None
        last = start + len(piece) - 1
    return last


def judge(part: PartView, quotation: Quotation) -> Judgement:
    """What a quotation of a part is, seen from the part's source."""
    judged = _speech(part, quotation)
    named = judged.kind != "verbatim" and _is_title(part, quotation)
    return judged._replace(kind="title") if named else judged


def _speech(part: PartView, quotation: Quotation) -> Judgement:
    """What a quotation is if somebody said it."""
    source = part.source
    text = part.claim.text[quotation.start : quotation.end]
    found = list(islice(places(source, text), _LONGEST)) or _broken(source, text)
    if found:
        spoken = [place for place in found if source.speaks(place)]
        kind: Kind = "verbatim" if spoken or not source.quotations else "prose"
        return Judgement(quotation, kind, source, (spoken or found)[0])
    for other in part.claim.document.sources.values():
        place = locate(other, text) if other is not source else None
        if place is not None:
            return Judgement(quotation, "elsewhere", other, place)
    return _misquoted(source, quotation, pieces(text))


def _is_title(part: PartView, quotation: Quotation) -> bool:
    """Whether a quotation is the name of a work: capitalised throughout, as the rest is not.

    Words behind a verb that reports are speech in any case.
    """
    inside = [token for token in part.content if quotation.start <= token.start < quotation.end]
    outside = [token for token in part.content if token not in inside]
    before = [token for token in part.tokens if token.end <= quotation.outer_start][-1:]
    if not inside or any(map(reports, before)) or not any(t.text.islower() for t in outside):
        return False
    return all(token.text[0].isupper() or token.text[0].isdigit() for token in inside)


def _broken(source: Source, text: str) -> list[Span]:
    """The place of a quotation that the source breaks with "he said" inside one sentence."""
    wanted = [word for piece in pieces(text) for word in piece]
    words = source.words
    for cut in range(1, len(wanted) if 4 <= len(wanted) <= _LONGEST else 0):
        for start in words.find(wanted[:cut]):
            last = start + cut - 1
            rest = next(words.find(wanted[cut:]), -1)
            if last < rest - 1 <= last + _BREAK and source.interrupted(last, rest):
                return [words.span(start, rest + len(wanted) - cut - 1)]
    return []


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
    for start in words.index.get(flat[place], ())[:_PLACES]:
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
