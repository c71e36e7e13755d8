"""Which words of a claim belong to its frame, not to what it tells.

The frame is who says it, where and to whom ("Speaking in the garden, she told the station …"),
and what is said of a name in passing ("Ann Ode, the mayor of Arden, …", "Judge Ann Ode").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Span
from summarizer.verify.kept import kept
from summarizer.verify.propositions.behind import has_clause
from summarizer.verify.propositions.compare import TELLING
from summarizer.verify.propositions.groups import Link, Noun, is_named
from summarizer.verify.propositions.parse import part_clauses, part_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.propositions.groups import Group
    from summarizer.verify.view import PartView

_SPEAKING = frozenset({"speak", "talk", "write", "tweet", "address", "quote", "cite", "interview"})
_WHERE = frozenset({"in", "at", "on", "during", "to", "with"})


@kept
def frame(part: PartView) -> tuple[Span, ...]:
    """The stretches of a part that belong to its frame."""
    return (*_cue_layer(part), *_in_passing(part_groups(part)))


def _cue_layer(part: PartView) -> Iterator[Span]:
    """Speakers, hearers and places of speech."""
    for clause in part_clauses(part):
        if has_clause(clause.verb) or clause.verb.lemma in _SPEAKING:
            hearers = clause.patients if clause.verb.lemma in TELLING else ()
            places = (noun for word, noun in clause.phrases if word in _WHERE)
            nouns = (*clause.agents, *hearers, *places)
            yield from (Span(noun.start, noun.end) for noun in nouns)


def _in_passing(row: tuple[Group, ...]) -> Iterator[Span]:
    """Appositions, and titles before names."""
    for place, group in enumerate(row):
        if not isinstance(group, Noun):
            continue
        before = row[place - 1] if place else None
        according = row[place - 2] if place > 1 else None
        told = isinstance(according, Link) and according.token.lower == "according"
        if told or (group.gap == "comma" and isinstance(before, Noun) and is_named(before)):
            yield Span(group.start, group.end)
        elif is_named(group) and group.names[-1].start > group.start:
            yield Span(group.start, group.names[-1].start)
