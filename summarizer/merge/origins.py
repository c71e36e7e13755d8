"""Who stands behind what the articles tell: a statement, an agency, an outlet, or nobody named.

Origins are counted, not outlets: articles that print one statement, one agency's text or each
other's text share an origin. Unknown never adds independence: articles that name neither outlet
nor author nor place of reporting have one origin together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.speakers import shared_statements
from summarizer.model.summary import Origin, OriginKind
from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.merge.duplicates import Shares
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article

UNNAMED = "reports without a named origin"
_KINDS: tuple[OriginKind, ...] = ("statement", "agency", "outlet", "report")


class _Ground(NamedTuple):
    """An origin before it has a number and sources."""

    kind: OriginKind
    name: str
    basis: str

    @property
    def independent(self) -> bool:
        """Whether it is known that somebody reported it."""
        return self.name != UNNAMED


class _Shared(NamedTuple):
    """A statement as an origin, and the articles that carry it."""

    ground: _Ground
    articles: frozenset[str]


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
    own = _own(articles, shares)
    spoken = _spoken(passages, groups, frozenset(main))
    sources: defaultdict[_Ground, dict[str, None]] = defaultdict(dict)
    rests: list[dict[_Ground, None]] = []
    for n, group in enumerate(groups):
        rests.append({})
        for passage in (passages[m] for m in group):
            for ground in _grounds(passage, own[passage.article], spoken.get(n)):
                rests[n][ground] = None
                sources[ground][passage.article] = None
    place = {article.id: n for n, article in enumerate(articles)}
    found = [_origin(ground, sorted(has, key=place.__getitem__)) for ground, has in sources.items()]
    ranks = [(_KINDS.index(each.kind), [place[s] for s in each.sources]) for each in found]
    order = sorted(range(len(found)), key=lambda k: (ranks[k], found[k].name))
    ids = {ground: f"o{order.index(k) + 1}" for k, ground in enumerate(sources)}
    numbered = tuple(replace(found[k], id=f"o{n}") for n, k in enumerate(order, 1))
    return numbered, [tuple(sorted((ids[g] for g in each), key=_number)) for each in rests]


def _number(name: str) -> int:
    return int(name[1:])


def _origin(ground: _Ground, sources: Sequence[str]) -> Origin:
    basis = ground.basis.format(sources=_listed(sources), verb="s" if len(sources) == 1 else "")
    return Origin(id="", name=ground.name, kind=ground.kind, sources=tuple(sources), basis=basis)


def _listed(names: Sequence[str]) -> str:
    """Names in words, as in: s1, s2 and s3."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _grounds(passage: Passage, own: _Ground, statement: _Shared | None) -> list[_Ground]:
    """What one sentence rests on.

    A sentence that tells in the article's own voice what others take from a statement rests on
    both, if the article is known to have reporting of its own.
    """
    if statement and passage.article in statement.articles:
        narrated = own.independent and not passage.statements
        return [statement.ground, own] if narrated else [statement.ground]
    named = [via for each in passage.statements for via in each.via if _is_name(via)]
    return [_agency_or_outlet(named[-1])] if named else [own]


def _is_name(words: str) -> bool:
    return all(word[0].isupper() for word in words.split() if word not in {"the", "of", "and"})


def _own(articles: Sequence[Article], shares: Shares) -> dict[str, _Ground]:
    """Where each article's own text comes from."""
    found: dict[str, _Ground] = {}
    for article in articles:
        near = [each for each in articles if each.id in shares.get(article.id, {})]
        found[article.id] = _ground(article, near, found)
    return found


def _ground(article: Article, near: Sequence[Article], found: Mapping[str, _Ground]) -> _Ground:
    agencies = [each.agency for each in (article, *near) if each.agency]
    if agencies:
        return _agency(agencies[0])
    if near:
        earlier = [found[each.id] for each in near if each.id in found]
        names = " and ".join(_called(each) for each in (article, *near))
        basis = "{sources} share most of their text"
        return earlier[0] if earlier else _Ground("report", f"report in {names}", basis)
    if article.outlet:
        return _outlet(article.outlet)
    if article.byline or article.dateline:
        by = f"by {article.byline}" if article.byline else f"from {article.dateline}"
        return _Ground(
            "report", f"report {by}", "{sources} tell{verb} it in the article's own text"
        )
    return _Ground(
        "report",
        UNNAMED,
        "{sources} name{verb} neither outlet nor author nor place: not known to be independent",
    )


def _called(article: Article) -> str:
    return article.outlet or article.id


def _agency(name: str) -> _Ground:
    return _Ground("agency", name, f"{{sources}} credit{{verb}} {name}")


def _agency_or_outlet(name: str) -> _Ground:
    known = classes("photo_credits").get(name.casefold()) == "agency"
    return _agency(name) if known else _outlet(name)


def _outlet(name: str) -> _Ground:
    plain = name.removeprefix("The ").removeprefix("the ")
    return _Ground("outlet", plain, f"{{sources}} tell{{verb}} what {plain} reports")


def _spoken(
    passages: Sequence[Passage], groups: Sequence[tuple[int, ...]], main: frozenset[str]
) -> dict[int, _Shared]:
    """For each fact of a statement that several articles carry, that statement."""
    inside = [tuple(m for m in group if passages[m].article in main) for group in groups]
    found: dict[int, _Shared] = {}
    for each in shared_statements(passages, inside):
        example = _listed([passages[m].id for m in inside[each.facts[0]]])
        basis = f"{example} tell the same and it is attributed to {each.speaker}; {{sources}} carry"
        basis += " such statements" if len(each.facts) > 1 else " this statement"
        ground = _Ground("statement", f"statement of {each.speaker}", basis)
        for n in each.facts:
            found.setdefault(n, _Shared(ground, frozenset(each.articles)))
    return found
