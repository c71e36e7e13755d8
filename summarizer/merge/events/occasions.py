"""Articles that tell of another occasion than the rest, though the names are the same.

Articles on one event share facts. An article that shares none of them, although it is long enough
to and the others share many, is put apart, but only on positive evidence: it opens with the same
kind of act (a second call, a second accident) and none of its details are those of the others, or
it opens on another day. Little overlap alone is no evidence: reports from different angles, and
short excerpts, have little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.merge.events.days import Day, opening_day, usual_day
from summarizer.merge.passages import weights
from summarizer.merge.sets import Sets
from summarizer.text.names import names
from summarizer.text.similarity import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.merge.passages import Passage
    from summarizer.model.article import Article
    from summarizer.model.story import Membership

# The opening of an article tells the act; the sentences from there to DETAIL its details. What
# stands further down is often background that any article may have.
OPENING = 2
DETAIL = 10
# Two articles that share this many details tell of one event.
TIED = 2
# The chance that an article of the same event shares as few details as this one does, and the
# overlap of two openings from which they tell the same kind of act. On 304 development clusters
# (861 articles) these part none; the nearest have .05 at .21, and .01 at .14.
CHANCE = 0.03
SAME_ACT = 0.17
# The same where the article opens on another day as well.
CHANCE_OTHER_DAY = 0.15
SAME_ACT_OTHER_DAY = 0.1
# How many names that only these articles have are told in the reason.
NAMED = 3

Details = dict[str, dict[int, set[str]]]


class Occasion(NamedTuple):
    """Articles of one event; `reason` says why they stand apart, None for the main event."""

    members: tuple[str, ...]
    reason: str | None


class _Told(NamedTuple):
    """The sentences of a story with the weights of their roots."""

    passages: Sequence[Passage]
    rare: Mapping[str, float]


def occasions(
    articles: Sequence[Article],
    passages: Sequence[Passage],
    groups: Sequence[tuple[int, ...]],
    together: Sequence[Membership],
) -> tuple[Occasion, ...]:
    """The main event's articles first, then those of other events.

    `together` are the articles that have anything in common.
    """
    rest = max((each.members for each in together), key=len)
    strange = "has next to nothing in common with the other articles"
    apart = [Occasion(each.members, strange) for each in together if each.members is not rest]
    apart += _look_alikes([each for each in articles if each.id in rest], passages, groups)
    gone = {name for each in apart for name in each.members}
    main = Occasion(tuple(each.id for each in articles if each.id not in gone), None)
    return (main, *apart)


def _look_alikes(
    articles: Sequence[Article], passages: Sequence[Passage], groups: Sequence[tuple[int, ...]]
) -> list[Occasion]:
    names = [article.id for article in articles]
    details = _details(passages, groups)
    parts = _tied(names, details)
    core = max(parts, key=len)
    if len(core) < 2 or len(parts) == 1:
        return []
    days = {article.id: opening_day(article) for article in articles}
    told = _Told(passages, weights(passages))
    found = []
    for part in parts:
        reason = None if part is core else _why(part, core, told, details, days)
        if reason:
            found.append(Occasion(tuple(part), reason))
    return found


def _details(passages: Sequence[Passage], groups: Sequence[tuple[int, ...]]) -> Details:
    """For each article, the places of its details, with the other articles that have each."""
    found: Details = defaultdict(dict)
    for passage in passages:
        if OPENING <= passage.place < DETAIL:
            found[passage.article][passage.place] = set()
    for group in groups:
        holders = {passages[n].article for n in group if passages[n].place >= OPENING}
        for passage in (passages[n] for n in group):
            if passage.place in found[passage.article]:
                found[passage.article][passage.place] |= holders - {passage.article}
    return found


def _tied(names: Sequence[str], details: Details) -> list[list[str]]:
    """The articles in parts that are tied together by shared details, in order."""
    ties = Counter(
        (name, other)
        for name in names
        for others in details.get(name, {}).values()
        for other in sorted(others)
        if other in names
    )
    parts = Sets(names)
    for (one, other), count in sorted(ties.items()):
        if count >= TIED:
            parts.join(one, other)
    return parts.all()


def _why(
    part: Sequence[str],
    core: Sequence[str],
    story: _Told,
    details: Details,
    days: Mapping[str, Day | None],
) -> str | None:
    """Why these articles tell of another occasion than the core; None if that is not clear."""
    inside = frozenset(core)
    usual = _shares(core, details, inside)
    own = _shares(part, details, inside)
    chance = _at_most(sum(own), len(own), sum(usual) / max(len(usual), 1))
    if chance >= max(CHANCE, CHANCE_OTHER_DAY):
        return None
    act = _same_act(frozenset(part), inside, story)
    alone = f"{'an article' if len(part) == 1 else 'articles'} on another occasion: "
    apart = f"shares {sum(own) or 'none'} of its {len(own)} details with them"
    day, others = usual_day(days[name] for name in part), usual_day(days[name] for name in core)
    if day and others and day.differs(others):
        if act >= SAME_ACT_OTHER_DAY:
            return f"{alone}opens on {day.text}, the others on {others.text}, and {apart}"
    elif not (day and others) and chance < CHANCE and act >= SAME_ACT and not sum(own):
        told = _only_named(part, core, story.passages)
        return f"{alone}opens with the same kind of act as the others, but {apart}{told}"
    return None


def _only_named(part: Sequence[str], core: Sequence[str], passages: Sequence[Passage]) -> str:
    """The words for what only these articles name, if they name anything."""
    own = dict.fromkeys(
        name.text for each in passages if each.article in part for name in names(each.text)
    )
    others = {word for each in passages if each.article in core for word in each.text.split()}
    only = [each for each in own if each.replace(" ", "").isalpha()]
    only = [each for each in only if not others.intersection(each.split())][:NAMED]
    return f"; only it names {' and '.join(only)}" if only else ""


def _shares(names: Iterable[str], details: Details, core: frozenset[str]) -> list[bool]:
    """For each detail of these articles, whether another article of the core has it."""
    return [bool(has & core) for name in names for has in details.get(name, {}).values()]


def _at_most(met: int, number: int, rate: float) -> float:
    """The chance of at most `met` successes in so many trials (binomial distribution)."""
    return math.fsum(
        math.comb(number, k) * rate**k * (1 - rate) ** (number - k) for k in range(met + 1)
    )


def _same_act(part: frozenset[str], core: frozenset[str], story: _Told) -> float:
    """How much the openings of the two sides are alike at most."""
    opening = [each for each in story.passages if each.place < OPENING]
    ours = [each.roots for each in opening if each.article in part]
    theirs = [each.roots for each in opening if each.article in core]
    return max((overlap(a, b, story.rare) for a in ours for b in theirs), default=0.0)
