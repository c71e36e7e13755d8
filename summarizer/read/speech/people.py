"""Who is who in one article: full names, the roles they are given, and how they are addressed."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from summarizer.read.speech.bodies import Bodies
from summarizer.read.speech.phrases import is_role
from summarizer.text.lexicon import classes, words
from summarizer.text.names import names
from summarizer.text.quotes import fold
from summarizer.text.speech_verbs import lemma

if TYPE_CHECKING:
    from summarizer.text.names import Name

# Names beyond this length of an article are not looked for (characters): bounds the work.
_LONGEST = 200_000
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_BEHIND = re.compile(
    r"(?:, (?:who is )?| who is | \()(?:the |an? |its |their )?([^,.;:()\"]{3,60})[,.;)]"
)
_UNTIL = re.compile(r" (?:of|at|for|in|from|with|and|who|which|to) ")
# Before a name these say that it is a place.
_PLACING = frozenset({"near", "in", "at", "outside", "around", "across", "into", "through"})
_ADDRESS = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she", "sir": "he", "lady": "she"}


class People:
    """The names of an article, and what else it calls their bearers."""

    def __init__(self, text: str) -> None:
        """Collect names, roles and forms of address, first mentions first."""
        self._text = fold(text[:_LONGEST])
        self._names = names(text[:_LONGEST])
        self._bodies = Bodies(self._text, self._names)
        self._starts = [name.start for name in self._names]
        self._full: dict[str, dict[str, None]] = {}
        self._roles: dict[str, dict[str, None]] = {}
        self._gender: dict[str, str] = {}
        self._persons: dict[str, None] = {}
        for name in self._names:
            if " " in name.text and len(name.text.split()) < 6:
                self._full.setdefault(_surname(name.text), {}).setdefault(name.text)
        for name in self._names:
            self._note(name)

    def between(self, start: int, end: int) -> list[Name]:
        """The names that start in a stretch of the text."""
        return self._names[
            bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)
        ]

    def full(self, name: str) -> str:
        """The full name that a surname stands for; the name itself if there is none or two."""
        if " " in name:
            return name
        known = self._full.get(_surname(name), {})
        return next(iter(known)) if len(known) == 1 else name

    def is_person(self, name: str) -> bool:
        """Whether the article treats a full name as a person's: by surname, by role, by Mr."""
        return name in self._persons

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether nothing in the article says that a person is not "he" (or "she")."""
        return self._gender.get(name, pronoun) == pronoun

    def bearer(self, role: str) -> str | None:
        """The one person whom the article gives a role ("prime minister"), None if not one."""
        known = self._roles.get(role, {})
        return next(iter(known)) if len(known) == 1 else None

    def body(self, noun: str) -> str | None:
        """The one body of the article for which a noun stands ("company"), None if not one."""
        return self._bodies.called(noun)

    def _note(self, name: Name) -> None:
        full = self.full(name.text)
        before = _WORD.findall(self._text[max(0, name.start - 60) : name.start])
        touching = self._text[max(0, name.start - 2) : name.start] not in {", ", ". ", "; "}
        if before and before[-1].casefold() in _ADDRESS:
            self._gender.setdefault(full, _ADDRESS[before[-1].casefold()])
            self._persons.setdefault(full)
        if " " not in full:
            return
        if " " not in name.text:
            self._persons.setdefault(full)
        if touching:
            self._give(full, _title(before))
        behind = _BEHIND.match(self._text, name.end)
        if behind and not (before and before[-1].casefold() in _PLACING):
            role, *rest = _UNTIL.split(behind.group(1) + " ", maxsplit=1)
            speaks = any(lemma(word.casefold()) for word in _WORD.findall(" ".join(rest)))
            if not (speaks and behind.group().endswith(".")):  # "Arden, the mayor and she said."
                self._give(full, [word.casefold() for word in _WORD.findall(role)])

    def _give(self, full: str, role: list[str]) -> None:
        """Note a role with all its shorter forms: "prime minister", "minister"."""
        if not role or not is_role(role[-1]) or len(role) > 6 or self._bodies.is_body(full):
            return
        self._persons.setdefault(full)
        for first in range(len(role)):
            self._roles.setdefault(" ".join(role[first:]), {}).setdefault(full)


def _title(before: list[str]) -> list[str]:
    """The words of a title right before a name, lower case."""
    first = len(before)
    while first and _in_title(before[first - 1]):
        first -= 1
    return [word.casefold() for word in before[first:]]


def _in_title(word: str) -> bool:
    low = word.casefold()
    return (
        is_role(low)
        or low in words("role_modifiers")
        or low in classes("demonyms")
        or (low == "of" or word[0].isupper())
    )


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold().removesuffix("'s").rstrip(".'")
