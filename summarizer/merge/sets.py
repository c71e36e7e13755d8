"""Things that belong together because each is joined to another of them (disjoint sets)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


class Sets(Generic[T]):
    """Things in sets; at first each is alone."""

    def __init__(self, things: Iterable[T]) -> None:
        """Take things, each once, in the order in which the sets and their members will be."""
        self._home = {thing: [thing] for thing in things}
        self._place = {thing: n for n, thing in enumerate(self._home)}

    def join(self, one: T, other: T) -> bool:
        """Put the sets of two things together; False if they are one set already."""
        large, small = sorted((self._home[one], self._home[other]), key=len, reverse=True)
        if large is small:
            return False
        large.extend(small)
        self._home.update((thing, large) for thing in small)
        return True

    def of(self, thing: T) -> list[T]:
        """The members of a thing's set, in order."""
        return sorted(self._home[thing], key=self._place.__getitem__)

    def all(self) -> list[list[T]]:
        """The sets in the order of their first members."""
        different = {id(own): own for own in self._home.values()}
        return [sorted(own, key=self._place.__getitem__) for own in different.values()]
