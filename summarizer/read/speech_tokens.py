"""The words and marks of a sentence, and which of them stand in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.text.quotes import fold, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Span
    from summarizer.text.quotes import Quotation

# A word (joined by an inner apostrophe, hyphen, point or comma) or one mark. Linear: the inner
# group cannot match without its joining character.
_TOKEN = re.compile(r"''|[^\W_]+(?:['.,-](?=[^\W_])[^\W_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence as tokens: `low` folded and lower case, `raw` folded, `inside` quotations.

    `inside[n]` is the index into `quotes` of the quotation that token n is part of (marks
    included), -1 outside.
    """

    start: int
    end: int
    low: tuple[str, ...]
    raw: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    inside: tuple[int, ...]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.low)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its sentences and its quotations."""

    clauses: tuple[Clause, ...]
    quotes: tuple[Quotation, ...]


def blocks(text: str, sentences: Sequence[Span]) -> Iterator[Block]:
    """Paragraphs of the given sentences, in order; a line break parts two paragraphs."""
    group: list[Span] = []
    for span in sentences:
        if group and "\n" in text[group[-1].end : span.start]:
            yield _block(text, group)
            group = []
        group.append(span)
    if group:
        yield _block(text, group)


def _block(text: str, spans: Sequence[Span]) -> Block:
    quotes = tuple(quotations(text, spans[0].start, spans[-1].end))
    clauses = []
    first = 0
    for span in spans:
        while first < len(quotes) and quotes[first].outer_end <= span.start:
            first += 1
        clauses.append(_clause(text, span, quotes, first))
    return Block(tuple(clauses), quotes)


def _clause(text: str, span: Span, quotes: Sequence[Quotation], first: int) -> Clause:
    folded = fold(text[span.start : span.end])
    raw, starts, ends, inside = [], [], [], []
    quote = first
    for match in _TOKEN.finditer(folded):
        start, end = span.start + match.start(), span.start + match.end()
        while quote < len(quotes) and quotes[quote].outer_end <= start:
            quote += 1
        within = quote < len(quotes) and quotes[quote].outer_start < end
        raw.append(match.group())
        starts.append(start)
        ends.append(end)
        inside.append(quote if within else -1)
    low = tuple(word.lower() for word in raw)
    return Clause(span.start, span.end, low, tuple(raw), tuple(starts), tuple(ends), tuple(inside))
