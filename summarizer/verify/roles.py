"""What a text says somebody is: titles before a name, appositions around it, "who is …" behind it.

Both a claim and a source are read so; a role is an office with what stands before it ("acting
county commissioner") and whom it is held for ("for the union", "the mayor's").
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import words
from summarizer.text.names import same_name
from summarizer.text.tokens import has_content, stem, tokenize
from summarizer.verify.kept import kept
from summarizer.verify.speakers import is_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.text.tokens import Token
    from summarizer.verify.source import Source
    from summarizer.verify.view import PartView

# ", the mayor of Arden," or ", a retired judge who": up to the next comma or clause.
_BEHIND = re.compile(
    r",\s(?:\d{1,3},\s)?(?!and |or |but |said |who |which |whose |where |when )"
    r"([^,;:\"“”()\n]{3,140}?)(?=[,;:\"“”()\n]|(?<![A-Z])(?<!M[rs])(?<!Mrs)(?<!Dr)(?<!Sen)(?<!Rep)"
    r"(?<!Gov)[.](?:\s|\Z)| (?:who|which|whom|said|told) |\Z)"
)
_IS = re.compile(
    r"(?:, who)?\s(?:is|was|serves as|served as|works as|worked as)\s((?:the|an?|his|her|its)\s"
    r"[^,;:.\"“”()\n]{3,60})"
)
# A title stands right before the name, or before a comma: what parts it from other words.
_BREAK = re.compile(
    r"[,;:()“”\"\n]|\s(?:and|or|but|that|when|while|as|by|with|to|from|who|said|says|told|tells|asked|"
    r"met|is|was|were|are|had|has|have|than|called|named|including|like)(?=\s)"
)
_PREPOSITION = re.compile(r"\s(?:of|for|at|in|with|to|on|from|who|under|representing)\s")
# Who is to hold an office does not hold it yet.
_MEANT = re.compile(r"\b(?:pick|choice|nominee|nomination|candidate) (?:for|as|to be) ")
_REACH = 90
# Shorter words of a role are initials and the like.
_SHORT = 3
# What changes an office stands within so many words before it.
_NEAR = 4
# A finite verb: the stretch is a clause, no apposition.
_CLAUSE = re.compile(r"\b(?:said|says|told|was|were|is|are|had|has|have|will|would|could)\b")
# Members of a party are told from members of another, not from holders of an office.
PARTIES = frozenset({"democrat", "republican", "independent", "conservative", "liberal"})
_PARTIES = frozenset(stem(word) for word in (*PARTIES, "democratic"))
# A tag of party and place behind a name: "D-Ohio", "(R., N.Y.)".
_TAG = re.compile(r",?\s\(?([A-Z])(?:-|\.,?\s)[A-Z]|\s\(([A-Z])\)")
_SHORT_TITLES = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "prof": "professor",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "capt": "captain",
    "det": "detective",
}
_CHANGES = frozenset(
    {
        "former",
        "acting",
        "deputy",
        "vice",
        "assistant",
        "interim",
        "retired",
        "majority",
        "minority",
    }
)
_FORMER = dict.fromkeys(("formerly", "ex", "onetime", "once", "previously", "late"), "former")


class Role(NamedTuple):
    """A stretch that says what a named person is."""

    start: int
    end: int
    text: str
    name: str


class Office(NamedTuple):
    """A role taken apart: its office, what changes it, and the words of whom it is held for."""

    head: str
    change: str
    held_for: tuple[Token, ...]


def roles(part: PartView) -> list[Role]:
    """Roles of the persons that a part of a claim names in full."""
    found = []
    for name in part.claim.names:
        if not (" " in name.text and part.start <= name.start < part.end):
            continue
        if is_person(name.text) and stem(name.text.split()[-1].lower()) not in _PARTIES:
            for start, end in _around(part.claim.text, name.start, name.end, part.start, part.end):
                found.append(Role(start, end, part.claim.text[start:end], name.text))
    return found


@kept
def described(source: Source, name: str) -> tuple[str, ...]:
    """What a source says a person is, wherever it names the person."""
    found = []
    for sentence in source.sentences:
        for each in sentence.names:
            if same_name(name, each.text):
                spans = _around(source.text, each.start, each.end, sentence.start, sentence.end)
                found += [source.text[start:end] for start, end in spans]
    return tuple(dict.fromkeys(found))


@kept
def parties(source: Source, name: str) -> frozenset[str]:
    """The initials of the parties that a source gives a person, by a tag or in words."""
    tags = (
        _TAG.match(source.text, each.end)
        for sentence in source.sentences
        for each in sentence.names
        if same_name(name, each.text)
    )
    known = {(tag[1] or tag[2]).lower() for tag in tags if tag}
    offices = (office(each) for each in described(source, name))
    return frozenset(known | {o.head[0] for o in offices if o and o.head in PARTIES})


def _around(text: str, start: int, end: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The stretches around a name, within a sentence, that say what the person is."""
    for pattern in (_BEHIND, _IS):
        match = pattern.match(text, end, high)
        if match and not _CLAUSE.search(match[1]) and office(match[1]):
            yield match.span(1)
            break
    first = max(low, start - _REACH)
    before = text[first:start]
    stop = len(before.rstrip(" ,"))
    if before[stop:] not in (" ", ", "):
        return
    cuts = [match.end() for match in _BREAK.finditer(before, 0, stop)]
    title = before[cuts[-1] if cuts else 0 : stop]
    lead = len(title) - len(title.lstrip())
    whole = bool(cuts) or first == low
    adjacent = before[stop:] == " " and _PREPOSITION.search(title) is not None
    found = office(title) if whole and not adjacent else None
    if found and _is_last(title, found):
        yield first + stop - len(title) + lead, first + stop


