"""Statements: who said what, with which cue, and by which route it came.

A statement is content that an article attributes to somebody (PARC: source, cue, content): direct
("..."), indirect (said that ...) or mixed. Content spans take quotation marks in and leave "that"
in; several spans are one statement that a reporting clause parts. Statements never overlap: the
outermost wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Span, Speaker, Statement
from summarizer.read.speech_attitude import attitude
from summarizer.read.speech_find import find
from summarizer.read.speech_names import Resolver
from summarizer.read.speech_people import People
from summarizer.read.speech_routes import called, outlets
from summarizer.read.speech_scorer import scorer
from summarizer.read.speech_speaker import speaker_of
from summarizer.read.speech_tokens import blocks
from summarizer.text.quotes import quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region, Sentence, StatementKind
    from summarizer.read.speech_find import Found


def statements(
    article_id: str, text: str, sentences: Sequence[Sentence], regions: Sequence[Region]
) -> tuple[Statement, ...]:
    """The statements of an article in the order of their content; ids are `<article id>.q<n>`."""
    del regions
    spans = [Span(sentence.start, sentence.end) for sentence in sentences]
    paragraphs = tuple(blocks(text, spans))
    found = find(paragraphs, scorer())
    if not found:
        return ()
    resolver = Resolver(text, paragraphs, People(text))
    return tuple(
        _statement(f"{article_id}.q{n}", text, each, resolver) for n, each in enumerate(found, 1)
    )


def _statement(name: str, text: str, found: Found, resolver: Resolver) -> Statement:
    clause, content = found.clause, found.ranges
    phrase = found.signature or speaker_of(clause, found.cue, content, scorer())
    speaker = None
    if phrase is not None:
        start, end = clause.span(phrase.first, phrase.last + 1)
        full = resolver.name(clause, phrase, found.at)
        speaker = Speaker(start=start, end=end, name=full)
    route = (*outlets(clause, found.cue, content, phrase), *found.route)
    last = found.cue + (clause.low[found.cue] == "according")
    return Statement(
        id=name,
        kind=_kind(text, found.content),
        attitude=attitude(clause, found.cue, content),
        content=tuple(found.content),
        cue=clause.span(found.cue, min(last + 1, len(clause))),
        speaker=speaker,
        via=tuple(dict.fromkeys(called(text, clause, each) for each in route)),
    )


def _kind(text: str, content: Sequence[Span]) -> StatementKind:
    """Direct if all words stand in quotation marks, mixed if some do."""
    words = quoted = 0
    for span in content:
        marked = quotations(text, span.start, span.end)
        words += _letters(text, span.start, span.end)
        quoted += sum(_letters(text, quote.start, quote.end) for quote in marked)
    if not quoted:
        return "indirect"
    return "direct" if quoted == words else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(character.isalnum() for character in text[start:end])
