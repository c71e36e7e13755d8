"""The whole of merging: one story out of articles that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge.align import align
from summarizer.merge.background import background
from summarizer.merge.conflicts import differences
from summarizer.merge.duplicates import common_text, copies_among
from summarizer.merge.events import occasions
from summarizer.merge.ledger import Ledger
from summarizer.merge.origins import origins
from summarizer.merge.passages import passages, weights
from summarizer.merge.renderings import renderings, variants
from summarizer.merge.wording import best_first, nativeness
from summarizer.model.story import Exclusion, Fact, Story
from summarizer.model.summary import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.merge.events import Occasion
    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.summary import Origin


def merge(articles: Sequence[Article]) -> Story:
    """One story out of articles that belong together.

    A sentence may be in several facts: in its own, and in that of each shorter sentence whose
    content it has. Facts are in the order in which the articles tell them; the main event is the
    one that most articles tell.
    """
    found = passages(articles)
    groups = align(found)
    apart = occasions(articles, found, groups)
    groups = _by_event(groups, found, apart)
    shares = common_text(found)
    rests, behind = origins(articles, found, groups, apart[0].members, shares)
    events, event_of = _events(articles, found, groups, apart)
    ledger = Ledger(articles, shares, rests, _behind_sentences(found, groups, behind))
    inside = [each for each in found if each.article in apart[0].members]
    said = renderings(inside)
    main = _of_main(found, groups, event_of)
    differ = differences(inside, main, ledger, said)
    stated = _stated(groups, rests, behind)
    return Story(
        articles=tuple(articles),
        events=events,
        origins=rests,
        facts=_facts(found, groups, behind, event_of),
        disputes=differ.disputes,
        revisions=differ.revisions,
        variants=variants(said, found, stated),
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


def _events(
    articles: Sequence[Article],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
    apart: Sequence[Occasion],
) -> tuple[tuple[Event, ...], list[str]]:
    """The events, the main one first, and the event of each fact."""
    events = [
        Event(
            id=f"e{n}",
            label=_label(each.members, articles, passages, groups),
            date=None,
            sources=each.members,
            main=n == 1,
        )
        for n, each in enumerate(apart, 1)
    ]
    home = {name: event.id for event in events for name in event.sources}
    event_of = [home[passages[group[0]].article] for group in groups]
    inside = [each for each in articles if home[each.id] == "e1"]
    for aside in background(inside, passages, groups):
        event = f"e{len(events) + 1}"
        events.append(
            Event(id=event, label=aside.label, date=None, sources=aside.sources, main=False)
        )
        for n in aside.groups:
            event_of[n] = event
    return tuple(events), event_of


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


def _label(
    members: Sequence[str],
    articles: Sequence[Article],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
) -> str:
    """The title, or else the first sentence, of the article that shares most facts."""
    shared: dict[str, int] = dict.fromkeys(members, 0)
    for group in groups:
        names = {passages[m].article for m in group} & set(members)
        for name in sorted(names):
            shared[name] += len(names) - 1
    by_id = {article.id: article for article in articles}
    best = max(members, key=lambda each: (bool(by_id[each].title), shared[each]))
    return _title(by_id[best])


def _title(article: Article) -> str:
    if article.title:
        return article.title
    first = next(iter(article.sentences), None)
    return article.quote(first.start, first.end) if first else article.id


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
