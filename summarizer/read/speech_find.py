"""Statements of an article: reports of single sentences, grown over whole quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.read.speech_content import reports
from summarizer.read.speech_quotes import alone, grown, signatures
from summarizer.read.speech_routes import cuts
from summarizer.read.speech_words import trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.model.article import Span
    from summarizer.read.speech_content import Range
    from summarizer.read.speech_phrases import Phrase
    from summarizer.read.speech_scorer import Scorer
    from summarizer.read.speech_tokens import Block, Clause


@dataclass(slots=True, kw_only=True)
class Found:
    """A statement in the making.

    `clause` and `cue` are the sentence and token of its cue, `at` the paragraph of that, `block`
    the paragraph in which its content ends. `signature` is the speaker of a signed quotation.
    """

    content: list[Span]
    clause: Clause
    cue: int
    block: int
    at: int
    ranges: tuple[Range, ...] = ()
    route: tuple[Phrase, ...] = ()
    signature: Phrase | None = None


def find(blocks: Iterable[Block], scorer: Scorer) -> list[Found]:
    """The statements of an article in the order of their content."""
    found: list[Found] = []
    for number, block in enumerate(blocks):
        near = found[-1] if found and found[-1].block >= number - 1 else None
        here = [each for clause in block.clauses for each in _of_clause(clause, number, scorer)]
        _grow(here, block)
        here += _signed(block, number, here)
        here.sort(key=_start)
        _attach(here, block, number, near)
        found += here
        found += _announcement(block, number, here)
    for each in found:
        each.content.sort()
    return sorted((each for each in found if each.content), key=_start)


def _start(found: Found) -> int:
    return found.content[0].start


def _of_clause(clause: Clause, block: int, scorer: Scorer) -> Iterator[Found]:
    options = ((short, route, reports(short, scorer)) for short, route in cuts(clause))
    short, route, made = next(filter(lambda option: option[2], options), (clause, (), []))
    for report in made:
        yield Found(
            content=[short.span(part.first, part.last + 1) for part in report.content],
            clause=short,
            cue=report.cue,
            block=block,
            at=block,
            ranges=report.content,
            route=route if report is made[-1] else (),
        )


def _taken(found: Iterable[Found]) -> list[Span]:
    return sorted(span for each in found for span in each.content)


def _grow(found: Sequence[Found], block: Block) -> None:
    taken = _taken(found)
    for each in found:
        each.content = [grown(span, block.quotes, taken) for span in each.content]


def _signed(block: Block, number: int, here: Sequence[Found]) -> list[Found]:
    return [
        Found(
            content=[span],
            clause=clause,
            cue=name.first - 1,
            block=number,
            at=number,
            signature=name,
        )
        for clause, span, name in signatures(block, _taken(here))
    ]


def _attach(here: Sequence[Found], block: Block, number: int, near: Found | None) -> None:
    """Give quotations without a cue to who spoke before them, else to who speaks after them."""
    starts = [_start(each) for each in here]
    for span in alone(block, _taken(here)):
        before = sum(start < span.start for start in starts[:_MOST_OWNERS])
        owner = here[before - 1] if before else near or (here[0] if here else None)
        if owner is not None:
            owner.content.append(span)
            owner.block = number


# Statements of one paragraph among which the owner of a quotation is looked for: bounds the work.
_MOST_OWNERS = 200


def _announcement(block: Block, number: int, here: Sequence[Found]) -> list[Found]:
    """A sentence that ends with a colon and announces the quotation of the next paragraph."""
    clause = block.clauses[-1]
    if clause.low[-1] != ":" or any(each.clause.start == clause.start for each in here):
        return []
    cues = [
        place
        for place in range(len(clause))
        if clause.inside[place] < 0 and trigger(clause.low[place]) is not None
    ]
    if not cues:
        return []
    cue = cues[-2] if len(cues) > 1 else cues[-1]
    return [Found(content=[], clause=clause, cue=cue, block=number, at=number)]
