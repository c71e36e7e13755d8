"""What a sentence says somebody is: titles before a name and appositions behind it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import words
from summarizer.text.tokens import stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.findings import Level
    from summarizer.text.tokens import Token
    from summarizer.verify.view import PartView

# ", the mayor of Arden," or ", a retired judge who": up to the next comma or clause.
_APPOSITION = re.compile(
    r",\s(?:(?:the|a|an|one of)\s)?(?!and |or |said |his |her |who |which |whose )"
    r"([^,;:\"“()]{3,90}?)"
    r"(?=[,;:.\"“(]| who| which | whom |$)"
)
# "a deputy county commissioner Ana Reis": the words without a break before a name.
_TITLE = re.compile(r"(?<![\w'’-])(?:(?!and |or |the |of |by )[a-z'’-]{2,20} ){1,4}\Z")
_BREAK = re.compile(r"[,;:.()]| and | or ")
_PARTIES = frozenset(stem(w) for w in ("democrat", "democratic", "republican", "independent"))
_CHANGES = frozenset({"former", "acting", "deputy", "vice", "assistant", "interim", "retired"})
_FORMER = dict.fromkeys(("formerly", "ex", "onetime", "once", "previously"), "former")


# A finite verb: the stretch is a clause, no apposition.
_CLAUSE = re.compile(r"\b(?:said|says|told|was|were|is|are|had|has|have)\b")


class Role(NamedTuple):
    """A stretch that says what a named person is."""

    start: int
    end: int
    text: str
    name: str


def roles(part: PartView) -> list[Role]:
    """Roles of the persons that a part of a claim names in full."""
    text = part.claim.text
    found = []
    for name in part.claim.names:
        if " " not in name.text or not part.start <= name.start < part.end:
            continue
        behind = _APPOSITION.match(text, name.end, part.end)
        if behind and not _CLAUSE.search(behind[1]) and _has_role(behind[1]):
            found.append(Role(behind.start(1), behind.end(1), behind[1], name.text))
        title = _TITLE.search(text, max(0, name.start - 60), name.start)
        if title and _has_role(title[0].split()[-1]):
            wider = _BREAK.split(text[max(0, name.start - 60) : name.start])[-1]
            found.append(Role(title.start(), title.end(), wider, name.text))
    return found


def weight(token: Token) -> Level | None:
    """How grave it is if a word of a role is nowhere near the name; None if it tells nothing.

    Offices have too many near-synonyms for more than a warning.
    """
    key = stem(token.lower)
    if key in _PARTIES or (token.text[0].isupper() and len(key) > 3):
        return "error"
    return "warning" if key in _offices() and token.lower not in words("kin_nouns") else None


def changed(role: str, sentences: Iterable[str]) -> str | None:
    """A word like "former" or "deputy" before an office that the sentences have otherwise.

    Only offices that the sentences name too are compared; None if any sentence agrees.
    """
    theirs: dict[str, set[str]] = {}
    for sentence in sentences:
        for office, (_, modifier) in _modified(sentence).items():
            theirs.setdefault(office, set()).add(modifier)
    for office, (word, modifier) in _modified(role).items():
        if office in theirs and modifier not in theirs[office]:
            return modifier or word
    return None


def _modified(text: str) -> dict[str, tuple[str, str]]:
    """Stems of offices with the word and the change in the four words before it ('' if none)."""
    tokens = [t.lower for t in tokenize(text.replace("-", " "))]
    found = {}
    for number, word in enumerate(tokens):
        if stem(word) in _offices() and not word.endswith("'s"):
            before = [_FORMER.get(each, each) for each in tokens[max(0, number - 4) : number]]
            owners = [place for place, each in enumerate(before) if each.endswith("'s")]
            before = before[owners[-1] + 1 if owners else 0 :]
            found[stem(word)] = (word, next((each for each in before if each in _CHANGES), ""))
    return found


def _has_role(phrase: str) -> bool:
    """Whether an office stands before any preposition but "of" and "for", and no verb does."""
    tokens = tokenize(phrase)
    return any(stem(token.lower) in _offices() for token in tokens[:8])


@functools.cache
def _offices() -> frozenset[str]:
    return frozenset(stem(word) for word in words("role_nouns"))
