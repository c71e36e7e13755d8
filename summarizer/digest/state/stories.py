"""Stories: what was picked for a period, and what came of each pick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.model import DigestStory, Failed, PastStory, Pick, Selection
from summarizer.digest.state.store import packed, unpacked
from summarizer.digest.state.tables import RUNS, SELECTIONS, STORIES
from summarizer.digest.state.times import written
from summarizer.model.codec import CodecError, decode, encode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from summarizer.digest.state.store import Store


def keep_picks(
    store: Store, job: str, period: str, picks: Sequence[Pick], selection: Selection
) -> None:
    """Keep what is to be told and why no more; what was chosen first stays."""
    key = {"job": job, "period": period}
    with store.begin() as connection:
        store.add(connection, SELECTIONS, {**key, "document": packed(encode(selection))})
        for place, pick in enumerate(picks):
            row = {"story": pick.story, "place": place, "pick": packed(encode(pick))}
            store.add(connection, STORIES, {**key, **row, "outcome": None, "attempts": 0})


def picks_of(store: Store, job: str, period: str) -> tuple[Pick, ...]:
    """What was chosen for a period, in its order."""
    query = sa.select(STORIES.c.pick).where(_of(job, period)).order_by(STORIES.c.place)
    with store.read() as connection:
        found = connection.execute(query).scalars().all()
    return tuple(decode(Pick, unpacked(each)) for each in found)


def selection_of(store: Store, job: str, period: str) -> Selection | None:
    """What the window of a period held; None of one that was chosen before this was kept."""
    this = sa.and_(SELECTIONS.c.job == job, SELECTIONS.c.period == period)
    with store.read() as connection:
        found = connection.execute(sa.select(SELECTIONS.c.document).where(this)).scalar()
    return None if found is None else decode(Selection, unpacked(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A story that is begun for the `attempts`-th time; `told` says whether it was ended before."""

    pick: Pick
    attempts: int
    told: bool


def begin(store: Store, job: str, period: str, story: str) -> Begun:
    """Note that a story is begun, and what is to be told of it."""
    this = _of(job, period) & (STORIES.c.story == story)
    with store.begin() as connection:
        connection.execute(STORIES.update().where(this).values(attempts=STORIES.c.attempts + 1))
        row = connection.execute(sa.select(STORIES).where(this)).one()
    return Begun(
        pick=decode(Pick, unpacked(row.pick)),
        attempts=row.attempts,
        told=row.outcome is not None,
    )


def keep_outcome(
    store: Store, job: str, period: str, story: str, outcome: DigestStory | Failed
) -> None:
    """Keep what came of a story."""
    told = STORIES.update().where(_of(job, period), STORIES.c.story == story)
    kind = "told" if isinstance(outcome, DigestStory) else "failed"
    with store.begin() as connection:
        connection.execute(told.values(outcome=packed({kind: encode(outcome)})))


def outcomes(store: Store, job: str, period: str) -> tuple[DigestStory | Failed, ...]:
    """What came of the stories of a period, in their order."""
    query = sa.select(STORIES.c.outcome).where(_of(job, period), STORIES.c.outcome.is_not(None))
    with store.read() as connection:
        found = connection.execute(query.order_by(STORIES.c.place)).scalars().all()
    return tuple(_outcome(unpacked(each)) for each in found)


def progress(store: Store, job: str, period: str) -> tuple[int, int]:
    """How many stories of a period are told or failed, of how many."""
    counts = sa.select(sa.func.count(STORIES.c.outcome), sa.func.count())
    with store.read() as connection:
        done, whole = connection.execute(counts.where(_of(job, period))).one()
    return done, whole


def past(
    store: Store, job: str, before: datetime, since: datetime, *, only: str | None = None
) -> tuple[PastStory, ...]:
    """Stories of the job's digests since a time and before another one, each as told last.

    `only` is the id of the one that is wanted, where the others need not be read.
    """
    query = (
        sa.select(STORIES.c.period, STORIES.c.pick, STORIES.c.outcome)
        .join(RUNS, sa.and_(RUNS.c.job == STORIES.c.job, RUNS.c.period == STORIES.c.period))
        .where(STORIES.c.job == job, RUNS.c.at < written(before), RUNS.c.at >= written(since))
        .where(STORIES.c.outcome.is_not(None))
        .order_by(RUNS.c.at, STORIES.c.place)
    )
    if only is not None:
        query = query.where(STORIES.c.story == only)
    with store.read() as connection:
        found = connection.execute(query).all()
    told: dict[str, PastStory] = {}
    for row in found:
        try:
            outcome = _outcome(unpacked(row.outcome))
        except CodecError:  # kept by another version in another way
            continue
        if isinstance(outcome, DigestStory):
            pick = decode(Pick, unpacked(row.pick))
            told[pick.story] = PastStory(
                story=pick.story, period=row.period, items=pick.items, summary=outcome.summary
            )
    return tuple(told.values())


def _outcome(kept: dict[str, object]) -> DigestStory | Failed:
    if "told" in kept:
        return decode(DigestStory, kept["told"])
    return decode(Failed, kept["failed"])


def _of(job: str, period: str) -> sa.ColumnElement[bool]:
    return sa.and_(STORIES.c.job == job, STORIES.c.period == period)
