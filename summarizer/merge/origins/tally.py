"""Origins as they are found: their sources and reasons, numbered and put into words at the end."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.merge.origins.grounds import letters
from summarizer.model.summary import Origin, OriginKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.merge.origins.grounds import Ground

_KINDS: tuple[OriginKind, ...] = ("statement", "agency", "outlet", "report")
# A basis names this many sentences of a kind at most.
_NAMED = 4


class Tally:
    """Origins as they are found: their sources and reasons, numbered at the end."""

    def __init__(self, order: Sequence[str]) -> None:
        """Begin without origins; `order` are the ids of the articles in their order."""
        self._place = {name: n for n, name in enumerate(order)}
        self._names: dict[tuple[str, str], Ground] = {}
        self._sources: defaultdict[Ground, dict[str, None]] = defaultdict(dict)
        self._reasons: defaultdict[Ground, defaultdict[str, dict[str, None]]] = defaultdict(
            lambda: defaultdict(dict)
        )

    def enter(self, ground: Ground, article: str, subject: str, reason: str) -> Ground:
        """Note that an article rests on a ground; the ground under its first name."""
        first = self._names.setdefault((ground.kind, letters(ground.name)), ground)
        self._sources[first][article] = None
        self._reasons[first][reason][subject] = None
        return first

    def numbered(self) -> tuple[tuple[Origin, ...], dict[Ground, str]]:
        """The origins in order of kind and first source, and their ids."""
        has = {
            ground: sorted(names, key=self._place.__getitem__)
            for ground, names in self._sources.items()
        }

        def rank(ground: Ground) -> tuple[int, list[int], str]:
            return _KINDS.index(ground.kind), [self._place[s] for s in has[ground]], ground.name

        order = sorted(has, key=rank)
        ids = {ground: f"o{n}" for n, ground in enumerate(order, 1)}
        return tuple(
            Origin(
                id=ids[ground],
                name=ground.name,
                kind=ground.kind,
                sources=tuple(has[ground]),
                basis=_basis(self._reasons[ground], has[ground]),
            )
            for ground in order
        ), ids


def _basis(reasons: Mapping[str, Mapping[str, None]], sources: Sequence[str]) -> str:
    """All reasons of an origin in one line, those that hold for whole articles first."""
    parts = []
    whole_first = sorted(reasons.items(), key=lambda each: any("." in name for name in each[1]))
    for reason, subjects in whole_first:
        names = [name for name in subjects if name]
        ending = "s" if len(names) == 1 else ""
        told = reason.format(
            sources=listed(sources),
            s=ending,
            has="is" if len(names) == 1 else "are",
            carry="carries" if len(sources) == 1 else "carry",
        )
        parts.append(f"{listed(names)} {told}" if names else told)
    return "; ".join(parts)


def listed(names: Sequence[str]) -> str:
    """Names in words, as in: s1, s2 and s3."""
    short = list(names)
    if len(short) > _NAMED + 1:
        short = [*short[:_NAMED], f"{len(short) - _NAMED} more"]
    return " and ".join([", ".join(short[:-1]), short[-1]] if len(short) > 1 else short)
