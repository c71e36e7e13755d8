"""Whether a source gives something in its own voice, or only as what somebody said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.text.tokens import tokenize
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.attribution import reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Statement
    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source, SourceSentence

# A statement must hold this share of what its sentence shares with the claim.
_INSIDE = 0.7
_RELATIVE = re.compile(r", (?:who|which|whose|where)\b")


def said(sentence: SourceSentence, content: Sequence[Token]) -> bool:
    """Whether most of what a sentence shares with these words is a statement or a quotation."""
    source = sentence.source
    statements = [each for each in sentence.statements if _is_report(source, each)]
    spans = [_told(source, span) for each in statements for span in each.content]
    spans += source.quoted.meeting(sentence.start, sentence.end)
    if not spans:
        return False
    wanted = frozenset[str]().union(*(word_keys(token.lower) for token in content))
    shared = [t for t in sentence.content_tokens if counterpart(t, wanted)]
    inside = [t for t in shared if any(s.start <= t.start < s.end for s in spans)]
    return bool(shared) and len(inside) >= _INSIDE * len(shared)


def _is_report(source: Source, statement: Statement) -> bool:
    """Whether a statement is introduced by a verb of saying, not by one of doing or showing."""
    if statement.cue is None or statement.kind == "direct":
        return statement.kind == "direct"
    cue = tokenize(source.text[statement.cue.start : statement.cue.end])
    return any(reports(token) or token.lower == "according" for token in cue)


def _told(source: Source, span: Span) -> Span:
    """A statement's content without a relative clause at its end, which is the narrator's."""
    clause = _RELATIVE.search(source.text, span.start, span.end)
    return Span(span.start, clause.start() if clause else span.end)
