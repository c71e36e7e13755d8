"""Which sentence of one summary is which of another, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.model import ClaimChange
from summarizer.evaluation.telling import article_of
from summarizer.model.findings import Evidence
from summarizer.text.similarity import roots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.evaluation.case import Case
    from summarizer.evaluation.model import ClaimFate, Outcome, ToldClaim
    from summarizer.model.article import Article

# Two sentences are one told anew if they share this much of their word roots (Jaccard), or so much
# and all their cited places.
_SIMILAR, _SIMILAR_AND_CITED = 0.5, 0.2
# Sentences of sources that are shown beside a claim, at most.
_MOST_EVIDENCE = 4


def changes(a: Outcome, b: Outcome, case: Case) -> tuple[ClaimChange, ...]:
    """The headline, then each sentence of B with its counterpart, those dropped in between."""
    rows: list[tuple[bool, ToldClaim | None, ToldClaim | None]] = []
    if a.headline or b.headline:
        rows.append((True, a.headline, b.headline))
    rows += [(False, one, other) for one, other in aligned(a.claims, b.claims)]
    return tuple(
        ClaimChange(
            kind=_kind(one, other),
            headline=top,
            a=one,
            b=other,
            evidence=_evidence(one, other, case),
        )
        for top, one, other in rows
    )


def aligned(
    a: Sequence[ToldClaim], b: Sequence[ToldClaim]
) -> list[tuple[ToldClaim | None, ToldClaim | None]]:
    """Pairs in the order of B; what A alone has comes behind what it followed in A."""
    partner = _partners(a, b)
    order: list[tuple[int | None, int | None]] = [(partner.get(j), j) for j in range(len(b))]
    taken = set(partner.values())
    for i in range(len(a)):
        if i in taken:
            continue
        before = [place for place, (one, _) in enumerate(order, 1) if one is not None and one < i]
        order.insert(max(before, default=0), (i, None))
    return [(None if i is None else a[i], None if j is None else b[j]) for i, j in order]


def _partners(a: Sequence[ToldClaim], b: Sequence[ToldClaim]) -> dict[int, int]:
    """For sentences of B their counterparts in A, the likest first."""
    found = [
        (-likeness, i, j)
        for i, one in enumerate(a)
        for j, other in enumerate(b)
        if (likeness := _likeness(one, other))
    ]
    partner: dict[int, int] = {}
    for _, i, j in sorted(found):
        if j not in partner and i not in partner.values():
            partner[j] = i
    return partner


def _likeness(one: ToldClaim, other: ToldClaim) -> float:
    """How much two sentences say the same, 0 if they are none told anew."""
    if one.text == other.text:
        return 2.0
    mine, yours = roots(one.text), roots(other.text)
    common = len(mine & yours) / max(1, len(mine | yours))
    cited = _places(one) == _places(other)
    least = _SIMILAR_AND_CITED if cited else _SIMILAR
    return common + cited if common >= least else 0.0


def _places(claim: ToldClaim) -> frozenset[tuple[str, int, int]]:
    """Where a sentence cites; its sources, if it gives no places."""
    if not claim.spans:
        return frozenset((source, 0, 0) for source in claim.sources)
    return frozenset((span.source, span.start, span.end) for span in claim.spans)


def _kind(one: ToldClaim | None, other: ToldClaim | None) -> ClaimFate:
    if one is None or other is None:
        return "added" if one is None else "dropped"
    if one.text != other.text:
        return "reworded"
    return "same" if _places(one) == _places(other) else "other citations"


def _evidence(one: ToldClaim | None, other: ToldClaim | None, case: Case) -> tuple[Evidence, ...]:
    """Sentences of the sources that the two cite, each once, those of B first."""
    articles = article_of(case)
    claims = [claim for claim in (other, one) if claim]
    found = (each for claim in claims for each in _cited(claim, articles))
    return tuple(dict.fromkeys(found))[:_MOST_EVIDENCE]


def _cited(claim: ToldClaim, articles: dict[str, Article]) -> Iterator[Evidence]:
    """The sentences at the cited places; without places the likest of each cited source."""
    for span in claim.spans:
        article = articles.get(span.source)
        for each in article.sentences if article else ():
            if article and each.start < span.end and span.start < each.end:
                yield _sentence(article, each.start, each.end)
    for source in () if claim.spans else claim.sources:
        if article := articles.get(source):
            yield from _likest(claim, article)


def _likest(claim: ToldClaim, article: Article) -> Iterator[Evidence]:
    wanted = roots(claim.text)
    shared = [
        (len(wanted & roots(article.quote(each.start, each.end))), each)
        for each in article.sentences
    ]
    most = max((count for count, _ in shared), default=0)
    if most:
        best = next(each for count, each in shared if count == most)
        yield _sentence(article, best.start, best.end)


def _sentence(article: Article, start: int, end: int) -> Evidence:
    return Evidence(source=article.id, start=start, end=end, exact=article.quote(start, end))
