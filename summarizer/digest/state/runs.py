"""Runs: the periods of a job that were begun, and the digests that came of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.model import Digest, Problem
from summarizer.digest.state.store import packed, unpacked
from summarizer.digest.state.tables import RUNS
from summarizer.digest.state.times import moment, written
from summarizer.model.codec import decode, encode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from summarizer.digest.state.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A period of a job: `at` is its time, articles up to `cutoff` count, `status` is the digest's.

    It is `finished` when the digest was made and each recipient has it or was tried.
    """

    job: str
    period: str
    at: datetime
    cutoff: datetime
    status: str | None
    started: datetime
    finished: datetime | None


def begin(store: Store, run: Run) -> Run:
    """Note that a run begins; who comes second is told of the first one's."""
    row = {name: getattr(run, name) for name in Run.__dataclass_fields__}
    row |= {name: written(row[name]) for name in ("at", "cutoff", "started")}
    with store.begin() as connection:
        store.add(connection, RUNS, row)
        found = connection.execute(sa.select(RUNS).where(_is(run.job, run.period))).one()
    return _run(found)


def keep_digest(store: Store, digest: Digest) -> None:
    """Keep what is to be delivered."""
    made = RUNS.update().where(_is(digest.job, digest.period))
    with store.begin() as connection:
        connection.execute(made.values(status=digest.status, document=packed(encode(digest))))


def keep_problems(store: Store, run: Run, problems: Sequence[Problem]) -> None:
    """Keep what the sources could not give."""
    met = RUNS.update().where(_is(run.job, run.period))
    with store.begin() as connection:
        connection.execute(met.values(problems=packed([encode(each) for each in problems])))


def problems(store: Store, run: Run) -> tuple[Problem, ...]:
    """What the sources of a run could not give."""
    with store.read() as connection:
        query = sa.select(RUNS.c.problems).where(_is(run.job, run.period))
        found = connection.execute(query).scalar()
    return () if found is None else decode(tuple[Problem, ...], unpacked(found))


def finish(store: Store, job: str, period: str, at: datetime) -> None:
    """Note that everybody was served or tried."""
    over = RUNS.update().where(_is(job, period), RUNS.c.finished.is_(None))
    with store.begin() as connection:
        connection.execute(over.values(finished=written(at)))


def digest_of(store: Store, job: str, period: str) -> Digest | None:
    """The digest of a period, if it was made."""
    with store.read() as connection:
        found = connection.execute(sa.select(RUNS.c.document).where(_is(job, period))).scalar()
    # one of an earlier version has no selection
    return None if found is None else decode(Digest, {"selection": None} | unpacked(found))


def get(store: Store, job: str, period: str) -> Run | None:
    """The run of a period, if it was begun."""
    with store.read() as connection:
        found = connection.execute(sa.select(RUNS).where(_is(job, period))).first()
    return None if found is None else _run(found)


def made(store: Store, job: str) -> list[str]:
    """The periods of a job that have a digest, the newest first."""
    query = sa.select(RUNS.c.period).where(RUNS.c.job == job, RUNS.c.status.is_not(None))
    with store.read() as connection:
        return list(connection.execute(query.order_by(RUNS.c.at.desc())).scalars())


def latest(store: Store, job: str, limit: int = 1, before: datetime | None = None) -> list[Run]:
    """The newest runs of a job, the newest first."""
    query = sa.select(RUNS).where(RUNS.c.job == job)
    if before is not None:
        query = query.where(RUNS.c.at < written(before))
    with store.read() as connection:
        found = connection.execute(query.order_by(RUNS.c.at.desc()).limit(limit)).all()
    return [_run(row) for row in found]


def unfinished(store: Store, job: str) -> list[Run]:
    """Runs that were begun and not finished, the oldest first."""
    query = sa.select(RUNS).where(RUNS.c.job == job, RUNS.c.finished.is_(None))
    with store.read() as connection:
        found = connection.execute(query.order_by(RUNS.c.at)).all()
    return [_run(row) for row in found]


def _is(job: str, period: str) -> sa.ColumnElement[bool]:
    return sa.and_(RUNS.c.job == job, RUNS.c.period == period)


def _run(row: sa.Row[tuple[object, ...]]) -> Run:
    found = row._mapping  # noqa: SLF001  (SQLAlchemy's documented name)
    return Run(
        job=found["job"],
        period=found["period"],
        at=moment(found["at"]),
        cutoff=moment(found["cutoff"]),
        status=found["status"],
        started=moment(found["started"]),
        finished=moment(found["finished"]) if found["finished"] else None,
    )
