"""What a speaker denies or will not say in the source, and affirms in the claim; and the reverse.

Compared are statements of one speaker whose words nearly all meet. What somebody "could not
confirm" is left open as what is hedged is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.modality import opposed
from summarizer.text.speech_verbs import cue_class
from summarizer.text.tokens import has_content, tokenize
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.marks import base, part_marks, sentence_marks, target
from summarizer.verify.sayings import content_keys
from summarizer.verify.values import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.model.article import Statement
    from summarizer.text.tokens import Token
    from summarizer.verify.sayings import Saying
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import PartView

# What is denied must be affirmed in nearly the same words, and in more than one.
_WORDS = 2
_ALL = 0.75
_AFFIRMS = ("neutral", "agreement")


class Turned(NamedTuple):
    """A cue of a claim and the sentence of the source in which the speaker says the opposite."""

    cue: Token
    sentence: SourceSentence
    message: str


def turned(part: PartView) -> Iterator[Turned]:
    """The cues of a part whose speaker denies what it affirms, or affirms what it denies."""
    for before, token in pairwise(part.tokens):
        if opposed(token.lower, "confirm") and not quoted(part, token.start):
            behind = [t for t in part.content if t.start > token.end]
            found = (s for s in part.evidence if _affirmed(s, before.lower, behind))
            sentence = next(found, None)
            if sentence:
                yield Turned(token, sentence, f"has this affirmed, not '{token.text}'")
    for said in part.claim.sayings:
        if part.start <= said.cue.start < part.end and cue_class(said.cue.lower) in _AFFIRMS:
            sentence = next((s for s in part.context if _refused(part, s, said)), None)
            if sentence:
                yield Turned(said.cue, sentence, "has this denied or left unsaid")


def _affirmed(sentence: SourceSentence, speaker: str, words: list[Token]) -> bool:
    """Whether somebody of this last word says here, without negation, what these words say."""
    found = [token for token in words if counterpart(token, sentence.keys)]
    if len(found) < _WORDS or len(found) < _ALL * len(words):
        return False
    for statement in sentence.statements:
        named = any(t.lower == speaker for t in speaker_words(sentence.source, statement))
        if not named or _stance(sentence.source, statement) not in _AFFIRMS:
            continue
        said = {base(token.lower) for token in found}
        inside = [
            mark
            for mark in sentence_marks(sentence, "negations")
            if any(span.start <= mark.start < span.end for span in statement.content)
            and (mark.target is None or target(mark) in said)
        ]
        theirs = content_keys(sentence.source, statement)
        if not inside and all(counterpart(token, theirs) for token in found):
            return True
    return False


def _stance(source: Source, statement: Statement) -> str | None:
    """The stance of the cue of a statement."""
    cue = statement.cue
    return cue_class(source.text[cue.start : cue.end]) if cue else None


def speaker_words(source: Source, statement: Statement) -> list[Token]:
    """The words that name the speaker of a statement, beside the cue and by its full name."""
    speaker, cue = statement.speaker, statement.cue
    if speaker is None:
        return []
    stop = cue.start if cue and cue.start > speaker.end else speaker.end
    return [*source.tokens_between(speaker.start, stop), *tokenize(speaker.name or "")]


def _refused(part: PartView, sentence: SourceSentence, said: Saying) -> bool:
    """Whether the speaker of a claim denies, or will not say, in a sentence what the claim has."""
    comma = part.claim.text.find(", ", said.cue.end)
    stop = comma if comma >= 0 else part.end
    words = [t for t in part.content if said.cue.end <= t.start < stop]
    mine = frozenset[str]().union(*(word_keys(t.lower) for t in tokenize(said.text)))
    for statement in sentence.statements:
        theirs = [t for t in speaker_words(sentence.source, statement) if has_content(t.lower)]
        if not any(counterpart(token, mine) for token in theirs):
            continue
        keys = content_keys(sentence.source, statement)
        unsaid = statement.attitude == "refusal" and counterpart(said.cue, keys)
        denied = statement.attitude in ("denial", "refusal") and _covers(keys, words)
        if unsaid or denied:
            return not _negates(part, keys)
    return False


def _negates(part: PartView, keys: frozenset[str]) -> bool:
    """Whether a part has a negation that is not among the words denied ("failed a test")."""
    marks = (m for m in part_marks(part, "negations") if not quoted(part, m.start))
    return any(keys.isdisjoint(word_keys(mark.text.split()[0].lower())) for mark in marks)


def _covers(keys: frozenset[str], words: Sequence[Token]) -> bool:
    """Whether nearly all of these words have counterparts among these keys."""
    found = [token for token in words if counterpart(token, keys)]
    return len(found) >= _WORDS and len(found) >= _ALL * len(words)
