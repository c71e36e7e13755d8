"""Statements of an article: reports of single sentences, grown over whole quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.read.speech_content import reports
from summarizer.read.speech_routes import cuts
from summarizer.read.speech_words import trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.read.speech_content import Range
    from summarizer.read.speech_phrases import Phrase
    from summarizer.read.speech_scorer import Scorer
    from summarizer.read.speech_tokens import Block, Clause
    from summarizer.text.quotes import Quotation

# A run of words in quotation marks that stands alone is speech from this length on (words).
_SPEECH = 3


@dataclass(slots=True)
class Found:
    """A statement in the making: content, and the sentence and token of its cue."""

    content: list[Span]
    clause: Clause
    cue: int
    block: int
    at: int
    left: Range | None = None
    right: Range | None = None
    route: tuple[Phrase, ...] = ()

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The tokens of the content in the sentence of the cue."""
        return tuple(part for part in (self.left, self.right) if part is not None)


def find(blocks: Iterable[Block], scorer: Scorer) -> list[Found]:
    """The statements of an article in the order of their content."""
    found: list[Found] = []
    announced: Found | None = None
    for number, block in enumerate(blocks):
        here = [each for clause in block.clauses for each in _of_clause(clause, number, scorer)]
        _grow(here, block.quotes)
        last = found[-1] if found and found[-1].block >= number - 1 else None
        for span in _alone(block, here):
            owner = _owner(here, span, announced or last, block)
            if owner is None:
                continue
            owner.content.append(span)
            owner.block = number
            if owner is announced:
                found.append(owner)
                last, announced = owner, None
        found += here
        announced = _announcement(block, number, here) or (announced if not here else None)
        if announced is not None and announced.block < number - 1:
            announced = None
    for each in found:
        each.content.sort()
    return sorted(found, key=lambda each: each.content[0])


def _of_clause(clause: Clause, block: int, scorer: Scorer) -> Iterator[Found]:
    for short, route in cuts(clause):
        made = reports(short, scorer)
        if made:
            break
    for n, report in enumerate(made):
        content = [short.span(part.first, part.last + 1) for part in report.content]
        yield Found(
            content=content,
            clause=short,
            cue=report.cue,
            block=block,
            at=block,
            left=report.left,
            right=report.right,
            route=route if n == len(made) - 1 else (),
        )


def _grow(found: Sequence[Found], quotes: Sequence[Quotation]) -> None:
    """Let content that a sentence's end cuts inside a quotation take the whole quotation in."""
    taken: list[Span] = sorted(span for each in found for span in each.content)
    for each in found:
        for n, span in enumerate(each.content):
            grown = _grown(span, quotes)
            if grown != span and not any(
                other != span and other.start < grown.end and grown.start < other.end
                for other in taken
            ):
                each.content[n] = grown


def _grown(span: Span, quotes: Sequence[Quotation]) -> Span:
    start, end = span
    for quote in quotes:
        if quote.outer_start < start < quote.outer_end:
            start = quote.outer_start
        if quote.outer_start < end < quote.outer_end:
            end = quote.outer_end
    return Span(start, end)


def _alone(block: Block, found: Sequence[Found]) -> Iterator[Span]:
    """Quotations that fill whole sentences and belong to no statement yet."""
    starts = {clause.start for clause in block.clauses}
    ends = {clause.end for clause in block.clauses} | {clause.end - 1 for clause in block.clauses}
    taken = sorted(span for each in found for span in each.content)
    for quote in block.quotes:
        span = Span(quote.outer_start, quote.outer_end)
        if quote.outer_start in starts and quote.outer_end in ends:
            if not any(t.start < span.end and span.start < t.end for t in taken):
                yield span


def _owner(here: Sequence[Found], span: Span, last: Found | None, block: Block) -> Found | None:
    """Whose speech a quotation is that has no cue of its own."""
    before = [each for each in here if each.content[0].start < span.start]
    if before:
        return before[-1]
    if last is not None:
        return last
    return here[0] if here else None


def _announcement(block: Block, number: int, here: Sequence[Found]) -> Found | None:
    """A sentence that ends with a colon and announces the paragraphs that follow."""
    clause = block.clauses[-1]
    if clause.low[-1] != ":" or any(each.clause.start == clause.start for each in here):
        return None
    cues = [
        place
        for place in range(len(clause))
        if clause.inside[place] < 0 and trigger(clause.low[place]) is not None
    ]
    return Found([], clause, cues[-2] if len(cues) > 1 else cues[-1], number, number)
