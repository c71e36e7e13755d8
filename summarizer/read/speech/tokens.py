"""The words and marks of a sentence, and which of them stand in quotation marks."""

from __future__ import annotations

import bisect
import functools
import re
import sys
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.read.speech.words import form, trigger, view, view_in_title
from summarizer.text.quotes import Quotation, fold, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A word (joined by an inner apostrophe, hyphen, point or comma) or one mark. Linear: the inner
# group cannot match without its joining character. "p.m." keeps its point before a comma, where it
# ends no sentence.
_TOKEN = re.compile(
    r"''|--+|\.\.+|[^\W_]+(?:['.,-](?=[^\W_])[^\W_]+)*(?:(?<=[ap]\.m)\.(?=,))?|[^\w\s]|_"
)
# A paragraph of more sentences is taken in parts: who is meant by "she" is looked for in one part.
_MOST_SENTENCES = 200
_MARK = re.compile(r"[“”«»\"]")
_ASKED = re.compile(r"[?!.…-]['\"]+$")


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One sentence as tokens; compared by identity, so that it can key a cache.

    `raw` is folded, `low` lower case, `view` what the scorers see. `inside[n]` is the index into
    the paragraph's quotations of the one that token n is part of (marks included), -1 outside.
    `size` leaves the final mark of the sentence out.
    """

    start: int
    end: int
    size: int
    low: tuple[str, ...]
    raw: tuple[str, ...]
    view: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    inside: Sequence[int]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.low)

    def span(self, first: int, stop: int) -> Span:
        """The stretch of the text from token `first` to token `stop`, which is excluded."""
        return Span(self.starts[first], self.ends[stop - 1])


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its sentences and its quotations."""

    clauses: tuple[Clause, ...]
    quotes: tuple[Quotation, ...]


def blocks(text: str, sentences: Sequence[Span]) -> Iterator[Block]:
    """Paragraphs of the given sentences, in order; a line break parts two paragraphs."""
    group: list[Span] = []
    for span in sentences:
        full = len(group) >= _MOST_SENTENCES
        if group and (full or "\n" in text[group[-1].end : span.start]):
            yield _block(text, group, first=group[0] == sentences[0])
            group = []
        group.append(span)
    if group:
        yield _block(text, group, first=group[0] == sentences[0])


def _quotes(text: str, start: int, end: int, *, first: bool) -> tuple[Quotation, ...]:
    """The quotations of a paragraph; the first of an article may start inside one."""
    mark = _MARK.search(text, start, end) if first else None
    if mark is None or not _closes(text, mark.start(), start):
        return tuple(quotations(text, start, end))
    opened = Quotation(start, mark.start(), start, mark.end(), closed=True)
    return (opened, *quotations(text, mark.end(), end))


def _closes(text: str, mark: int, start: int) -> bool:
    """Whether a mark can only close: after a word or a comma, with a blank behind it."""
    if text[mark] in "“«":
        return False
    return mark > start and not text[mark - 1].isspace() and not text[mark + 1 : mark + 2].isalnum()


def _block(text: str, spans: Sequence[Span], *, first: bool) -> Block:
    quotes = _quotes(text, spans[0].start, spans[-1].end, first=first)
    clauses: list[Clause] = []
    ends = [quote.outer_end for quote in quotes]
    for span in spans:
        clause = _clause(text, span, quotes, ends)
        if clauses and _reports(text, clauses[-1], clause):
            clause = _clause(text, Span(clauses.pop().start, span.end), quotes, ends)
        clauses.append(clause)
    return Block(tuple(clauses), quotes)


def _reports(text: str, before: Clause, clause: Clause) -> bool:
    """Whether a sentence is but the report of the question before it: '"Why?" Ms Doe asked.'."""
    if clause.inside[0] >= 0 or not _ASKED.search(fold(text[before.end - 2 : before.end])):
        return False
    for place in range(min(6, len(clause))):
        word = clause.low[place]
        if word in {",", ":", '"'}:
            return False
        if place and trigger(word) in _REPORT and form(word) in {"d", "s"}:
            return text[before.end - 2] in "?!-" or clause.raw[0].islower()
    return False


_REPORT = frozenset(["say", "ask", "add", "tell", "wonder", "reply", "respond", "write", "exclaim"])


def _in_title_case(folded: str) -> bool:
    """Whether capitals tell no names: nearly every word of some length has one."""
    if len(folded) >= _TITLE:
        return False
    long = [word for word in folded.split() if len(word) > _LINK and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= _FEWEST and capitals >= _SHARE * len(long)


# A headline in title case: letters, words longer than a link word, how many of them in capitals.
_TITLE, _LINK, _FEWEST, _SHARE = 160, 4, 3, 0.85


def _clause(
    text: str, span: Span, quotes: Sequence[Quotation], quote_ends: Sequence[int]
) -> Clause:
    folded = fold(text[span.start : span.end])
    found = list(_TOKEN.finditer(folded))
    # arrays and words kept once: a huge article has millions of tokens
    raw = tuple([sys.intern(match.group()) for match in found])
    starts = array("i", [span.start + match.start() for match in found])
    ends = array("i", [span.start + match.end() for match in found])
    views = list(map(view_in_title if _in_title_case(folded) else view, raw))
    inside = array("i", [-1]) * len(raw)
    behind = 0
    for number in range(bisect.bisect_right(quote_ends, span.start), len(quotes)):
        quote = quotes[number]
        if quote.outer_start >= span.end:
            break
        first = max(behind, bisect.bisect_right(ends, quote.outer_start))
        behind = max(behind, bisect.bisect_left(starts, quote.outer_end))
        for place in range(first, behind):
            inside[place] = number
            if starts[place] == quote.outer_start or ends[place] == quote.outer_end:
                views[place] = '"'
    final = raw[-1] in {".", "!", "?", ";", "..", "..."} and inside[-1] < 0
    return Clause(
        start=span.start,
        end=span.end,
        size=len(raw) - final,
        low=tuple(map(_lowered, raw)),
        raw=raw,
        view=tuple(views),
        starts=starts,
        ends=ends,
        inside=inside,
    )


@functools.lru_cache(maxsize=65536)
def _lowered(word: str) -> str:
    """A word in lower case, one object for all its places."""
    return sys.intern(word.lower())