def _is_last(title: str, found: Office) -> bool:
    """Whether an office ends a title, but for what it is held for."""
    head = tokenize(_PREPOSITION.split(_MEANT.sub("", title), maxsplit=1)[0])
    last = _SHORT_TITLES.get(head[-1].lower, head[-1].lower)
    return stem(last.removesuffix("s")) == stem(found.head.removesuffix("s"))


@functools.lru_cache(maxsize=4096)
def office(phrase: str) -> Office | None:
    """A role taken apart, None if no office stands before its first preposition."""
    cut = _PREPOSITION.search(phrase)
    one_of = phrase.lower().startswith(("one of ", "a member of "))
    meant = _MEANT.search(phrase, 0, cut.end()) if cut else None
    if one_of or meant:
        cut = _PREPOSITION.search(phrase, cut.end() if cut else 0)
    stop = cut.start() if cut else len(phrase)
    tokens = tokenize(phrase.replace("-", " "))
    heads = [t for t in tokens if t.end <= stop and _is_office(t)]
    if not heads:
        return None
    head = heads[-1]
    before = [_FORMER.get(t.lower, t.lower) for t in tokens if t.end <= head.start]
    owners = [n for n, word in enumerate(before) if word.endswith(("'s", "’s"))]
    near = before[owners[-1] + 1 if owners else 0 :][-_NEAR:]
    change = "nominee" if meant else next((word for word in near if word in _CHANGES), "")
    held = tuple(
        t for t in tokens if t is not head and has_content(t.lower) and t.lower not in _CHANGES
    )
    return Office(_SHORT_TITLES.get(head.lower, head.lower), change, held)


def weight(token: Token) -> Level | None:
    """How grave it is if a word of a role is nowhere near the name; None if it tells nothing.

    Offices have too many near-synonyms for more than a warning, and the kind of a body ("City",
    "House") is often understood.
    """
    key = stem(token.lower)
    if token.lower in words("name_heads"):
        return None
    if key in _offices():
        return "warning" if token.lower not in words("kin_nouns") else None
    return "error" if key in _PARTIES or (token.text[0].isupper() and len(key) > _SHORT) else None


def _is_office(token: Token) -> bool:
    known = stem(token.lower) in _offices() or token.lower in _SHORT_TITLES
    return known and not token.lower.endswith(("'s", "’s"))


@functools.cache
def _offices() -> frozenset[str]:
    return frozenset(stem(word) for word in words("role_nouns") | words("occupations") | PARTIES)
