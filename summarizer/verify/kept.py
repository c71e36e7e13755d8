"""What a function finds out about a source, a sentence or a part, kept with the thing itself.

A cache of the function would hold on to things that are no longer needed, with all their words.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable


class Keeper(Protocol):
    """A thing with room for what functions find out about it."""

    kept: dict[object, Any]


K = TypeVar("K", bound=Keeper)
P = ParamSpec("P")
T = TypeVar("T")


def kept(function: Callable[Concatenate[K, P], T]) -> Callable[Concatenate[K, P], T]:
    """Let a function look only once at each thing (and each choice of positional arguments)."""

    @functools.wraps(function)
    def look(thing: K, /, *arguments: P.args, **named: P.kwargs) -> T:
        """What the function found at the first look."""
        key = (function, *arguments) if arguments else function
        known = thing.kept
        if key not in known:
            known[key] = function(thing, *arguments, **named)
        found: T = known[key]
        return found

    return look
