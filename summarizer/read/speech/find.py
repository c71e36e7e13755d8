"""Statements of an article: reports of single sentences, grown over whole quotations."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.read.speech import formulas
from summarizer.read.speech.content import reports
from summarizer.read.speech.quotes import alone, grown, opens_quoted, signatures
from summarizer.read.speech.routes import cited, cuts
from summarizer.read.speech.transcript import turns
from summarizer.read.speech.words import trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.read.speech.content import Range, Report
    from summarizer.read.speech.phrases import Phrase
    from summarizer.read.speech.scorer import Scorer
    from summarizer.read.speech.tokens import Block, Clause


@dataclass(slots=True, kw_only=True)
class Found:
    """A statement in the making.

    `clause` and `cue` are the sentence and token of its cue, `at` the paragraph of that, `block`
    the paragraph in which its content ends. `quoted` tells whether a quotation
    ends a part of the content. `signature` is the speaker of a signed quotation, `source`
    who is cited beside the report; `verbatim` content needs no quotation marks.
    """

    content: list[Span]
    clause: Clause
    cue: int
    block: int
    at: int
    ranges: tuple[Range, ...] = ()
    quoted: bool = False
    route: tuple[Phrase, ...] = ()
    signature: Phrase | None = None
    verbatim: bool = False
    source: tuple[Clause, Phrase] | None = None


def transcript(text: str, blocks: Sequence[Block]) -> list[Found]:
    """The statements of a transcript, one a turn; none if the article is none."""
    return [
        Found(
            content=list(turn.content),
            clause=turn.clause,
            cue=turn.colon,
            block=turn.block,
            at=turn.block,
            signature=turn.label,
            verbatim=True,
        )
        for turn in turns(text, blocks)
    ]


def find(blocks: Sequence[Block], scorer: Scorer) -> list[Found]:
    """The statements of an article in the order of their content."""
    found: list[Found] = []
    for number, block in enumerate(blocks):
        ahead = blocks[number + 1] if number + 1 < len(blocks) else None
        near = found[-1] if found and found[-1].block >= number - 1 else None
        here = [each for clause in block.clauses for each in _of_clause(clause, number, scorer)]
        here = _pointing_back(here, block, number)
        if ahead is not None and opens_quoted(ahead):
            here = [each for each in here if not _announces(each, block)]
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
    rest, source = cited(clause)
    options = ((short, route, reports(short, scorer)) for short, route in cuts(rest))
    short, route, made = next(filter(lambda option: option[2], options), (rest, (), []))
    for report in made:
        yield Found(
            content=[short.span(part.first, part.last + 1) for part in report.content],
            clause=short,
            cue=report.cue,
            block=block,
            at=block,
            ranges=report.content,
            quoted=_ends_quoted(short, report),
            route=route if report is made[-1] else (),
            source=None if source is None else (clause, source),
        )


def _pointing_back(here: list[Found], block: Block, number: int) -> list[Found]:
    """The statements of a paragraph with those that report the sentence before them."""
    for before, clause in itertools.pairwise(block.clauses):
        back = formulas.back_report(clause)
        if back is not None:
            cue, speaker = back
            content = Span(before.start, before.end)
            here = [each for each in here if each.clause.start not in {before.start, clause.start}]
            here.append(
                Found(
                    content=[content],
                    clause=clause,
                    cue=cue,
                    block=number,
                    at=number,
                    signature=speaker,
                )
            )
    return here


def _ends_quoted(clause: Clause, report: Report) -> bool:
    return any(clause.inside[part.last] >= 0 for part in report.content)


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
        owner = _speaking(here[:before]) or near or (here[0] if here else None)
        if owner is not None:
            owner.content.append(span)
            owner.block = number


def _speaking(before: Sequence[Found]) -> Found | None:
    """Who speaks on: whose words were quoted last, else who reported last."""
    quoted = (each for each in reversed(before) if each.quoted)
    return next(quoted, before[-1] if before else None)


# Statements of one paragraph among which the owner of a quotation is looked for: bounds the work.
_MOST_OWNERS = 200


def _announces(found: Found, block: Block) -> bool:
    """Whether a report ends with the colon that announces the quotation of the next paragraph."""
    last = block.clauses[-1]
    reaches = bool(found.ranges) and found.ranges[-1].last >= last.size - 2
    return found.clause.start == last.start and last.low[-1] == ":" and reaches and not found.quoted


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
    verbs = [place for place in cues if clause.view[place][0] == "V"]
    cue = (verbs or cues)[-1]
    return [Found(content=[], clause=clause, cue=cue, block=number, at=number)]
