"""Forms of English verbs: which verb a word may be a form of, and which form.

Regular forms are taken apart by their endings and looked up in the list of verbs; irregular ones
stand in a list. A word may be a noun as well: how likely it is a verb is said too, and what it is
in its sentence is for the reader of the sentence to find out.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["plain", "s", "past", "participle", "ing"]
Usual = Literal["mostly", "also", "rarely"]

_VOWELS = "aeiou"
_PAST: tuple[Form, ...] = ("past", "participle")
# In the list of irregular forms, but no forms of the verb.
_NOUNS = frozenset({"dead", "death", "died"})
_PARTICIPLES = ("en", "wn", "rn", "in")
# Pasts that are participles as well, beside an older one.
_BOTH = frozenset({"struck", "got"})
_PREFIXES = ("mis", "over", "out", "under", "dis", "re", "un")
_TIES = ("dying", "lying", "tying")


class VerbForm(NamedTuple):
    """The infinitive of a form, the forms it can be, and how usual the word is as a verb."""

    lemma: str
    forms: tuple[Form, ...]
    usual: Usual


@functools.lru_cache(maxsize=65536)
def verb_form(word: str) -> VerbForm | None:
    """What a lower-case word is as a verb, None if it is no form of a verb of the list.

    The auxiliaries "be", "have", "do" and the modal verbs are not in the list.
    """
    irregular = _irregular().get(word)
    if irregular is not None:
        return irregular
    for lemma, forms in _candidates(word):
        entry = classes("verbs").get(lemma)
        if entry is not None:
            usual, _, same = entry.partition(" ")
            known = ("plain", *_PAST) if same and forms == ("plain",) else forms
            return VerbForm(lemma, known, _usual(usual))
    return _derived(word)


def _derived(word: str) -> VerbForm | None:
    """What a word is as a verb with a prefix: "mischaracterized"."""
    prefix = next((each for each in _PREFIXES if word.startswith(each)), "")
    if not prefix or len(word) < len(prefix) + 4 or not word.endswith(("ed", "ing", "es", "en")):
        return None
    found = verb_form(word.removeprefix(prefix))
    known = found is not None and found.usual == "mostly"
    return found._replace(lemma=prefix + found.lemma) if found and known else None


def _usual(label: str) -> Usual:
    return "mostly" if label == "mostly" else "also" if label == "also" else "rarely"


def _candidates(word: str) -> Iterator[tuple[str, tuple[Form, ...]]]:
    """The infinitives that a word may be a regular form of."""
    yield word, ("plain",)
    if word.endswith("s") and not word.endswith("ss"):
        yield from ((lemma, ("s",)) for lemma in _plain(word[:-1], "e"))
    elif word.endswith("ed") and len(word) > 3:
        yield from ((lemma, _PAST) for lemma in _stripped(word[:-2]))
    elif word.endswith("ing") and len(word) > 4:
        yield from ((lemma, ("ing",)) for lemma in _stripped(word[:-3]))


def _plain(base: str, mute: str) -> Iterator[str]:
    """A word without its -s: "goe" may be "go", "trie" be "try"."""
    yield base
    if base.endswith(mute):
        yield base.removesuffix(mute)
    if base.endswith("ie"):
        yield base[:-2] + "y"


def _stripped(base: str) -> Iterator[str]:
    """What may be left of a verb before -ed and -ing: "mak" is "make", "stopp" is "stop"."""
    doubled = len(base) > 2 and base[-1] == base[-2]
    mute = not doubled and base[-1] not in "wxy" and (base[-2:-1] or "x") in _VOWELS
    yield from (base + "e", base) if mute else (base, base + "e")
    if doubled:
        yield base[:-1]
    if base.endswith("i"):
        yield base[:-1] + "y"
    if base.endswith("is"):
        yield base[:-1] + "ze"


@functools.cache
def _irregular() -> dict[str, VerbForm]:
    """Irregular forms with what they are: of two of a verb, the past stands first in the list."""
    verbs = classes("verbs")
    forms: dict[str, list[str]] = {}
    for form, lemma in classes("irregular_forms").items():
        if lemma in verbs and not form.endswith("ing") and form not in _NOUNS:
            forms.setdefault(lemma, []).append(form)
    found = {}
    for lemma, row in forms.items():
        usual, _, same = verbs[lemma].partition(" ")
        for form in row:
            last = form.endswith(_PARTICIPLES) or form == row[-1] != row[0]
            one: Form = "participle" if last else "past"
            known = _PAST if (len(row) == 1 and not same) or form in _BOTH else (one,)
            found[form] = VerbForm(lemma, known, _usual(usual))
    ties = {form: VerbForm(form[0] + "ie", ("ing",), "mostly") for form in _TIES}
    return found | ties | {"died": VerbForm("die", _PAST, "mostly")}
