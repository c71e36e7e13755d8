"""The whole of merging: one story out of articles that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge.conflicts.differences import differences
from summarizer.merge.conflicts.ledger import Ledger
from summarizer.merge.conflicts.renderings import renderings, variants
from summarizer.merge.copies.duplicates import copies_among
from summarizer.merge.events.occasions import occasions
from summarizer.merge.events.timeline import timeline
from summarizer.merge.facts.align import align
from summarizer.merge.facts.wording import best_first, nativeness
from summarizer.merge.origins.origins import origins
from summarizer.merge.passages import weights
from summarizer.merge.pile import Pile
from summarizer.model.story import Exclusion, Fact, Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.merge.events.occasions import Occasion
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.summary import Origin


def merge(articles: Sequence[Article], pile: Pile | None = None) -> Story:
    """One story out of articles that belong together; `pile` is a larger one that has them.

    A sentence may be in several facts: in its own, and in that of each shorter sentence whose
    content it has. Facts are in the order in which the articles tell them; the main event is the
    one that most articles tell.
    """
    pile = pile or Pile(articles)
    found = pile.passages(articles)
    groups = align(found)
    apart = occasions(articles, found, groups, pile.stories(articles))
    groups = _by_event(groups, found, apart)
    shares = pile.shares(articles)
    rests, behind = origins(articles, found, groups, apart[0].members, shares)
    events, event_of = timeline(articles, found, groups, apart)
    ledger = Ledger(articles, shares, rests, _behind_sentences(found, groups, behind))
    inside = [each for each in found if each.article in apart[0].members]
    said = renderings(inside)
    differ = differences(inside, _of_main(found, groups, event_of), ledger, said)
    return Story(
        articles=tuple(articles),
        events=events,
        origins=rests,
        facts=_facts(found, groups, behind, event_of),
        disputes=differ.disputes,
        revisions=differ.revisions,
        variants=variants(said, found, _stated(groups, rests, behind)),
        duplicates=copies_among(articles, shares),
        exclusions=_exclusions(apart, articles),
    )


def _by_event(
    groups: Sequence[tuple[int, ...]], passages: Sequence[Passage], apart: Sequence[Occasion]
) -> list[tuple[int, ...]]:
    """The groups, each parted by the events of its articles: a fact belongs to one event."""
    event = {name: n for n, each in enumerate(apart) for name in each.members}
    found: dict[tuple[int, ...], None] = {}
    for group in groups:
        parts: dict[int, list[int]] = {}
        for m in group:
            parts.setdefault(event[passages[m].article], []).append(m)
        found.update((tuple(part), None) for part in parts.values())
    return sorted(found)


def _facts(
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
    behind: Sequence[tuple[str, ...]],
    event_of: Sequence[str],
) -> tuple[Fact, ...]:
    rare, native = weights(passages), nativeness(passages)
    return tuple(
        Fact(
            id=f"f{n}",
            sentences=tuple(
                each.id for each in best_first([passages[m] for m in group], rare, native)
            ),
            origins=rests,
            event=event,
        )
        for n, (group, rests, event) in enumerate(zip(groups, behind, event_of, strict=True), 1)
    )


def _behind_sentences(
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
    behind: Sequence[tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    """For each sentence the origins of its facts."""
    found: dict[str, dict[str, None]] = {}
    for group, rests in zip(groups, behind, strict=True):
        for m in group:
            found.setdefault(passages[m].id, {}).update(dict.fromkeys(rests))
    return {name: tuple(rests) for name, rests in found.items()}


def _stated(
    groups: Sequence[tuple[int, ...]], origins: Sequence[Origin], behind: Sequence[tuple[str, ...]]
) -> list[tuple[int, ...]]:
    """The groups that are facts of a statement which several articles carry."""
    statements = {each.id for each in origins if each.kind == "statement"}
    return [
        group
        for group, rests in zip(groups, behind, strict=True)
        if len(group) > 1 and statements.intersection(rests)
    ]


def _of_main(
    passages: Sequence[Passage], groups: Sequence[tuple[int, ...]], event_of: Sequence[str]
) -> frozenset[str]:
    """The ids of the passages all of whose facts are of the main event."""
    other = {
        m for group, event in zip(groups, event_of, strict=True) if event != "e1" for m in group
    }
    return frozenset(each.id for m, each in enumerate(passages) if m not in other)


def _exclusions(apart: Sequence[Occasion], articles: Sequence[Article]) -> tuple[Exclusion, ...]:
    reasons = {name: each.reason for each in apart for name in each.members if each.reason}
    first: dict[str, str] = {}
    for article in articles:
        earlier = first.setdefault(article.sha256, article.id)
        if earlier != article.id:
            reasons.setdefault(article.id, f"the same text as {earlier}")
        elif not article.sentences:
            reasons[article.id] = "has no article text"
    return tuple(
        Exclusion(source=article.id, reason=reasons[article.id])
        for article in articles
        if article.id in reasons
    )
