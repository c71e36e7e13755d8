"""Who does what to whom, by order: the names before and after a verb, the passive turned round."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.lexicon import classes
from summarizer.text.names import same_name
from summarizer.text.speech_verbs import is_cue
from summarizer.verify.align import counterpart, word_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.text.names import Name
    from summarizer.text.tokens import Token

# Names further from the verb than this many characters belong to another clause.
_REACH = 90
_BREAK = re.compile(r"[.;:!?]|, (?:and|but|while|who|which)\b| (?:and|but) (?:he|she|they|it)\b")
_BE = re.compile(r"\b(?:am|is|are|was|were|be|been|being|get|got)(?:\s\w+ly)?\s\Z", re.IGNORECASE)
# Between a verb and its object stand titles and articles at most.
_TITLES = r"\s(?:(?:the|his|her|its|their|then-\S{1,20}|[A-Z][\w.'’-]{0,20})\s){0,6}"
_OBJECT = re.compile(_TITLES + r"\Z")
_AGENT = re.compile(r"(?:\s[\w'’-]{1,20}){0,5}\sby" + _TITLES + r"\Z")
_PRONOUN = re.compile(r"\s(?:him|her|them|me|us)\b(?!\s(?:own|\w+ (?:was|is|had)))")
_NEXT_TO = re.compile(r"(?:\s(?:also|then|later|had|has|have|again|\w{2,12}ly))?\s\Z")
_VERB = re.compile(r"(?:ed|ing|es)\Z")
_NOMINAL = frozenset({"the", "a", "an", "of", "in", "at", "on", "his", "her", "its", "their", "no"})


class Act(NamedTuple):
    """A verb with the names on the doer's side and on the other side."""

    verb: Token
    doers: list[str]
    others: list[str]


def acts(text: str, tokens: Sequence[Token], names: Sequence[Name], offset: int) -> Iterator[Act]:
    """Acts of a sentence: verbs with a name before them and one as their object or agent.

    With a pronoun as the object, only a name right before the verb is the doer.
    """
    for before, token in pairwise(tokens):
        if before.lower in _NOMINAL or not _is_verb(token.lower):
            continue
        left = text[max(0, token.start - offset - _REACH) : token.start - offset]
        start = token.start - len(_BREAK.split(left)[-1])
        doers = [name for name in names if start <= name.start < token.start]
        passive = _BE.search(left) is not None
        targets = _targets(text, token.end - offset, names, offset, _AGENT if passive else _OBJECT)
        known = [name.text for name in doers]
        if doers and targets:
            yield Act(token, *((targets, known) if passive else (known, targets)))
        elif doers and not passive and _PRONOUN.match(text, token.end - offset):
            gap = text[doers[-1].end - offset : token.start - offset]
            yield from [Act(token, known[-1:], [])] if _NEXT_TO.match(gap) else []


def _targets(
    text: str, place: int, names: Sequence[Name], offset: int, shape: re.Pattern[str]
) -> list[str]:
    """The names behind a place with nothing but what `shape` allows between."""
    behind = [name for name in names if place <= name.start - offset < place + _REACH]
    return [name.text for name in behind if shape.match(text[place : name.start - offset])]


def _is_verb(word: str) -> bool:
    """Whether a lower-case word looks like a finite verb or a participle."""
    return bool(_VERB.search(word)) or word in classes("irregular_forms") or is_cue(word)


def swapped(one: Act, other: Act) -> tuple[str, str] | None:
    """Two names that change sides between acts with one verb; None if none do.

    Where one act has a pronoun as its object, its doer alone must be the other's object.
    """
    if not counterpart(one.verb, word_keys(other.verb.lower)):
        return None
    if not one.others or not other.others:
        known, half = (other, one) if other.others else (one, other)
        doer = half.doers[0]
        turned = bool(known.others) and _has(known.others, doer) and not _has(known.doers, doer)
        return (doer, known.doers[0]) if turned else None
    for doer in one.doers:
        for object_ in one.others:
            turned = _has(other.others, doer) and _has(other.doers, object_)
            kept = _has(other.doers, doer) or _has(other.others, object_)
            if turned and not kept and not same_name(doer, object_):
                return doer, object_
    return None


def _has(names: Sequence[str], name: str) -> bool:
    return any(same_name(name, other) for other in names)
