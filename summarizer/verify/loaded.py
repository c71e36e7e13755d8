"""Loaded words of a claim, and whether its sources have them."""

from __future__ import annotations

import functools
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.loaded import loaded_kind
from summarizer.text.quotes import fold
from summarizer.text.similarity import root
from summarizer.text.speech_verbs import lemma
from summarizer.text.tokens import has_content, letter_runs, stem
from summarizer.verify.attribution import speech_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.tokens import Token
    from summarizer.verify.view import ClaimView


# What verbs of speaking are said of when nobody speaks ("the flood claimed 12 lives").
_THINGS = {
    "claim": ("life", "lives", "victim", "victims", "responsibility", "credit", "victory", "title"),
    "concede": ("defeat", "election", "race", "goal", "goals", "seat", "seats", "point", "points"),
    "maintain": ("order", "control", "silence", "law", "presence"),
}
# A claim ends with so many words on who says it.
_TAIL = 8
# So many words of content behind the verb its object is looked for.
_OBJECT = 2


def speaks(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a form of a verb of speaking tells that somebody speaks, by what stands around it.

    A patient who "was admitted" to a ward, a judge "sworn in" and a storm that "claims lives" say
    nothing.
    """
    place = tokens.index(verb)
    before = tokens[place - 1].lower if place else ""
    if verb.lower == "sworn":
        return False
    if lemma(verb.lower) == "admit" and before in ("was", "were", "been", "being", "is", "are"):
        return False
    things = _THINGS.get(lemma(verb.lower) or "", ())
    behind = (token for token in tokens[place + 1 :] if has_content(token.lower))
    return not any(token.lower in things for token in islice(behind, _OBJECT))


def told_so(claim: ClaimView, verb: Token) -> bool:
    """Whether a cited source has a form of this verb near its evidence for the claim."""
    mine = lemma(verb.lower)
    return any(
        lemma(token.lower) == mine
        for part in claim.parts
        for sentence in part.context
        for token in sentence.tokens
    )


def loaded(claim: ClaimView) -> list[tuple[Token, str]]:
    """Loaded words outside of quotation marks and names, with their kinds."""
    found = []
    for number, token in enumerate(claim.tokens):
        kind = loaded_kind(token.lower)
        if not kind or claim.quoted(token.start):
            continue
        named = number > 0 and token.text[0].isupper() and not claim.headline
        if not named:
            found.append((token, kind))
    return found


def sourced(claim: ClaimView, token: Token) -> bool:
    """Whether any cited source has the word or one of its root."""
    key, deep = stem(token.lower), root(stem(token.lower))
    return any(key in source.stems or deep in source.roots for source in claim.sources)


def borrowed(claim: ClaimView, token: Token) -> bool:
    """Whether the sources have a word only in quotation marks, and nobody says it in the claim.

    A claim says who says a word before it, or at its end.
    """
    key = stem(token.lower)
    held = [(s, t) for s in claim.sources for t in s.tokens if stem(t.lower) == key]
    if not held or not all(source.quoted.meeting(t.start, t.end) for source, t in held):
        return False
    cues = [t for t in speech_cues(claim.tokens) if speaks(claim.tokens, t)]
    last = claim.tokens[-_TAIL:]
    return not any(cue.start < token.start or cue in last for cue in cues)


def phrases(claim: ClaimView) -> list[tuple[int, int, str]]:
    """Editorial phrases outside of quotation marks: start, end and kind."""
    text = fold(claim.text).lower()
    present = _phrases().keys() & letter_runs(text)
    found = []
    for _, phrase, kind in sorted(each for first in present for each in _phrases()[first]):
        start = text.find(phrase)
        end = start + len(phrase)
        whole = start >= 0 and not text[end : end + 1].isalnum()
        if whole and not text[max(0, start - 1) : start].isalnum() and not claim.quoted(start):
            found.append((start, end, kind))
    return found


@functools.cache
def _phrases() -> dict[str, list[tuple[int, str, str]]]:
    """Editorial phrases by their first words: number in the list, phrase and kind."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, (phrase, kind) in enumerate(classes("editorial_phrases").items()):
        found.setdefault(letter_runs(phrase)[0], []).append((number, phrase, kind))
    return found
