"""Whether a source gives something in its own voice, or only as what somebody said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import has_content, tokenize
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.attribution import reports
from summarizer.verify.kept import kept
from summarizer.verify.plurality import head_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from summarizer.model.article import Statement
    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source, SourceSentence

# A statement must hold this share of what its sentence shares with the claim.
_INSIDE = 0.7
# Outside of quotation marks the reporter speaks so: "as we have reported".
_OWN = re.compile(r"\b(?:we|i)(?:['’]ve)?\s(?:have\s)?(?:\w{1,10}\s)?\Z", re.IGNORECASE)
_BEFORE = 24
# Who apologises for a thing does not only say that it is so.
# Nor does who decides on it.
_FACTIVE = frozenset(
    {"apologise", "apologize", "regret", "celebrate", "applaud", "praise", "decide"}
)
# Who says it, behind all that is said: ", her lawyers argued."
_TAIL = re.compile(r",\s(?:[\w'’-]{1,20}\s){1,5}[a-z]{3,12}\.\Z")
_RELATIVE = re.compile(r", (?:who|which|whose|where)\b")


def said(sentence: SourceSentence, content: Sequence[Token]) -> bool:
    """Whether most of what a sentence shares with these words is a statement or a quotation."""
    spoken = {token.start for token in speech(sentence)}
    if not spoken:
        return False
    wanted = frozenset[str]().union(*(word_keys(token.lower) for token in content))
    shared = [t for t in sentence.content_tokens if counterpart(t, wanted)]
    named = {token.start for token in _spoken_for(sentence, wanted)}
    shared = [token for token in shared if token.start not in named - spoken] or shared
    inside = [token for token in shared if token.start in spoken]
    return bool(shared) and len(inside) >= _INSIDE * len(shared)


def _spoken_for(sentence: SourceSentence, wanted: AbstractSet[str]) -> Iterator[Token]:
    """The words that name speakers whom the wanted words do not name: "Lawyers for Ann Ode".

    Whom they speak for, somebody may tell of in their words without naming them.
    """
    for speaker in (each.speaker for each in sentence.statements if each.speaker):
        head = head_of(sentence.source.text[speaker.start : speaker.end])
        last = tokenize(head)[-1:]
        if last and not counterpart(last[0], wanted):
            yield from sentence.source.tokens_between(speaker.start + len(head), speaker.end)


@kept
def speech(sentence: SourceSentence) -> tuple[Token, ...]:
    """The words of a sentence that are a statement or a quotation."""
    source = sentence.source
    statements = [each for each in sentence.statements if _is_report(source, each)]
    spans = [_told(source, span) for each in statements for span in each.content]
    spans += source.quoted.meeting(sentence.start, sentence.end)
    tail = _TAIL.search(sentence.text)
    if tail and reports(sentence.tokens[-1]):
        spans.append(Span(sentence.start, sentence.start + tail.start()))
    return tuple(t for t in sentence.tokens if any(s.start <= t.start < s.end for s in spans))


def speakers(sentence: SourceSentence) -> list[Token]:
    """The words of content beside the cues of a sentence that name its speakers."""
    found = (each.speaker for each in sentence.statements if each.speaker)
    return [
        token
        for speaker in found
        for token in sentence.source.tokens_between(speaker.start, speaker.end)
        if has_content(token.lower)
    ]


def cues(sentence: SourceSentence) -> list[str]:
    """The words, in lower case, that introduce the statements of a sentence."""
    text = sentence.source.text
    found = (each.cue for each in sentence.statements if each.cue)
    return [t.lower for cue in found for t in tokenize(text[cue.start : cue.end])]


def _is_report(source: Source, statement: Statement) -> bool:
    """Whether a statement is introduced by a verb of saying, not by one of doing or showing."""
    if statement.cue is None or statement.kind == "direct":
        return statement.kind == "direct"
    if _OWN.search(source.text, max(0, statement.cue.start - _BEFORE), statement.cue.start):
        return False
    cue = tokenize(source.text[statement.cue.start : statement.cue.end])
    if any(lemma(token.lower) in _FACTIVE for token in cue):
        return False
    return any(reports(token) or token.lower == "according" for token in cue)


def _told(source: Source, span: Span) -> Span:
    """A statement's content without a relative clause at its end, which is the narrator's."""
    clause = _RELATIVE.search(source.text, span.start, span.end)
    return Span(span.start, clause.start() if clause else span.end)
