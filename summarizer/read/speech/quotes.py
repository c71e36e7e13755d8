"""Quotations that go beyond the sentence of their report: grown, continued, or signed."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.read.speech.phrases import Phrase
from summarizer.text.quotes import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.read.speech.tokens import Block, Clause
_DASHES = frozenset({"-", "--"})
_FINAL = frozenset({".", "!", "?", "...", ".."})
_LONGEST_SIGNATURE = 5


def grown(span: Span, quotes: Sequence[Quotation], taken: Sequence[Span]) -> Span:
    """Content with the rest of a quotation that the sentence's end cut off.

    It stays as it is where the rest meets other content; `taken` is sorted and holds the span.
    """
    start, end = span
    for place in (start, end):
        quote = _around(place, quotes)
        if quote is not None:
            start, end = min(start, quote.outer_start), max(end, quote.outer_end)
    bigger = Span(start, end)
    meets = bigger != span and any(other != span for other in _meeting(bigger, taken))
    return span if meets else bigger


def _around(place: int, quotes: Sequence[Quotation]) -> Quotation | None:
    """The quotation that has a place inside, between its marks."""
    number = bisect.bisect_left(quotes, place, key=lambda quote: quote.outer_start) - 1
    if number < 0 or not quotes[number].outer_start < place < quotes[number].outer_end:
        return None
    return quotes[number]


def _meeting(span: Span, taken: Sequence[Span]) -> Sequence[Span]:
    """Those of sorted spans that overlap a span."""
    last = bisect.bisect_left(taken, (span.end, 0))
    first = last
    while first and taken[first - 1].end > span.start:
        first -= 1
    return taken[first:last]


def alone(block: Block, taken: Sequence[Span]) -> Iterator[Span]:
    """Quotations that are whole sentences of a paragraph and meet no other content."""
    if _is_cited(block):
        first = block.clauses[0]
        start = first.starts[1] if first.raw[0] == ">" else first.start
        yield Span(start, block.clauses[-1].end)
        return
    firsts = [clause.start for clause in block.clauses]
    for quote in block.quotes:
        span = Span(quote.outer_start, quote.outer_end)
        clause = block.clauses[max(0, bisect.bisect_right(firsts, span.start) - 1)]
        if _opens_sentence(clause, span) and not _meeting(span, taken):
            yield span


def _is_cited(block: Block) -> bool:
    """Whether a paragraph is a block quotation as Markdown marks it."""
    first = block.clauses[0]
    return first.raw[0] == ">" and len(first) > 1


def quoted(block: Block) -> Sequence[Quotation]:
    """What a paragraph quotes: what stands in marks, all of a block quotation."""
    if not _is_cited(block):
        return block.quotes
    start, end = block.clauses[0].start, block.clauses[-1].end
    return (Quotation(start, end, start, end, closed=True),)


def opens_quoted(block: Block) -> bool:
    """Whether a paragraph starts with a quotation."""
    return block.clauses[0].inside[0] >= 0 or _is_cited(block)


def _opens_sentence(clause: Clause, span: Span) -> bool:
    """Whether a quotation starts like a sentence and, unless it runs on, ends like one."""
    first = bisect.bisect_left(clause.starts, span.start)
    if first and clause.low[first - 1] not in _FINAL | {'"'}:
        return False
    last = bisect.bisect_left(clause.ends, span.end)
    ends = last >= len(clause) - 2 or bool(_FINAL & set(clause.low[last - 1 : last]))
    return ends and (first == 0 or clause.inside[first - 1] < 0)


def signatures(block: Block, taken: Sequence[Span]) -> Iterator[tuple[Clause, Span, Phrase]]:
    """Quotations with a name after a dash: '"We are fine." - Ana Reis'."""
    for clause in block.clauses:
        dash = clause.size - 1
        while dash > clause.size - _LONGEST_SIGNATURE - 2 and dash >= 0:
            if clause.view[dash] in _DASHES:
                break
            dash -= 1
        name = clause.view[dash + 1 : clause.size]
        if dash < 0 or clause.view[dash] not in _DASHES or not name or set(name) - {"C", ".", "'"}:
            continue
        quote = _before(clause.starts[dash], block.quotes)
        if quote is not None and not _meeting(quote, taken):
            yield clause, quote, Phrase(dash + 1, clause.size - 1)


def _before(place: int, quotes: Sequence[Quotation]) -> Span | None:
    """The quotation that ends right before a place."""
    number = bisect.bisect_left(quotes, place, key=lambda quote: quote.outer_start) - 1
    if number < 0 or not 0 <= place - quotes[number].outer_end < 3:
        return None
    return Span(quotes[number].outer_start, quotes[number].outer_end)
