"""Who a claim says is speaking, and by which route it says the words came.

A light analysis of one sentence: a verb that introduces speech, the name that stands before it as
its subject (names after "for" and "of" are not it), and outlets named as the route.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import words
from summarizer.text.names import names
from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import stem, tokenize
from summarizer.verify.kept import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Span
    from summarizer.text.names import Name
    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source, SourceSentence
    from summarizer.verify.view import ClaimView

_OBJECT = re.compile(
    r"\b(?:for|of|to|with|by|in|at|on|from|against|about|than|like)\s+\S{0,30}\s?\Z"
)
_PHRASE = re.compile(
    r"\b(?:according to|in the words of|"
    r"(?:in|by) (?:\S{1,30} ){1,3}(?:view|opinion|telling|account|estimate|description|reckoning)|"
    r"(?:gave|gives|puts?) (?:the|its|his|her|their) |"
    r"(?:is|are|was|were|be|been) (?:accused|alleged|said|reported|believed|thought|suspected|"
    r"charged|expected|described|quoted)|(?:statement|letter|report|lawsuit|complaint|indictment|"
    r"appeal|motion|petition|affidavit|memo|essay|op-ed)s?|used the (?:word|words|term|phrase)|"
    r"plead(?:s|ed|ing)? (?:not )?guilty|pled (?:not )?guilty|"
    r"filing|allegations?|accusations?|testimony|charges|interview|tweet|message|announcement|"
    r"prosecutors|critics|spokes\w{1,10})\b",
    re.IGNORECASE,
)
# Of a claim, "according to" does not count: it may name the outlet that is cited.
_ROUTE = re.compile(
    r"\b(?:told|tells|telling|interview (?:with|on)|interviewed (?:by|on)|citing|"
    r"(?:statement|e-?mail|letter|message) to|"
    r"(?:spoke|speaking|said|denied|confirmed|wrote|explained|complained|talked) (?:to|with|on))"
    r"\s+(?:the\s+)?",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:according to|reported by|first reported in)\s+(?:the\s+)?", re.IGNORECASE
)
_NOMINAL = frozenset(
    {"the", "a", "an", "this", "that", "no", "any", "his", "her", "its", "their", "our", "my"}
    | {"of", "for", "in", "on", "by", "with", "from", "such", "some", "these", "those"}
)
_VAGUE = frozenset(
    {"sources", "critics", "observers", "experts", "insiders", "people", "opponents", "supporters"}
    | {"democrats", "republicans", "allies", "aides", "others", "many", "some", "outlets"}
)
_COLLECTIVE = frozenset(
    {"they", "we", "family", "police", "team", "government", "ministry", "department", "agency"}
    | {"office", "campaign", "company", "group", "administration", "couple", "both"}
)
# Forms of reporting verbs that are as often nouns: "her comments", "an earnings call".
NOUNS = frozenset(
    {"comment", "comments", "view", "views", "call", "calls", "state", "states", "report", "fear"}
    | {"remark", "remarks", "request", "requests", "account", "accounts", "quote", "quotes"}
    | {"answer", "answers", "address", "hope", "hopes", "order", "orders", "threat", "threats"}
    | {"related", "estimate", "estimates", "promise", "promises", "demand", "demands", "claims"}
    | {"fears"}
)
_NEXT = re.compile(r"\s([a-z]+)")
_PRONOUN = re.compile(r"\W{0,4}(?:he|she|they|it|who)\s\Z", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:told|tells|tell)\s(?:the\s)?\Z", re.IGNORECASE)
# A speaker's name stands this near to the cue, in characters: a role may come between.
_REACH = 60


class Voice(NamedTuple):
    """A cue of a claim and the name that is its subject (None: a role, or nothing readable)."""

    cue: Token
    name: Name | None
    subject: str


def reports(token: Token) -> bool:
    """Whether a word is a form of a reporting verb, or a noun of the same form."""
    return _is_report(token.lower)


@functools.lru_cache(maxsize=65536)
def _is_report(word: str) -> bool:
    return lemma(word) in words("reporting_verbs")


def speech_cues(tokens: Sequence[Token]) -> list[Token]:
    """Words that report as verbs: not behind a determiner or a preposition ("the report")."""
    return [
        token
        for number, token in enumerate(tokens)
        if _is_report(token.lower) and not (number and tokens[number - 1].lower in _NOMINAL)
    ]


def attributed(claim: ClaimView) -> bool:
    """Whether a claim attributes anything to anybody, in any way."""
    return bool(cue_verbs(claim)) or credited(claim)


def credited(claim: ClaimView) -> bool:
    """Whether a claim names a statement, a document or a view that it has something from."""
    return _PHRASE.search(claim.text) is not None


def cue_verbs(claim: ClaimView) -> list[Token]:
    """The verbs of saying of a claim out of quotation marks; forms often used as nouns aside."""
    found = (each for each in claim.tokens if reports(each) and each.lower not in NOUNS)
    return [each for each in found if not claim.quoted(each.start)]


def voices(claim: ClaimView) -> list[Voice]:
    """The speakers that a claim names, in order; a cue without a subject has the one before it."""
    known = [name for name in claim.names if not claim.quoted(name.start)]
    found: list[Voice] = []
    start = 0
    for token in speech_cues(claim.tokens):
        if claim.quoted(token.start):
            continue
        subject = claim.text[start : token.start]
        main = _main(claim.text, [n for n in known if start <= n.start < token.start])
        if main is None and found and not re.search(r"[a-z]{3,}\s*\Z", subject):
            main = found[-1].name
        found.append(Voice(token, main, subject.strip()))
        start = token.end
    return found


def speakers_at(source: Source, place: Span) -> list[str]:
    """The names that a source sets beside a cue for the words at a place, the nearest first.

    The sentence of the words decides; where it is all quotation, the next or the one before it in
    the same paragraph. A pronoun beside the cue leaves the speaker open: no names.
    """
    here = source.sentence_at(place.start)
    if here is None:
        return []
    for sentence in _nearest(source, here):
        plain = source.unquoted(sentence)
        cues = speech_cues(tokenize(plain))
        if cues:
            return _beside(plain, cues)
    return []


def _nearest(source: Source, here: SourceSentence) -> list[SourceSentence]:
    """A sentence, the next and the one before, as far as they share its paragraph."""
    order = [here.number, here.number + 1, here.number - 1]
    found = [source.sentences[n] for n in order if 0 <= n < len(source.sentences)]
    gaps = [sorted(((here.start, here.end), (s.start, s.end))) for s in found]
    return [
        sentence
        for sentence, (one, other) in zip(found, gaps, strict=True)
        if "\n" not in source.text[one[1] : other[0]]
    ]


def _beside(plain: str, cues: list[Token]) -> list[str]:
    """The names near a cue in a sentence without its quotations, the nearest first."""
    if any(_PRONOUN.search(plain, max(0, cue.start - 6), cue.start) for cue in cues):
        return []
    found = []
    for name in names(plain):
        if _OBJECT.search(plain[max(0, name.start - 40) : name.start]):
            continue
        gap = min(abs(max(name.start - cue.end, cue.start - name.end)) for cue in cues)
        told = _TOLD.search(plain[max(0, name.start - 12) : name.start])
        if gap < _REACH and not told:
            found.append((gap, name.text))
    return [text for _, text in sorted(found)]


def _main(text: str, candidates: list[Name]) -> Name | None:
    """The first name that is a subject: no object of a preposition, no owner, no modifier."""
    for name in candidates:
        behind = text[name.end : name.end + 30]
        word = _NEXT.match(behind)
        modifies = word is not None and stem(word[1]) in _role_stems()
        # an attribute of the title that follows: "South Korean Foreign Minister"
        modifies = modifies or behind[1:2].isupper()
        owns = behind.startswith(("'s", "’s", "' ", "’ "))
        if not (owns or modifies or _OBJECT.search(text[max(0, name.start - 40) : name.start])):
            return name
    return None


def is_group(word: str) -> bool:
    """Whether a lower-case word names speakers without saying which: "officials", "sources"."""
    plural = word.endswith("s") and "'" not in word and word != stem(word)
    return word in _VAGUE or (plural and stem(word) in _role_stems())


def is_collective(word: str) -> bool:
    """Whether a lower-case word may stand for several speakers: "officials", "family", "they"."""
    return is_group(word) or word in _COLLECTIVE


@functools.cache
def _role_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in words("role_nouns"))


@kept
def routes(claim: ClaimView) -> list[Name]:
    """Names of a claim that stand where an outlet stands: behind "told" and the like."""
    return [
        name
        for name in (claim.names if _ROUTE.search(claim.text) else ())
        if not claim.quoted(name.start) and _behind(_ROUTE, claim.text, name.start)
    ]


def given_routes(sentence: SourceSentence) -> list[str]:
    """Names of a source sentence behind "told", "according to" and the like."""
    text = sentence.text
    if not (_ROUTE.search(text) or _ACCORDING.search(text)):
        return []
    places = [(name.start - sentence.start, name.text) for name in sentence.names]
    return [
        name
        for place, name in places
        if _behind(_ROUTE, text, place) or _behind(_ACCORDING, text, place)
    ]


def _behind(phrase: re.Pattern[str], text: str, place: int) -> bool:
    """Whether a place follows a phrase at once."""
    before = text[max(0, place - 40) : place]
    return any(match.end() == len(before) for match in phrase.finditer(before))
