"""What stands behind a verb: its objects and phrases, up to the next clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summarizer.text.lexicon import words
from summarizer.text.speech_verbs import is_cue, lemma
from summarizer.verify.propositions.groups import Link, Noun, Verb
from summarizer.verify.propositions.row import PHRASE, PLAIN

if TYPE_CHECKING:
    from summarizer.verify.propositions.row import Row

# Verbs besides those of reporting that may have a clause behind them.
_KNOWING = frozenset(
    {"know", "think", "believe", "hope", "see", "find", "show", "learn", "fear", "hear", "feel"}
    | {"mean", "prove", "suppose", "guess", "wish", "expect", "understand", "realize", "ensure"}
)
_CONJUNCTION = frozenset({"conjunction"})
_IN_LISTS = frozenset({"conjunction", "preposition"})
# No list goes on over more groups than this before its "and".
_LIST = 8


class Slots:
    """The objects of a verb, its phrases, and the first of two objects ("gave *her* a book")."""

    def __init__(self, row: Row, place: int) -> None:
        """Read on from the verb at a place."""
        self.objects: list[Noun] = []
        self.phrases: list[tuple[str, Noun]] = []
        self.receiver: Noun | None = None
        self._row = row
        self._verb = place
        self._word = ""
        self._last: Literal["object", "phrase"] = "object"
        at = place + 1
        while at < len(row) and self._take(at):
            at += 1

    def __contains__(self, noun: Noun) -> bool:
        """Whether a noun group is an object or stands in a phrase."""
        return any(each is noun for each in (*self.objects, *(n for _, n in self.phrases)))

    def _take(self, place: int) -> bool:
        """Take in a group; False where the clause ends before it."""
        group = self._row.at(place)
        if group is None or isinstance(group, Verb) or group.gap == "stop":
            return False
        if isinstance(group, Link):
            return self._take_link(place, group)
        return self._take_noun(place, group)

    def _take_link(self, place: int, link: Link) -> bool:
        if link.kind == "conjunction":
            return joins(self._row, place)
        if link.kind == "that":
            return self._points(place)
        if link.kind in PHRASE and not opens_clause(self._row, place):
            self._word = link.token.lower
            return True
        return False

    def _points(self, place: int) -> bool:
        """Whether "that" points at something: "that day". No clause follows, then."""
        noun, then = self._row.noun(place + 1), self._row.at(place + 2)
        plain = noun is not None and len(noun.tokens) == 1 and not (noun.names or noun.pronoun)
        link = self._row.link(place + 2, PLAIN)
        return plain and (then is None or bool(then.gap) or link is not None)

    def _take_noun(self, place: int, noun: Noun) -> bool:
        row = self._row
        joined = row.link(place - 1, _CONJUNCTION) is not None
        if self._word:
            self.phrases.append((self._word, noun))
            self._word, self._last = "", "phrase"
            return True
        if joined or (noun.gap and _in_list(row, place)):
            self._add_joined(noun)
            return True
        if noun.gap or is_subject(row, place, self._verb):
            return False
        if noun.time and not noun.names:
            self.phrases.append(("at", noun))
            return True
        if self._last == "phrase" and row.noun(place - 1):
            return False
        if self.objects and row.noun(place - 1):
            self.receiver = self.objects[-1]
        self.objects.append(noun)
        self._last = "object"
        return True

    def _add_joined(self, noun: Noun) -> None:
        """Add a noun group to the slot of the one that it is joined to."""
        if self._last == "phrase" and self.phrases:
            self.phrases.append((self.phrases[-1][0], noun))
        else:
            self.objects.append(noun)


def _in_list(row: Row, place: int) -> bool:
    """Whether a noun group behind a comma goes on a list: "wire fraud, theft and lies"."""
    if not row.noun(place - 1):
        return False
    for after in range(place + 1, min(place + _LIST, len(row))):
        link = row.link(after)
        if row.verb(after) or (link and link.kind not in _IN_LISTS):
            return False
        if link and link.kind == "conjunction":
            return link.gap != "stop"
    return False


def joins(row: Row, place: int) -> bool:
    """Whether a conjunction joins noun groups or phrases, not clauses."""
    if row.noun(place + 1):
        return row.verb_behind(place + 1) is None
    return row.link(place + 1, frozenset({"preposition"})) is not None


def opens_clause(row: Row, place: int) -> bool:
    """Whether a word like "after" opens a clause here, or governs a gerund."""
    if row.verb(place + 1):
        return True
    either = row.link(place, frozenset({"either"}))
    return bool(either and row.noun(place + 1) and row.verb_behind(place + 1))


def is_subject(row: Row, place: int, verb_place: int) -> bool:
    """Whether a noun group behind a verb is the subject of the next one ("said Ann Ode left")."""
    then, verb, noun = row.verb_behind(place), row.verb(verb_place), row.noun(place)
    if then is None or verb is None or noun is None:
        return False
    if then.shape == "finite":
        return has_clause(verb) or is_cue(verb.token.lower)
    bare_word = not noun.names and len(noun.tokens) == 1 and not noun.pronoun
    return has_clause(verb) and not verb.passive and not bare_word


def has_clause(verb: Verb) -> bool:
    """Whether a verb can have a clause behind it: "said", "knew", "found"."""
    infinitive = lemma(verb.token.lower)
    return infinitive in words("reporting_verbs") or verb.lemma in _KNOWING
