"""Who stands behind what the articles tell: a statement, an agency, an outlet, or nobody named.

Origins are counted, not outlets: articles that print one statement, one agency's text or each
other's text share an origin. Unknown never adds independence: articles that name neither outlet
nor author nor place of reporting have one origin together; an outlet that credits an agency in
part is taken to have from it what others have from it too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.merge.copies.verbatim import same_words
from summarizer.merge.origins.grounds import Basis, outlet_ground, own_grounds
from summarizer.merge.origins.routes import named_outlet, speaking_body, told_behind, told_ground
from summarizer.merge.origins.speakers import shared_statements
from summarizer.merge.origins.tally import Tally, listed
from summarizer.text.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.merge.copies.duplicates import Shares
    from summarizer.merge.origins.grounds import Ground
    from summarizer.merge.origins.routes import Told
    from summarizer.merge.origins.speakers import Shared
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.summary import Origin


def origins(
    articles: Sequence[Article],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
    main: Sequence[str],
    shares: Shares,
) -> tuple[tuple[Origin, ...], list[tuple[str, ...]]]:
    """The origins, and for each group of passages the ids of those that it rests on.

    `main` are the articles of the main event: others have no statement in common with them.
    `shares` tells which articles have text in common.
    """
    found = _Sources(articles, passages, groups, frozenset(main), shares)
    tally = Tally([article.id for article in articles])
    rests = [_known({tally.enter(*each) for each in found.of_group(n)}) for n in range(len(groups))]
    numbered, ids = tally.numbered()
    return numbered, [
        tuple(sorted((ids[ground] for ground in each), key=lambda name: int(name[1:])))
        for each in rests
    ]


def _known(grounds: set[Ground]) -> set[Ground]:
    """The grounds that count: beside a known one those without a name add nothing."""
    return {ground for ground in grounds if ground.independent} or grounds


@dataclass(frozen=True, slots=True)
class _Rest:
    """What one passage rests on; `fixed` by its own words, not only by its article."""

    basis: Basis
    subject: str
    fixed: bool = False


class _Sources:
    """Finds what each passage rests on."""

    def __init__(
        self,
        articles: Sequence[Article],
        passages: Sequence[Passage],
        groups: Sequence[tuple[int, ...]],
        main: frozenset[str],
        shares: Shares,
    ) -> None:
        self._passages = passages
        self._groups = groups
        self._shares = shares
        self._own = own_grounds(articles, shares)
        inside = [tuple(m for m in group if passages[m].article in main) for group in groups]
        shared = shared_statements(passages, inside)
        self._spoken = _by_fact(shared)
        self._basis_of = {
            each.facts: _statement_basis(each, [inside[n] for n in self._facts(each)], passages)
            for each in shared
        }
        self._told = told_behind(passages, {article.id: article for article in articles})
        self._announced = {n: _announcer(told, shared) for n, told in self._told.items()}

    def of_group(self, number: int) -> Iterator[tuple[Ground, str, str, str]]:
        """For each passage of a group: ground, its article, and the reason with its subject."""
        group = self._groups[number]
        shared = self._spoken.get(number) or self._announced_in(group)
        alone = [(m, rest) for m in group for rest in self._of_passage(m, shared)]
        for m, rest in self._together(alone):
            yield rest.basis.ground, self._passages[m].article, rest.subject, rest.basis.reason

    def _facts(self, shared: Shared) -> list[int]:
        """The facts that rest on a statement and not on one that more articles carry."""
        return [n for n in shared.facts if self._spoken[n] is shared] or [shared.facts[0]]

    def _announced_in(self, group: Sequence[int]) -> Shared | None:
        return next((s for m in group if (s := self._announced.get(m)) is not None), None)

    def _of_passage(self, m: int, shared: Shared | None) -> list[_Rest]:
        passage = self._passages[m]
        own = self._own[passage.article]
        statement = [_Rest(self._basis_of[shared.facts], "", fixed=True)] if shared else []
        if shared and (m in self._announced or passage.article in shared.articles):
            told = [self._told_rest(m, self._told[m], shared)] if m in self._told else []
            narrated = own.text.ground.independent and not told and self._narrates(passage, shared)
            return [*statement, *told, *([_Rest(own.text, passage.article)] if narrated else [])]
        if m in self._told:
            return [self._told_rest(m, self._told[m], self._announced[m])]
        outlet = named_outlet(passage)
        if outlet:
            basis = Basis(outlet_ground(outlet), "name{s} it as the source")
            return [_Rest(basis, passage.id, fixed=True)]
        return [_Rest(own.text, passage.article)]

    def _narrates(self, passage: Passage, shared: Shared) -> bool:
        """Whether an article tells in its own voice what others take from a statement.

        One that quotes the speaker elsewhere, or is a copy of one that does, has it from there.
        """
        near = self._shares.get(passage.article, {})
        family = {passage.article, *(name for name, each in near.items() if each.copy)}
        spoken = passage.statements or passage.quoted
        return not spoken and family.isdisjoint(shared.quoting)

    def _told_rest(self, m: int, told: Told, shared: Shared | None) -> _Rest:
        ground = (
            self._basis_of[shared.facts].ground
            if shared
            else told_ground(speaking_body(told.source))
        )
        basis = Basis(ground, f"name{{s}} it as the source of {self._passages[m].id}")
        return _Rest(basis, told.by, fixed=True)

    def _together(self, alone: Sequence[tuple[int, _Rest]]) -> Iterator[tuple[int, _Rest]]:
        """The same, where sentences that are known to depend on each other share a ground."""
        open_ = [n for n, (_, rest) in enumerate(alone) if not rest.fixed]
        found = [rest for _, rest in alone]
        if len({alone[n][1].basis.ground for n in open_}) > 1:
            for n, basis, subject in self._dependent(alone, open_):
                found[n] = _Rest(basis, subject)
        for (m, _), rest in zip(alone, found, strict=True):
            yield m, rest

    def _dependent(
        self, alone: Sequence[tuple[int, _Rest]], numbers: Sequence[int]
    ) -> Iterator[tuple[int, Basis, str]]:
        """New grounds for sentences that others of their group have in the same words or in part.

        The agency's sentence leads, else the first one.
        """
        passages = [self._passages[alone[n][0]] for n in numbers]
        near: defaultdict[int, list[int]] = defaultdict(list)
        for a, b in self._linked(passages):
            near[a].append(b)
            near[b].append(a)
        for k, n in enumerate(numbers):
            if basis := self._in_part(passages[k], [passages[j] for j in range(len(numbers))]):
                yield n, basis, passages[k].article
                continue
            leaders = [k, *near[k]]
            best = min(leaders, key=lambda j: (self._rank(passages[j]), j))
            if best != k:
                ground = alone[numbers[best]][1].basis.ground
                yield (
                    n,
                    Basis(ground, f"{{has}} in the same words as {passages[best].id}"),
                    passages[k].id,
                )

    def _linked(self, passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
        yield from same_words(passages)
        for a, one in enumerate(passages):
            near = self._shares.get(one.article)
            for b in range(a + 1, len(passages)) if near else ():
                if near and passages[b].article in near:
                    yield a, b

    def _rank(self, passage: Passage) -> int:
        return int(self._own[passage.article].text.ground.kind != "agency")

    def _in_part(self, passage: Passage, group: Sequence[Passage]) -> Basis | None:
        """The helping agency, if another sentence of the group may have it from there too."""
        own = self._own[passage.article]
        for name, reason in own.parts.items():
            if not name or own.text.ground.kind == "agency":
                continue
            ground = outlet_ground(name)
            for other in group:
                theirs = self._own[other.article]
                if other.article != passage.article and (
                    theirs.text.ground == ground or name in theirs.parts
                ):
                    return Basis(ground, f"{reason} and tell{{s}} here what {other.id} tells too")
        return None


def _by_fact(shared: Sequence[Shared]) -> dict[int, Shared]:
    found: dict[int, Shared] = {}
    for each in shared:
        for n in each.facts:
            found.setdefault(n, each)
    return found


def _statement_basis(
    shared: Shared, groups: Sequence[tuple[int, ...]], passages: Sequence[Passage]
) -> Basis:
    """The basis of a statement, with the sentences that tell its first fact as the example."""
    example = listed([passages[m].id for m in groups[0]])
    tell = "tell the same and it is" if len(groups[0]) > 1 else "is"
    reason = f"{example} {tell} attributed to {shared.speaker}; {{sources}} {{carry}}"
    reason += " such statements" if len(groups) > 1 else " this statement"
    return Basis(told_ground(shared.speaker), reason)


def _announcer(told: Told, shared: Sequence[Shared]) -> Shared | None:
    """The shared statement whose speaker a sentence names as the source of the one before it."""
    body = speaking_body(told.source)
    for each in shared:
        if any(same_name(body, name) or same_name(told.source, name) for name in each.names):
            return each
    return None
