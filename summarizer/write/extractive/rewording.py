"""Changes to a source's sentence that keep what it says; each one proves first that it does.

A change that cannot be proved is not made: the functions then give None, and the sentence is passed
over, or stands as its source has it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.quotes import quotation_at, quotations
from summarizer.write.extractive.people import meant

if TYPE_CHECKING:
    from summarizer.model.article import Statement
    from summarizer.write.extractive.passages import Passage

# Openings that add to or turn from the sentence before and change nothing in their own. Others do
# ("Instead", "Nor", "As a result", "For example"): a sentence is not the same without them.
_OPENING = re.compile(
    r"(?:And|But) (?=(?:the|an?|in|on|at|by|since|after|before|when|while|if|as|most|many|some|all"
    r"|several|[A-Z][\w’'.]+|\d[\d,.]*)\s)"
    r"|(?:And|But|However|Meanwhile|Moreover|Furthermore|Additionally|Nevertheless|Nonetheless"
    r"|In addition|At the same time|Also), (?=\S)"
)
_PRONOUN = re.compile(r"(?:he|she)\Z", re.IGNORECASE)
# What may stand between a speaker and the verb: "she also said", "said she".
_BESIDE = re.compile(r"\s+(?:(?:also|then|later|has|had) ){0,2}\Z")
_ABBREVIATED = re.compile(r"(?:\.\w|\b[A-Z]|\b(?:Inc|Co|Corp|Ltd|St|Jr|Sr|etc|vs|No))\.\Z")
_GLUED = re.compile(r"[a-z]{3}[.!](?=[A-Z][a-z]* )")
# A sentence this far from the one with the cue still belongs to its quotation.
_FARTHEST = 3
_MARKS = '"“”'


def without_opening(text: str) -> str:
    """The sentence without "But", "However," and the like at its start."""
    found = _OPENING.match(text)
    bare = text[found.end() :] if found else text
    return bare[:1].upper() + bare[1:] if found else bare


def first_sentence(text: str) -> str:
    """The first one of sentences between which the source lost a blank ("… said.Officials …")."""
    found = _GLUED.search(text)
    return text[: found.end()] if found and paired(text[: found.end()]) else text


def with_speaker_named(passage: Passage, statement: Statement | None) -> tuple[str, bool]:
    """The passage's text with "he" or "she" beside the cue replaced by the name, and whether it is.

    Only where the article proves whom the pronoun means (see `summarizer.write.extractive.people`).
    """
    text, offset = passage.text, passage.sentence.start
    if statement is None or statement.speaker is None or statement.cue is None:
        return text, False
    start, end = statement.speaker.start - offset, statement.speaker.end - offset
    if not 0 <= start < end <= len(text) or not _PRONOUN.match(text[start:end]):
        return text, False
    cue, cue_end = statement.cue.start - offset, statement.cue.end - offset
    between = text[end:cue] if end <= cue else text[cue_end:start]
    name = meant(statement, passage.article) if _BESIDE.match(between) else None
    if name is None or name.rsplit(maxsplit=1)[-1] in text:  # the sentence itself says who it is
        return text, False
    return text[:start] + name + text[end:], True


def continued(passage: Passage, statement: Statement, source: Passage) -> tuple[str, str] | None:
    """'X said: “…”' for a sentence of a quotation whose cue stands in `source`, and X.

    Only in one paragraph, close to `source`, so that nobody else can have begun to speak, and only
    where the sentence is nothing but speech.
    """
    name = meant(statement, passage.article)
    between = sorted((passage.sentence, source.sentence), key=lambda each: each.start)
    gap = passage.article.text[between[0].end : between[1].start]
    if name is None or abs(passage.position - source.position) > _FARTHEST or "\n" in gap:
        return None
    quoted = " ".join(passage.text.split()).strip('“”"').strip()
    if statement.kind != "direct" or any(mark in quoted for mark in _MARKS + "„«»"):
        return None
    if not quoted[:1].isupper() or quoted[-1:] not in ".!":
        return None
    return f"{name[:1].upper()}{name[1:]} said: “{quoted}”", name


def with_marks_paired(text: str, passage: Passage, statement: Statement | None) -> str | None:
    """The sentence with the mark that a quotation over several sentences leaves out at one end.

    None where marks are missing and it is not certain which: they are of several kinds, or the
    statement does not go on over that end of the sentence, or its cue stands within the words.
    """
    if paired(text):
        return text
    marks = [n for n, c in enumerate(text) if c in _MARKS]
    if statement is None or statement.cue is None or any(c in text for c in "„«»"):
        return None
    if not set(_MARKS[1:]).isdisjoint(text) and '"' in text:
        return None
    opening, closing = '""' if '"' in text else "“”"
    cue = passage.article.text[statement.cue.start : statement.cue.end]
    at = text.find(cue)
    if at > marks[0] and _goes_over(statement, passage.sentence.start):
        whole = opening + text
    elif 0 <= at < marks[-1] and _goes_over(statement, passage.sentence.end - 1):
        whole = text + closing
    else:
        return None
    return whole if paired(whole) else None


def unmarked(passage: Passage) -> bool:
    """Whether a sentence stands within a quotation whose marks are in sentences beside it."""
    text, (start, end) = passage.article.text, (passage.sentence.start, passage.sentence.end)
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    within = quotation_at(quotations(text, line, len(text) if stop < 0 else stop), start)
    return within is not None and within.outer_start < start and within.end >= end - 1


def paired(text: str) -> bool:
    """Whether the double quotation marks of a text come in pairs, an opening one first."""
    straight = text.count('"')
    curly = "".join(c for c in text if c in "“”„«»")
    if straight and curly:
        return False
    foreign = any(c in curly for c in "„«»")
    return straight % 2 == 0 and (foreign or curly == "“”" * (len(curly) // 2))


def _goes_over(statement: Statement, place: int) -> bool:
    return statement.kind != "indirect" and any(a <= place < b for a, b in statement.content)


def abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to an abbreviation."""
    return _ABBREVIATED.search(text) is not None


def with_outlet(text: str, outlet: str) -> str | None:
    """A plain sentence with its outlet: "…, the Pelm Post reported."; None for any other."""
    plain = text.endswith(".") and not text.endswith(("..", "…")) and ": " not in text
    if not plain or abbreviated(text):
        return None
    return f"{text[:-1]}, {outlet} reported."
