"""Whether a sentence can be read without the one before it, and is a whole statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words
from summarizer.text.names import names
from summarizer.text.quotes import quotations
from summarizer.text.tokens import tokenize
from summarizer.text.verb_forms import verb_form
from summarizer.write.extractive.people import somebody
from summarizer.write.extractive.voice import narrator

if TYPE_CHECKING:
    from summarizer.model.article import Article
    from summarizer.write.extractive.passages import Passage

_IMPERSONAL = (
    r"It(?: (?:is|was|has been|had been|remains|remained|will be|would be) (?:not |still |also )?"
    r"(?:clear|unclear|known|unknown|possible|impossible|likely|unlikely|expected|believed"
    r"|estimated|reported|the first)\b)"
)
# What a sentence that leans on the one before begins with.
_POINTING_START = (
    r"(?:He|She|They|Him|Her|His|Their|Its|These|Those|Such|Both|Neither|Either|Others|Another"
    r"|(?:Some|One|Many|Most|Few|All|None|Each|Among|Part) of (?:them|those|these|it)|Among them"
    r"|The (?:former|latter|two|pair|trio|same)"
    r"|This(?! (?:week|month|year|morning|afternoon|evening|season|weekend)\b)|That(?! \w+ that)"
    rf"|(?!{_IMPERSONAL})It|There(?= it)|Here|So|Why|How|What|Which|Then|Or|Nor|And|But)\b"
)
_FIRST_PERSON_START = r"(?:I|We|My|Our|You|Your)\b"
# Openings that tie a sentence to another one and cannot be dropped.
_TYING = (
    r"(?:Instead|Thus|Hence|Therefore|Similarly|Likewise|Still|Yet|Besides|Indeed|Moreover|However"
    r"|Consequently|Accordingly|Otherwise|Rather|Afterwards?|Thereafter|Elsewhere|Also|Plus"
    r"|According to (?:it|them|him|her|this|that|these|(?:one|some|two|both) of the \w+,)"
    r"|In (?:part|fact|turn|response|contrast|return|other words|that|this|these|those|such|each"
    r"|both|either)|By contrast|As (?:a result|such)|(?:Because of|After|Despite) (?:that|this)"
    r"|After all"
    r"|For (?:example|instance|(?:his|her|their|its) part)|On the other hand|On top of that"
    r"|(?:That|Having) said|To be sure|(?:Most|More) notably|Along with that|Not (?:only|that)"
    r"|At (?:that|the same) (?:time|point)|Exhibit|Except|Until (?:then|now)"
    r"|Even so|Minutes later|Hours later|Days later|Soon after|Shortly after(?:wards?)?)\b"
)
_LEANING = re.compile(rf"{_POINTING_START}|{_FIRST_PERSON_START}|{_TYING}")
# Speech may point at what it speaks of ("This is …"), but not at people whom nobody named.
_LEANING_SPEECH = re.compile(r"(?:He|She|They|Him|Her|His|Their)\b")
_WITHIN = re.compile(
    r"\b(?:the same (?:source|statement|report|release|official|person|newspaper)"
    r"|(?:of|in|on|at|for|from|to|with|by|about|against|after|before|under)"
    r" (?:this|that|these|those)"
    r"(?: (?!week|month|year|morning|afternoon|evening|season|weekend|summer|winter|spring|fall"
    r"|autumn|time|who|which|country)[a-z]+|[.,;!]))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"(?<![\w'])(?:I|we|We|our|Our|me|my|My|us|you|You|your|Your)(?![\w'])")
_PERSON = re.compile(r"(?<![\w'])(?:he|she)(?![\w])")
_PEOPLE = re.compile(r"(?<![\w'])they(?![\w])")
_PLURAL = re.compile(r"\b(?:[A-Za-z]{3,}[^siu\W\d]s|people|men|women|children|police)\b")
_POSSESSIVE = re.compile(r"(?<![\w'])(?:his|her|him|himself|herself)(?![\w'])")
_END = re.compile(r"[.!][\"”’')\]]*\Z")
# "X denied this.": what "this" is stands in the sentence before.
_POINTING_END = re.compile(
    r"\b(?:this|that|these|those|it|so|them|the following \w+|as follows)[.!]\Z"
)
_TRUNCATED = re.compile(r"(?:\.\.\.|…)[\"”’')\]]*\Z")
# Two sentences that reading took for one: the second has a subject of its own to resolve.
_TWO = re.compile(r"[.!?][\"”’)]* (?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|We)\b")
# The first half of "not only … but also …".
_HALF = re.compile(r"(?:\bnot|n[’']t) (?:just|only|merely|simply)\b(?!.*\b(?:but|also)\b)")
_TURN = re.compile(r"[\s\"“”]*(?:But|However|Instead|Rather|Yet|Still)\b")
_ADVICE = re.compile(r"\b(?:should|must|need|can|could|may)(?: not\b|n[’']t\b)")
_FEWEST_WORDS = 5
_FEWEST_FOLLOWING = 4
# Openings of half a sentence, or of one that no semicolon may stand before.
_FRAGMENT = re.compile(r"(?:Which|Who|What|Why|How|Not|Except|Plus|Or|Exhibit|Among them)\b")
_BROKEN = "\ufffd"


def stands(text: str, article: Article) -> bool:
    """Whether a reader understands the sentence without the one before it."""
    first = text.lstrip("“\"'‘(")[:1]
    if len(text.split()) < _FEWEST_WORDS or not _END.search(text) or _TRUNCATED.search(text):
        return False
    if not (first.isupper() or first.isdigit() or first in "$£€") or text[0] in ")(]":
        return False
    if _BROKEN in text or _TWO.search(text) or _HALF.search(text):
        return False
    outside = narrator(text)
    if leans(text) or "?" in outside or _opens_leaning(text):
        return False
    if any(pattern.search(outside) for pattern in (_WITHIN, _POINTING_END, _FIRST_PERSON)):
        return False
    return _people_told(outside, article)


def follows(text: str, before: str, article: Article) -> bool:
    """Whether a sentence can be read behind `before`, which it follows in its article."""
    outside = narrator(text)
    if len(text.split()) < _FEWEST_FOLLOWING or _TRUNCATED.search(text) or _BROKEN in text:
        return False
    if _TWO.search(text) or _HALF.search(text) or _FRAGMENT.match(text) or "?" in outside:
        return False
    if _FIRST_PERSON.search(outside) or not _asserts(outside):
        return False
    return _people_told(f"{narrator(before)} {outside}", article)


def _asserts(text: str) -> bool:
    """Whether a text has a verb of the kinds that make a sentence of it."""
    finite = words("finite_verbs")
    for token in tokenize(text):
        form = verb_form(token.lower)
        if token.lower in finite or (
            form and form.usual != "rarely" and {"s", "past"} & {*form.forms}
        ):
            return True
    return False


def leans(text: str) -> bool:
    """Whether a sentence begins with what ties it to another one ("It focuses on …", "Instead")."""
    return bool(_LEANING.match(text))


def _opens_leaning(text: str) -> bool:
    """Whether a quotation that is a sentence of its own leans on what was said before it."""
    return any(
        _LEANING_SPEECH.match(text[q.start : q.end].lstrip())
        for q in quotations(text)
        if q.outer_start == 0 or text[: q.outer_start].rstrip()[-1:] in (":", ",")
    )


def _people_told(outside: str, article: Article) -> bool:
    """Whether each pronoun for people has somebody to mean within the sentence."""
    subject = _PERSON.search(outside)
    if subject and not somebody(outside[: subject.start()], article):
        return False
    if _POSSESSIVE.search(outside) and not somebody(outside, article):
        return False
    several = _PEOPLE.search(outside)
    if not several:
        return True
    before = outside[: several.start()]
    return bool(names(before) or _PLURAL.search(before))


def whole(passage: Passage) -> bool:
    """Whether the next sentence of the paragraph does not take half of it back.

    "… should not worry. But they should avoid …": the first one alone would say something else.
    It is looked at where all is speech, or something is advised or allowed.
    """
    following = passage.article.sentences[passage.position + 1 : passage.position + 2]
    if not following or not passage.position:
        return True
    text = passage.article.text
    gap = text[passage.sentence.end : following[0].start]
    turns = _TURN.match(text[following[0].start : following[0].end])
    spoken = narrator(passage.text).split()
    delicate = _ADVICE.search(passage.text) or 2 * len(spoken) < len(passage.text.split())
    return "\n" in gap or not (turns and delicate)
