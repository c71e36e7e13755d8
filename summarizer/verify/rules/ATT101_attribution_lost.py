"""Statement of a party told as fact.

Every sentence of the source that carries the claim gives it as what somebody said, alleged or
believed, and the claim names nobody. Readers take such a sentence for an established fact. Told
by the source in its own voice as well, it may stand without attribution. Speech taken over word
for word only warns; a claim in quotation marks or in the first person shows that it is speech.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.model.findings import Fix
from summarizer.text.lexicon import words
from summarizer.text.tokens import tokenize
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.attribution import reports
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Statement
    from summarizer.model.findings import Level
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="attribution lost",
    example=Example(
        sources=("Fire in Arden\n\nThe mayor said that the owner had locked the emergency exits.",),
        bad="The owner had locked the emergency exits. [1]",
        good="The mayor said that the owner had locked the emergency exits. [1]",
    ),
)

# The evidence must carry this share of the claim, and the statement this share of what its
# sentence shares with the claim; a sentence in the narrator's voice with nearly as much as the
# best clears the claim.
_CARRIES = 0.5
_INSIDE = 0.7
_NEARLY = 0.75
_RELATIVE = re.compile(r", (?:who|which|whose|where)\b")


def check_part(part: PartView) -> Iterator[Problem]:
    """A claim without attribution whose only evidence is what somebody said."""
    claim = part.claim
    if claim.headline or claim.attributed or _is_speech(part) or part.coverage < _CARRIES:
        return
    best = max(share for share, _ in part.shares)
    carriers = [sentence for share, sentence in part.shares if share >= _NEARLY * best]
    if best < _CARRIES:
        carriers += [sentence for sentence in part.evidence[:2] if sentence not in carriers]
    if all(_said(part, sentence) for sentence in carriers):
        message = "the source gives this as what somebody said; the claim tells it as fact"
        fix = Fix(message="say in the same sentence who says so", replacement=None)
        verbatim = _plain(part.text) in _plain(carriers[0].text)
        level: Level = "warning" if verbatim else "error"
        yield Problem(message, tuple(s.evidence() for s in carriers[:2]), fix, level=level)


def _is_speech(part: PartView) -> bool:
    """Whether a part shows itself to be speech: in the first person, or with quotation marks."""
    first = words("first_person")
    return any(mark in part.text for mark in '"“”') or any(t.lower in first for t in part.tokens)


def _plain(text: str) -> str:
    """The words of a text without marks, to compare."""
    return " ".join(token.lower for token in tokenize(text))


def _said(part: PartView, sentence: SourceSentence) -> bool:
    """Whether most of what a sentence shares with the part is a statement or a quotation."""
    source = part.source
    statements = [each for each in sentence.statements if _is_report(source, each)]
    spans = [_told(source, span) for each in statements for span in each.content]
    spans += source.quoted.meeting(sentence.start, sentence.end)
    if not spans:
        return False
    wanted = frozenset[str]().union(*(word_keys(token.lower) for token in part.content))
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
