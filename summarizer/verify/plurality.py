"""Whether words name one speaker or several.

"Officials", "some residents" and "members of her staff" are several; "a police source", "one of her
aides" and a person's name are one. Bodies ("the ministry", "police") are neither.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal

from summarizer.text.lexicon import words
from summarizer.text.tokens import stem, tokenize
from summarizer.verify.attribution import is_group
from summarizer.verify.speakers import is_person

if TYPE_CHECKING:
    from summarizer.model.article import Statement
    from summarizer.verify.source import Source

Number = Literal["one", "several"]

# Several media are no speakers: what they corroborate has a rule of its own.
MEDIA = ("outlets", "newspapers", "agencies", "broadcasters", "media")
_ONE = frozenset({"a", "an", "one", "another", "he", "she"})
_SEVERAL = frozenset(
    {"some", "several", "many", "most", "few", "two", "three", "four", "five", "six", "other"}
    | {"both", "various", "numerous", "dozens", "multiple", "unnamed", "all"}
)
# What follows the head of a noun phrase.
_BEHIND = re.compile(
    r",|\s(?:of|for|to|in|on|at|from|with|by|near|who|whom|which|that|whose|briefed|quoted|cited|"
    r"familiar|close|involved|working|representing|interviewed|speaking|said|opposed|hoping)\b"
)
# Endings of nouns for people: "workers", "activists", "residents".
_ENDINGS = ("er", "or", "ist", "ian", "ent", "ant", "yst", "ee", "man")
_PEOPLE = frozenset({"member", "colleagu", "sourc", "expert", "figur", "critic", "lawmak", "voic"})


def head_of(phrase: str) -> str:
    """A noun phrase up to its head, without what follows it ("aides" of "aides to the mayor")."""
    return _BEHIND.split(phrase.strip(), maxsplit=1)[0]


def number_of(phrase: str) -> Number | None:
    """How many speakers a noun phrase names, None where its words do not tell."""
    head = head_of(phrase)
    tokens = tokenize(head)
    if not tokens or " and " in head:
        return None
    first, last = tokens[0].lower, tokens[-1]
    if first in _ONE:
        return "one"
    if first in _SEVERAL and (len(tokens) == 1 or last.lower.endswith("s")):
        return "several"
    common = last.text[0].islower() or len(tokens) == 1 or is_group(last.lower)
    if common and _is_people(last.lower):
        return "several"
    return "one" if _is_one_person(head) else None


def speakers_of(source: Source, statement: Statement) -> Number | None:
    """How many speakers a statement of a source has, as far as its own words tell."""
    speaker = statement.speaker
    if speaker is None:
        return None
    name = speaker.name or ""
    known = number_of(source.text[speaker.start : speaker.end]) or number_of(name)
    full = name.split()[-2:]
    return known or ("one" if len(full) > 1 and is_person(" ".join(full)) else None)


def _is_one_person(head: str) -> bool:
    """Whether a phrase is a person's name of two words, or one behind a title or office."""
    tokens = tokenize(head)
    titled = [t for t in tokens[:-1] if t.lower.rstrip(".") in _titles()]
    name = [t.text for t in tokens if t.text[0].isupper() and t not in titled]
    if not (tokens[-1].text[0].isupper() and (len(name) > 1 or titled)):
        return False
    return not tokens[-1].lower.endswith(("'s", "’s")) and is_person(" ".join(name[-2:] or ["the"]))


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in words("titles")) | words("role_nouns")


@functools.lru_cache(maxsize=4096)
def _is_people(word: str) -> bool:
    """Whether a lower-case word is a plural of people: "officials", "members", "lawmakers"."""
    if word == "people":
        return True
    single = stem(word)
    if not word.endswith("s") or "'" in word or "’" in word or single == word:
        return False
    return is_group(word) or single in _people() or single.endswith(_ENDINGS)


@functools.cache
def _people() -> frozenset[str]:
    return _PEOPLE | {stem(word) for word in words("people_nouns") | words("kin_nouns")}
