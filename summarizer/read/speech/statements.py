"""Statements: who said what, with which cue, and by which route it came.

A statement is content that an article attributes to somebody (PARC: source, cue, content): direct
("..."), indirect (said that ...) or mixed. Content spans take quotation marks in and leave "that"
in; several spans are one statement that a reporting clause parts. Statements never overlap: the
outermost wins.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from summarizer.model.article import Span, Speaker, Statement
from summarizer.read.speech.attitude import attitude
from summarizer.read.speech.find import find, transcript
from summarizer.read.speech.names import Resolver
from summarizer.read.speech.people import People
from summarizer.read.speech.quotes import quoted
from summarizer.read.speech.routes import called, is_route, outlets
from summarizer.read.speech.scorer import scorer
from summarizer.read.speech.speaker import speaker_of
from summarizer.read.speech.tokens import blocks
from summarizer.text.sentences import sentences as split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region, Sentence, StatementKind
    from summarizer.read.speech.find import Found
    from summarizer.read.speech.phrases import Phrase
    from summarizer.read.speech.tokens import Clause
    from summarizer.text.quotes import Quotation


def statements(
    article_id: str, text: str, sentences: Sequence[Sentence], regions: Sequence[Region]
) -> tuple[Statement, ...]:
    """The statements of an article in the order of their content; ids are `<article id>.q<n>`."""
    paragraphs = tuple(blocks(text, spans_of(text, sentences, regions)))
    found = transcript(text, paragraphs) or find(paragraphs, scorer())
    if not found:
        return ()
    resolver = Resolver(text, paragraphs, People(text))
    quotes = [quote for block in paragraphs for quote in quoted(block)]
    return tuple(
        _statement(f"{article_id}.q{n}", text, each, resolver, quotes)
        for n, each in enumerate(found, 1)
    )


def spans_of(text: str, sentences: Sequence[Sentence], regions: Sequence[Region]) -> list[Span]:
    """What statements are looked for in: the sentences of the body, and headlines."""
    heads = [region for region in regions if region.kind in {"headline", "subhead"}]
    lines = [line for head in heads for line in split(text, head.start, head.end)]
    return sorted([*lines, *(Span(sentence.start, sentence.end) for sentence in sentences)])


def _statement(
    name: str, text: str, found: Found, resolver: Resolver, quotes: Sequence[Quotation]
) -> Statement:
    clause, content = found.clause, found.ranges
    phrase = found.signature or speaker_of(clause, found.cue, content, scorer())
    route = (*outlets(clause, found.cue, content, phrase), *found.route)
    if found.source is not None and phrase is not None and is_route(clause, phrase):
        route = (phrase, *route)
        speaker = _speaker(*found.source, found.at, resolver)
    elif found.verbatim and phrase is not None:
        start, end = clause.span(phrase.first, phrase.last + 1)
        speaker = Speaker(start=start, end=end, name=resolver.label(text[start:end]))
    else:
        speaker = _speaker(clause, phrase, found.at, resolver)
    pair = clause.low[found.cue : found.cue + 2]
    last = found.cue + (pair[0] == "according" or pair[1:] == ("not",))
    return Statement(
        id=name,
        kind="direct" if found.verbatim else _kind(text, found.content, quotes),
        attitude="question" if _asks(text, found) else attitude(clause, found.cue, content),
        content=tuple(found.content),
        cue=clause.span(found.cue, min(last + 1, len(clause))),
        speaker=speaker,
        via=tuple(dict.fromkeys(called(text, clause, each) for each in route)),
    )


def _asks(text: str, found: Found) -> bool:
    return found.verbatim and text[found.content[-1].end - 1] == "?"


def _speaker(
    clause: Clause, phrase: Phrase | None, block: int, resolver: Resolver
) -> Speaker | None:
    if phrase is None:
        return None
    start, end = clause.span(phrase.first, phrase.last + 1)
    return Speaker(start=start, end=end, name=resolver.name(clause, phrase, block))


def _kind(text: str, content: Sequence[Span], quotes: Sequence[Quotation]) -> StatementKind:
    """Direct if all words stand in quotation marks, mixed if some do."""
    words = sum(_letters(text, span.start, span.end) for span in content)
    quoted = sum(_quoted_letters(text, span, quotes) for span in content)
    if not quoted:
        return "indirect"
    return "direct" if quoted == words else "mixed"


def _quoted_letters(text: str, span: Span, quotes: Sequence[Quotation]) -> int:
    number = max(0, bisect.bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1)
    found = 0
    while number < len(quotes) and quotes[number].start < span.end:
        quote = quotes[number]
        found += _letters(text, max(quote.start, span.start), min(quote.end, span.end))
        number += 1
    return found


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
