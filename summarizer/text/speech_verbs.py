"""Verbs that introduce what somebody says, believes, wants or shows, with the stance they take."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOWELS = "aeiou"


def is_cue(word: str) -> bool:
    """Whether a word, in any form, is a verb that introduces statements."""
    return word.casefold() in _forms()


def lemma(word: str) -> str | None:
    """The infinitive of a form ("told" -> "tell"), None for a word that is no such verb."""
    return _forms().get(word.casefold())


def cue_class(word: str) -> str | None:
    """The stance of a verb in any form, None for a word that is no such verb.

    One of neutral, loaded, denial, belief, intention, question, order, praise, criticism,
    accusation, warning, agreement, evidence, appearance, emotion.
    """
    infinitive = lemma(word)
    return None if infinitive is None else classes("speech_verbs")[infinitive]


@functools.cache
def _forms() -> dict[str, str]:
    """Every form of every verb, with its infinitive."""
    verbs = classes("speech_verbs")
    forms = {form: verb for verb in verbs for form in _inflect(verb)}
    return forms | {verb: verb for verb in verbs} | classes("speech_forms")


def _inflect(verb: str) -> Iterator[str]:
    """Regular forms of a verb; irregular ones stand in their own list."""
    consonant_y = verb.endswith("y") and verb[-2] not in _VOWELS
    if verb.endswith("e"):
        stem, past, third = verb[:-1], verb + "d", verb + "s"
    elif consonant_y:
        stem, past, third = verb, verb[:-1] + "ied", verb[:-1] + "ies"
    else:
        stem = verb
        past = verb + "ed"
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    yield from (third, past, stem + "ing")
    if _doubles(verb):
        yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def _doubles(verb: str) -> bool:
    """Whether the last consonant is doubled: "quip", "quipped" (both spellings are listed)."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS + "wxyhs"
        and verb[-2] in _VOWELS
        and (verb[-3] not in _VOWELS or verb[-4:-2] == "qu")
    )
