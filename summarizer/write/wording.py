"""A source sentence reworded just enough to stand alone, or refused.

Rewording only takes away (connectives), closes quotation marks, and puts the speaker's
name where the same article gives it; it never adds a word of its own but "said".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model.summary import Attribution
from summarizer.text.names import names
from summarizer.text.quotes import quotations
from summarizer.write.voice import narrator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.article import Span, Statement
    from summarizer.write.passages import Passage

_CONNECTIVE = re.compile(
    r"(?:And|But|So|Yet|Or|Nor|Also|However|Meanwhile|Moreover|Furthermore|Additionally|Still|Then"
    r"|Thus|Hence|Indeed|Besides|Nevertheless|Nonetheless|Instead|Similarly|Likewise|Plus"
    r"|In addition|In turn|Along with that|In response|For (?:his|her|their) part|At the same time"
    r"|On the other hand|By contrast|In contrast|In fact|For example|For instance|After all"
    r"|As a result|In other words|That said|To be sure|In the meantime)(?:, | (?=[a-z“\"]))"
)
# What a sentence that leans on the one before begins with.
_LEANING = re.compile(
    r"(?:He|She|They|Him|Her|His|Their|Its|These|Those|Such|Both|Neither|Either|Others|Another"
    r"|Some of (?:them|those)|One of (?:them|those)|The (?:former|latter|two|pair|trio|same)\b"
    r"|This(?! (?:week|month|year|morning|afternoon|evening|season|weekend)\b)|That(?! \w+ that)"
    r"|It(?! (?:is|was|has been|had been|remains|remained|will be|would be) (?:not |still |also )?"
    r"(?:clear|unclear|known|unknown|possible|impossible|likely|unlikely|expected|believed"
    r"|estimated|reported|the first)\b)|There(?= it)|Here\b|I\b|We\b|My\b|Our\b|You\b|Your\b"
    r"|So\b|Why\b|How\b|What\b|Which\b|Then\b|Not (?:only|that)\b|Or\b|And\b|But\b)\b"
)
_SAME = re.compile(r"\b[Tt]he same (?:source|statement|report|release|official|person|newspaper)\b")
_FIRST_PERSON = re.compile(r"(?<![\w'])(?:I|we|We|our|Our|my|My|us|you|You|your|Your)(?![\w'])")
_SUBJECT = re.compile(r"(?<![\w'])(?:he|she|they)(?![\w'])")
_END = re.compile(r"[.!][\"”’')\]]*\Z")
# "X denied this.": what "this" is stands in the sentence before.
_POINTING = re.compile(r"\b(?:this|that|these|those|it|so|them)[.!]\Z")
_TRUNCATED = re.compile(r"(?:\.\.\.|…)[\"”’')\]]*\Z")
_ARTICLE = re.compile(r"\A(?:the|an?)\b", re.IGNORECASE)
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "him",
        "her",
        "them",
        "i",
        "we",
        "us",
        "you",
        "who",
        "that",
        "which",
    }
    | {"this", "these", "those"}
)
_FEWEST_WORDS = 5


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
    statement = _main_statement(passage)
    if statement and statement.cue and not _holds(passage, statement.cue):
        return _continued(passage, statement, sentences)
    text, named = _name_speaker(passage, statement)
    text = _balance(_without_connective(" ".join(text.split())))
    if not _stands(text):
        return None
    return Wording(
        text=text,
        evidence=(passage,),
        attribution=_attribution(passage, statement),
        fidelity=0.8 if named else 1.0,
    )


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


def _holds(passage: Passage, span: Span) -> bool:
    return passage.sentence.start <= span.start and span.end <= passage.sentence.end


def _name_speaker(passage: Passage, statement: Statement | None) -> tuple[str, bool]:
    """The text with a pronoun before or after the cue replaced by the name it stands for."""
    speaker = statement.speaker if statement else None
    text, offset = passage.text, passage.sentence.start
    if speaker is None or speaker.name is None:
        return text, False
    start, end = speaker.start - offset, speaker.end - offset
    if not 0 <= start < end <= len(text) or text[start:end].casefold() not in _PRONOUNS:
        return text, False
    name = speaker.name if start else _capital(speaker.name)
    return text[:start] + name + text[end:], True


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _continued(
    passage: Passage, statement: Statement, sentences: Mapping[str, Passage]
) -> Wording | None:
    """A sentence of a quotation whose speaker stands in another sentence: 'X said: "…"'."""
    speaker = statement.speaker
    source = _passage_of(statement, passage, sentences)
    quoted = _bare(passage)
    if not speaker or not speaker.name or not source or not quoted or not quoted[0].isupper():
        return None
    if statement.kind != "direct" or not _END.search(quoted):
        return None
    return Wording(
        text=f"{_capital(speaker.name)} said: “{quoted}”",
        evidence=(passage, source),
        attribution=Attribution(speaker=speaker.name, role=None, cue="said", via=statement.via),
        fidelity=0.8,
    )


def _bare(passage: Passage) -> str | None:
    """The words of a sentence that is nothing but speech; None if marks stand inside."""
    text = " ".join(passage.text.split()).strip('“”"„«»')
    return None if any(mark in text for mark in '“”"„«»') else text.strip()


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


def _without_connective(text: str) -> str:
    """Without the words that tie it to the sentence before."""
    bare = _CONNECTIVE.sub("", text, count=1) if _CONNECTIVE.match(text) else text
    return _capital(bare)


def _balance(text: str) -> str:
    """With the mark that a quotation over several sentences leaves out at an end."""
    if "„" in text:  # German marks: “ closes there
        return text
    marks = [c for c in text if c in "“”"]
    if marks and marks[0] == "”":
        text = "“" + text
    if marks and marks[-1] == "“":
        text += "”"
    if '"' in text and text.count('"') % 2:
        unclosed = any(not q.closed for q in quotations(text))
        first = text.index('"')
        # a mark before a word opens: it stays open; else the opening one is missing
        opens = (
            unclosed and text[first + 1 : first + 2].isalnum() and text[:first][-1:] in ("", " ")
        )
        text = text + '"' if opens else '"' + text
    return text


def _stands(text: str) -> bool:
    """Whether a reader understands the sentence without the one before it."""
    if len(text.split()) < _FEWEST_WORDS or not _END.search(text) or _TRUNCATED.search(text):
        return False
    outside = narrator(text)
    if _LEANING.match(text) or "?" in outside:
        return False
    if any(pattern.search(outside) for pattern in (_SAME, _POINTING, _FIRST_PERSON)):
        return False
    pronoun = _SUBJECT.search(outside)
    return not pronoun or bool(names(outside[: pronoun.start()]))


def _attribution(passage: Passage, statement: Statement | None) -> Attribution | None:
    """Who says it, as the source names the speaker."""
    if statement is None or statement.speaker is None:
        return None
    text = passage.article.text
    mention = text[statement.speaker.start : statement.speaker.end]
    if statement.speaker.name is None and mention.casefold() in _PRONOUNS:
        return None
    cue = text[statement.cue.start : statement.cue.end] if statement.cue else "said"
    name, role = _person_and_role(statement.speaker.name or mention)
    return Attribution(speaker=name, role=role, cue=cue, via=statement.via)


def _person_and_role(speaker: str) -> tuple[str, str | None]:
    """A speaker's name without the role before it: "Mayor Ilva Brandt", "Ilva Brandt"."""
    found = names(f"with {speaker}", -5)
    if len(found) != 1 or not found[0].start > 0 or found[0].end != len(speaker):
        return speaker, None
    role = _ARTICLE.sub("", speaker[: found[0].start]).strip(" ,")
    if role.endswith((" of", " the", " for", " at", " in")):  # the name is the role's, not theirs
        return speaker, None
    return found[0].text, role or None
