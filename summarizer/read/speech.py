"""Statements: who said what, with which cue, and by which route it came.

A statement is content that an article attributes to somebody (PARC: source, cue, content): direct
("..."), indirect (said that ...) or mixed. Content spans take quotation marks in and leave "that"
in; several spans are one statement that a reporting clause parts. Statements never overlap: the
outermost wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Span, Speaker, Statement
from summarizer.read.speech_find import find
from summarizer.read.speech_names import Names
from summarizer.read.speech_tokens import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region, Sentence, StatementKind
    from summarizer.read.speech_find import Found


def statements(
    article_id: str, text: str, sentences: Sequence[Sentence], regions: Sequence[Region]
) -> tuple[Statement, ...]:
    """The statements of an article in the order of their content; ids are `<article id>.q<n>`."""
    del regions
    names = Names(text)
    spans = [Span(sentence.start, sentence.end) for sentence in sentences]
    found: list[Found] = []
    for block in blocks(text, spans):
        found += find(block, found[-1] if found else None)
    return tuple(
        _statement(f"{article_id}.q{n}", text, each, names) for n, each in enumerate(found, 1)
    )


def _statement(name: str, text: str, found: Found, names: Names) -> Statement:
    speaker = None
    if found.speaker is not None:
        start, end = found.speaker
        speaker = Speaker(start=start, end=end, name=names.resolve(text[start:end]))
    return Statement(
        id=name,
        kind=_kind(found),
        content=tuple(found.content),
        cue=found.cue,
        speaker=speaker,
        via=tuple(found.via),
    )


def _kind(found: Found) -> StatementKind:
    if not found.quoted:
        return "indirect"
    return "direct" if found.quoted >= len(found.content) else "mixed"
