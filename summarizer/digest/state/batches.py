"""The batch of requests that a run waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from summarizer.digest.state.store import packed, unpacked
from summarizer.digest.state.tables import BATCHES

if TYPE_CHECKING:
    from summarizer.digest.state.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How a run stands with its batches.

    `since` are seconds by the machine's clock, `batch` the id of the one it waits for, None of
    none; `cancelled` says whether it was told to end. `asked` are the keys of the requests that
    were in any of them; `over` says that no more is waited for.
    """

    job: str
    period: str
    since: float
    batch: str | None = None
    cancelled: bool = False
    asked: frozenset[str] = frozenset()
    over: bool = False


def waiting(store: Store, job: str, period: str, now: float) -> Waiting:
    """How a run stands; it begins to wait now if it did not before."""
    first = Waiting(job=job, period=period, since=now)
    with store.begin() as connection:
        store.add(connection, BATCHES, _row(first))
        this = (BATCHES.c.job == job) & (BATCHES.c.period == period)
        row = connection.execute(sa.select(BATCHES).where(this)).one()
    return Waiting(
        job=job,
        period=period,
        since=row.since,
        batch=row.batch,
        cancelled=row.cancelled,
        asked=frozenset(unpacked(row.asked)),
        over=row.over,
    )


def keep(store: Store, state: Waiting) -> None:
    """Note how a run stands now."""
    with store.begin() as connection:
        store.put(connection, BATCHES, _row(state))


def _row(state: Waiting) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(state, name) for name in Waiting.__dataclass_fields__}
    return row | {"asked": packed(sorted(state.asked))}
