"""Who a claim and a source give for a quotation, and whether these can be one speaker.

The claim's speaker stands beside the quotation with a cue, before it or behind it ("said Ann Ode",
"Ode said", "the ministry said"). Two people are told apart by their names, a person and a body, or
two bodies, by the kind of body that each speaks for; what is not known parts nobody.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes, words
from summarizer.text.names import names, same_name
from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import stem, tokenize
from summarizer.verify.attribution import speech_cues

if TYPE_CHECKING:
    from summarizer.model.article import Span, Statement
    from summarizer.text.quotes import Quotation
    from summarizer.verify.source import Source
    from summarizer.verify.view import ClaimView

# How far from a quotation its cue may stand, and how far a role from the name, in characters.
_REACH = 140
_ROLE = 60
# A point behind a title or an initial ends no sentence.
_STOP = re.compile(
    r"(?:(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!Sen)(?<!Gov)(?<!Rep)\.|[;:!?“”\"\n])(?:\s|\Z)"
    r"|[“”\"]"
)
_PHRASE_END = re.compile(
    r"\s(?:in|on|at|to|after|before|when|while|as|during|about|who|and|but|that)\s"
)
_NOUN_PHRASE = re.compile(r"\s*(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s|\s*[A-Z]")
# Verbs that stand before their subject; of others, what follows is the object ("blamed Ann Ode").
_INVERTED = frozenset(
    {"say", "add", "write", "explain", "note", "warn", "insist", "claim", "argue", "declare"}
    | {"recall", "admit", "continue", "conclude", "reply", "ask", "state", "announce", "report"}
)
# A longer subject holds clauses of its own.
_SUBJECT = 80
_TITLED = re.compile(r"(?:[a-z][\w'’-]{1,20}\s){0,3}([a-z][\w-]{2,20})\s(?=[A-Z])")
_PRONOUN = re.compile(r"\b(?:he|she|they|it|we|i|who|which)\b", re.IGNORECASE)


class Speaking(NamedTuple):
    """The words of a claim that name the speaker of a quotation, and their place."""

    start: int
    end: int
    text: str


def speaking(claim: ClaimView, quotation: Quotation) -> Speaking | None:
    """The subject of the cue beside a quotation, None if there is none to be read.

    An outlet behind it may only report what a speaker before it says.
    """
    behind = _behind(claim, quotation.outer_end)
    if behind and behind.text.rsplit(maxsplit=1)[-1].casefold() not in words("outlet_words"):
        return behind
    return _before(claim, quotation.outer_start) or behind


def telling(claim: ClaimView) -> Speaking | None:
    """The speaker of a claim without quotation that has one cue, or one "according to"."""
    if claim.quotations or len(claim.sayings) != 1 or len(speech_cues(claim.tokens)) > 1:
        return None
    said = claim.sayings[0]
    return _speaking(claim, said.start, said.text)


def _behind(claim: ClaimView, place: int) -> Speaking | None:
    """The subject in '…," said Ann Ode' and '…," Ann Ode said'."""
    stretch = _cut(claim.text[place : place + _REACH])
    found = tokenize(stretch)
    cue = next(iter(speech_cues(found)), None)
    if cue is None:
        return None
    if cue is found[0]:
        if lemma(cue.lower) not in _INVERTED:
            return None
        rest = stretch[cue.end :]
        end = _PHRASE_END.search(rest)
        return _speaking(claim, place + cue.end, rest[: end.start()] if end else rest)
    return _speaking(claim, place, stretch[: cue.start])


def _before(claim: ClaimView, place: int) -> Speaking | None:
    """The subject in 'Ann Ode said: "…"', if the sentence has one cue before the quotation."""
    start = max(0, place - _REACH)
    stretch = claim.text[start:place]
    cuts = [match.end() for match in _STOP.finditer(stretch.rstrip(": ,"))]
    if start and not cuts:
        return None
    first = cuts[-1] if cuts else 0
    cues = [t for t in speech_cues(tokenize(stretch)) if t.start >= first]
    if len(cues) != 1:
        return None
    return _speaking(claim, start + first, stretch[first : cues[0].start])


def _cut(text: str) -> str:
    """The text up to the end of its sentence or to the next quotation."""
    end = _STOP.search(text)
    return text[: end.start()] if end else text


def _speaking(claim: ClaimView, start: int, text: str) -> Speaking | None:
    """A subject, if it is a short noun phrase and no pronoun."""
    lead = len(text) - len(text.lstrip(" ,"))
    text, start = text.strip(" ,"), start + lead
    phrase = _NOUN_PHRASE.match(text) or _is_titled(text)
    if not 0 < len(text) < _SUBJECT or _PRONOUN.search(text) or not phrase:
        return None
    return Speaking(start, start + len(text), claim.text[start : start + len(text)])


def _is_titled(text: str) -> bool:
    """Whether a role in small letters stands right before a name: "opposition leader Ann Ode"."""
    role = _TITLED.match(text)
    return role is not None and role[1] in words("role_nouns")


def other_speaker(source: Source, place: Span, claimed: Speaking) -> str | None:
    """The source's speaker for the words at a place if it cannot be the claim's, else None."""
    given = next(iter(source.statements_at(place)), None)
    if given is None or given.speaker is None or not given.speaker.name:
        return None
    owned = [n for n in names(claimed.text) if claimed.text.startswith(("'", "’"), n.end)]
    mine = [name.text for name in names(claimed.text) if name not in owned]
    if any(_is_route(source, given, name) for name in mine):
        return None
    theirs = given.speaker.name
    if any(same_name(theirs, name) for name in mine):
        return None
    if _two_people(source, place, theirs, mine) or _two_bodies(source, given, claimed.text):
        return theirs
    return None


def _is_route(source: Source, given: Statement, name: str) -> bool:
    """Whether a name is an outlet: it may report what somebody else says."""
    outlets = [*given.via, source.article.outlet or ""]
    last = name.rsplit(maxsplit=1)[-1].casefold()
    return last in words("outlet_words") or any(o and same_name(o, name) for o in outlets)


def _two_people(source: Source, place: Span, theirs: str, mine: list[str]) -> bool:
    """Whether claim and source name two people, and the claim's is not near the words."""
    known = [name.text for name in source.names if " " in name.text]
    people = [n for n in mine if any(same_name(n, other) for other in known)]
    paragraph = source.paragraph(place.start)
    return (
        is_person(theirs)
        and theirs.rsplit(maxsplit=1)[-1] in paragraph
        and bool(people)
        and len(people) == len(mine)
        and all(is_person(n) and n.rsplit(maxsplit=1)[-1] not in paragraph for n in people)
    )


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: capitalised throughout, no word for a body."""
    heads = words("name_heads")
    plain = name.split()
    return all(word[:1].isupper() for word in plain) and not any(
        word.casefold() in heads or (word.isupper() and word[1:] != ".") or _kinds(word)
        for word in plain
    )


def _two_bodies(source: Source, given: Statement, claimed: str) -> bool:
    """Whether the speakers are of different kinds of bodies, as far as the source tells."""
    speaker = given.speaker
    if speaker is None:
        return False
    beside = source.text[speaker.start : speaker.end]
    mine = _affiliations(source, claimed)
    theirs = _affiliations(source, f"{speaker.name}, {beside}")
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _affiliations(source: Source, speaker: str) -> frozenset[str]:
    """The kinds of bodies in a speaker's words, and beside the speaker's name in the source."""
    found = set(_kinds(speaker))
    mine = [name.text for name in names(speaker)]
    for sentence in source.sentences:
        for name in sentence.names:
            if any(same_name(name.text, each) for each in mine):
                plain, place = source.unquoted(sentence), name.start - sentence.start
                near = plain[max(0, place - _ROLE) : place + len(name.text) + _ROLE]
                found |= _kinds(near)
    return frozenset(found)


def _kinds(text: str) -> frozenset[str]:
    """The kinds of bodies that words of a text name."""
    table = _table()
    stems = (stem(token.lower.removesuffix("'s").removesuffix("’s")) for token in tokenize(text))
    return frozenset(table[each] for each in stems if each in table)


@functools.cache
def _table() -> dict[str, str]:
    return {stem(word): kind for word, kind in classes("bodies").items()}
