"""Clauses: each verb group of a sentence with who does it, to whom or what, and the phrases.

Passives are turned round, relative pronouns stand for what they follow, and infinitives and
participles get the subject of the verb that governs them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.verify.propositions.row import Row
from summarizer.verify.propositions.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.verify.propositions.behind import Slots
    from summarizer.verify.propositions.groups import Group, Noun, Verb
    from summarizer.verify.propositions.subjects import Subject

# Verbs that may have two objects, the first of them a receiver.
_GIVING = frozenset(
    {"give", "send", "offer", "hand", "show", "grant", "lend", "pay", "sell", "award", "teach"}
    | {"owe", "deny", "promise", "tell", "ask", "allow", "cost", "bring", "buy", "leave", "pass"}
    | {"write", "text", "email", "assign", "deal", "refuse", "wish", "throw", "provide"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb with its slots; `agents` do it, `patients` undergo it, the passive turned round.

    `phrases` are prepositions with their noun groups. `opener` is the word that opens the clause;
    `governor` is the number of the clause that this one depends on. `sure` says that no other
    noun group could be the subject as well.
    """

    verb: Verb
    agents: tuple[Noun, ...] = ()
    patients: tuple[Noun, ...] = ()
    phrases: tuple[tuple[str, Noun], ...] = ()
    opener: str = ""
    governor: int | None = None
    sure: bool = True


def clauses(groups: Sequence[Group]) -> list[Clause]:
    """The clauses of a sentence, one for each verb group, in order."""
    row = Row(groups)
    subjects = Subjects(row)
    verbs = [verb for place in row.verbs if (verb := row.verb(place))]
    found = [_clause(*each) for each in zip(verbs, subjects.found, subjects.slots, strict=True)]
    return [_with_later_subject(clause, found[n + 1 :]) for n, clause in enumerate(found)]


def _clause(verb: Verb, subject: Subject, slots: Slots) -> Clause:
    """A clause with its slots by their meaning, not by their place."""
    plain = Clause(
        verb=verb,
        agents=subject.nouns,
        patients=tuple(slots.objects),
        phrases=tuple(slots.phrases),
        opener=subject.opener,
        governor=subject.governor,
        sure=subject.sure,
    )
    if verb.passive or subject.reduced:
        return _turned(plain)
    if slots.receiver is None or verb.lemma not in _GIVING:
        return plain
    given = tuple(noun for noun in plain.patients if noun is not slots.receiver)
    return replace(plain, patients=given, phrases=(*plain.phrases, ("to", slots.receiver)))


def _turned(clause: Clause) -> Clause:
    """A passive clause as if it were active."""
    subjects, objects = clause.agents, clause.patients
    phrases = tuple(each for each in clause.phrases if each[0] != "by")
    agents = tuple(noun for word, noun in clause.phrases if word == "by")
    if objects and clause.verb.lemma in _GIVING:
        received = tuple(("to", noun) for noun in subjects)
        return replace(clause, agents=agents, phrases=(*phrases, *received))
    return replace(clause, agents=agents, patients=(*subjects, *objects), phrases=phrases)


def _with_later_subject(clause: Clause, later: Sequence[Clause]) -> Clause:
    """A clause before the main verb ("Asked about it, he …") with the subject of the main one."""
    lacks = clause.verb.shape in ("ing", "bare") and clause.governor is None and not clause.agents
    if not lacks or (clause.verb.shape == "bare" and clause.patients):
        return clause
    surfaces = (_surface(each) for each in later if each.verb.shape != "infinitive")
    behind = (nouns for nouns in surfaces if nouns and nouns[0].start > clause.verb.start)
    main = next((nouns for nouns in behind if nouns[0].gap), ())
    if clause.verb.shape == "ing":
        return replace(clause, agents=main)
    return replace(clause, patients=main)


def _surface(clause: Clause) -> tuple[Noun, ...]:
    """The grammatical subject of a clause."""
    return clause.patients[:1] if clause.verb.passive else clause.agents
