"""A source sentence as a claim: as it stands, or reworded where that is certain, or refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.model.summary import Attribution
from summarizer.text.names import names
from summarizer.write.extractive.people import meant
from summarizer.write.extractive.prose import told_in_prose
from summarizer.write.extractive.rewording import (
    continued,
    first_sentence,
    unmarked,
    with_marks_paired,
    with_outlet,
    with_speaker_named,
    without_opening,
)
from summarizer.write.extractive.standing import stands, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.article import Span, Statement
    from summarizer.write.extractive.passages import Passage

_ARTICLE = re.compile(r"\A(?:the|an?)\b", re.IGNORECASE)
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "i", "we", "us", "you", "who", "that"}
    | {"which", "this", "these", "those"}
)
_SOFT_HYPHEN = "\u00ad"
# Marks of emphasis that a page's Markdown left around words.
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
# What a wording is worth in which a name had to be put in, beside the source's own words.
_REWORDED = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A sentence that stands alone; `evidence` are the passages it rests on, its own first.

    `fidelity` is 1 for the source's own words with its own attribution, less where the speaker
    had to be put in from elsewhere.
    """

    text: str
    evidence: tuple[Passage, ...]
    attribution: Attribution | None
    fidelity: float


def standalone(passage: Passage, sentences: Mapping[str, Passage]) -> Wording | None:
    """The passage as a sentence that can be read alone; None where that would need a guess.

    `sentences` are all passages of the story by sentence id: a continued quotation also cites the
    sentence that names its speaker.
    """
    if not whole(passage) or not told_in_prose(passage.text):
        return None
    statement = _main_statement(passage)
    if statement and statement.cue and not _holds(passage, statement.cue):
        return _continued(passage, statement, sentences)
    if unmarked(passage):
        return None
    text, named = with_speaker_named(passage, statement)
    text = _EMPHASIS.sub(r"\2", text.replace(_SOFT_HYPHEN, ""))
    text = first_sentence(" ".join(text.split()))
    text = without_opening(text)
    marked = with_marks_paired(text, passage, statement)
    if marked is None or not stands(marked, passage.article):
        return None
    return Wording(
        text=marked,
        evidence=(passage,),
        attribution=_attribution(passage, statement),
        fidelity=_REWORDED if named else 1.0,
    )


def owned(wording: Wording) -> Wording | None:
    """The wording with its outlet named where nobody else is; None if that cannot be done."""
    if wording.attribution:
        return wording
    outlet = wording.evidence[0].article.outlet
    text = with_outlet(wording.text, outlet) if outlet else None
    return replace(wording, text=text) if text else None


def _main_statement(passage: Passage) -> Statement | None:
    """The statement that has most of the sentence."""

    def share(statement: Statement) -> int:
        """How many characters of the sentence the statement has."""
        inside = (
            min(end, passage.sentence.end) - max(start, passage.sentence.start)
            for start, end in statement.content
        )
        return sum(max(0, length) for length in inside)

    return max(passage.statements, key=share, default=None)


def attribution_of(passage: Passage) -> Attribution | None:
    """Who says most of a passage, as the source names the speaker."""
    return _attribution(passage, _main_statement(passage))


def _holds(passage: Passage, span: Span) -> bool:
    return passage.sentence.start <= span.start and span.end <= passage.sentence.end


def _continued(
    passage: Passage, statement: Statement, sentences: Mapping[str, Passage]
) -> Wording | None:
    """A sentence of a quotation whose speaker stands in the sentence beside it."""
    source = _passage_of(statement, passage, sentences)
    found = continued(passage, statement, source) if source else None
    if source is None or found is None or not stands(found[0], passage.article):
        return None
    text, name = found
    return Wording(
        text=text,
        evidence=(passage, source),
        attribution=Attribution(speaker=name, role=None, cue="said", via=statement.via),
        fidelity=_REWORDED,
    )


def _passage_of(
    statement: Statement, near: Passage, sentences: Mapping[str, Passage]
) -> Passage | None:
    """The passage of the same article that holds the statement's cue."""
    return next(
        (
            sentences[sentence.id]
            for sentence in near.article.sentences
            if statement.cue
            and sentence.start <= statement.cue.start
            and statement.cue.end <= sentence.end
        ),
        None,
    )


def _attribution(passage: Passage, statement: Statement | None) -> Attribution | None:
    """Who says it, as the source names the speaker."""
    if statement is None or statement.speaker is None:
        return None
    text = passage.article.text
    mention = text[statement.speaker.start : statement.speaker.end]
    name = meant(statement, passage.article)
    if name is None or name.casefold() in _PRONOUNS:
        return None
    cue = text[statement.cue.start : statement.cue.end] if statement.cue else "said"
    speaker, role = _person_and_role(statement.speaker.name or mention)
    return Attribution(speaker=speaker, role=role, cue=cue, via=statement.via)


def _person_and_role(speaker: str) -> tuple[str, str | None]:
    """A speaker's name without the role before it: "Mayor Ilva Brandt", "Ilva Brandt"."""
    found = names(f"with {speaker}", -5)
    if len(found) != 1 or not found[0].start > 0 or found[0].end != len(speaker):
        return speaker, None
    role = _ARTICLE.sub("", speaker[: found[0].start]).strip(" ,")
    if role.endswith((" of", " the", " for", " at", " in")):  # the name is the role's, not theirs
        return speaker, None
    return found[0].text, role or None
