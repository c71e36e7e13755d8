"""The groups of a sentence in order, and what is asked of their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.propositions.groups import Link, Noun, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.verify.propositions.groups import Group
    from summarizer.verify.propositions.kinds import Gap

# Links that hang a noun group on what stands before it, and those that may open a clause as well.
PLAIN = frozenset({"preposition", "to"})
PHRASE = PLAIN | {"either"}
# Shapes of a verb that can be the only one of a sentence.
FINITE = frozenset({"finite", "bare"})


class Row:
    """The groups of a sentence; a place outside of it holds nothing."""

    def __init__(self, groups: Sequence[Group]) -> None:
        """Note the places of the verbs."""
        self.groups = tuple(groups)
        self.verbs = tuple(n for n, group in enumerate(groups) if isinstance(group, Verb))

    def __len__(self) -> int:
        """How many groups there are."""
        return len(self.groups)

    def at(self, place: int) -> Group | None:
        """The group at a place."""
        return self.groups[place] if 0 <= place < len(self.groups) else None

    def noun(self, place: int) -> Noun | None:
        """The noun group at a place, None if something else stands there."""
        group = self.at(place)
        return group if isinstance(group, Noun) else None

    def verb(self, place: int) -> Verb | None:
        """The verb group at a place, None if something else stands there."""
        group = self.at(place)
        return group if isinstance(group, Verb) else None

    def link(self, place: int, kinds: frozenset[str] | None = None) -> Link | None:
        """The link (of these kinds) at a place, None if something else stands there."""
        group = self.at(place)
        fits = isinstance(group, Link) and (kinds is None or group.kind in kinds)
        return group if fits and isinstance(group, Link) else None

    def gap(self, place: int) -> Gap:
        """What parts a place from the one before it."""
        group = self.at(place)
        return group.gap if group else "stop"

    def chain_end(self, place: int) -> int:
        """The place behind a noun group (or verb) with the phrases that follow it."""
        at = place + 1
        while self.link(at, PLAIN) and self.noun(at + 1) and not (self.gap(at) or self.gap(at + 1)):
            at += 2
        return at

    def verb_behind(self, place: int) -> Verb | None:
        """The finite verb whose subject a noun group with its phrases may be."""
        then = self.verb(self.chain_end(place))
        return then if then and then.shape in FINITE and not then.gap else None
